"""What the institutions of one place say to one indicator, sorted by what may be claimed of them.

A sentence must not merge "no", "no answer" and "not published"; here they part, once for all.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.i18n.nouns import ALL
from dashboard.records import KNOWN, Institution, InstitutionAnswer, Municipality

CASES = "identified_cases"
TRAINING = "training_coverage"
MATERIALS = "materials_availability"
NGO = "ngo_awareness"
INDICATORS = (CASES, TRAINING, MATERIALS, NGO)

Group = tuple[Institution, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The institutions of a place by state. `planned` and `suspicion` are parts of `no`."""

    indicator: str
    place: Municipality
    institutions: Group
    yes: Group
    no: Group
    planned: Group
    suspicion: Group
    estimated: Group
    unpublished: Group
    suppressed: Group
    question_silent: Group  # answered the survey, not this question
    survey_silent: Group

    @property
    def kind(self) -> str:
        """The one institution type that is read, or "all" where there are several."""
        return kind_of(self.institutions)

    @property
    def unknown(self) -> Group:
        """Answered, but their answer is not known one by one."""
        return tuple(i for i in self.institutions if i in self.estimated + self.unpublished)

    @property
    def answered(self) -> int:
        """How many the value speaks of: everybody but the silent."""
        return len(self.institutions) - len(self.question_silent) - len(self.survey_silent)

    @property
    def frame_complete(self) -> bool:
        """False where further orphans' courts may exist that the study never names."""
        courts = any(i.institution_type == "orphans_court" for i in self.institutions)
        return self.place.frame_complete or not courts


def read(
    indicator: str,
    place: Municipality,
    institutions: Sequence[Institution],
    answers: Iterable[InstitutionAnswer],
) -> Reading:
    """Sort the institutions of a place (already filtered by type) for one indicator.

    `answers` may hold those of other places and indicators. An institution that responded and has
    no row is unpublished: the study says nothing of it.
    """
    rows = {a.institution_id: a for a in answers if a.indicator == indicator}
    groups: dict[str, list[Institution]] = defaultdict(list)
    said: dict[str, list[Institution]] = defaultdict(list)  # by those who have not: what instead
    for one in institutions:
        state = _state(one, row := rows.get(one.institution_id))
        groups[state].append(one)
        if state == "no" and row:
            said[row.answer].append(one)
    return Reading(
        indicator=indicator,
        place=place,
        institutions=tuple(institutions),
        yes=tuple(groups["yes"]),
        no=tuple(groups["no"]),
        planned=tuple(said["planned"]),
        suspicion=tuple(said["suspicion"]),
        estimated=tuple(groups["estimated"]),
        unpublished=tuple(groups["not_published"]),
        suppressed=tuple(groups["suppressed"]),
        question_silent=tuple(groups["question_silent"]),
        survey_silent=tuple(groups["survey_silent"]),
    )


def _state(institution: Institution, answer: InstitutionAnswer | None) -> str:
    if not institution.responded:
        return "survey_silent"
    if answer is None:
        return "not_published"
    if answer.evidence == "no_answer":
        return "question_silent"
    if answer.evidence in KNOWN:
        return "yes" if answer.share == 1 else "no"
    return answer.evidence


def kind_of(institutions: Iterable[Institution]) -> str:
    """The institution type that all have in common, or "all"."""
    types = {i.institution_type for i in institutions}
    return types.pop() if len(types) == 1 else ALL
