"""The atlas: all that is known within one boundary set, read once per edition of the database.

Pages and files take their rows from here, so that they cannot disagree.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.counts import Counts, counts_of
from dashboard.database import Edition
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.records import (
    AreaValue,
    Change,
    ContributionCount,
    Institution,
    InstitutionAnswer,
    Municipality,
)
from dashboard.state import Usual, ViewState
from dashboard.waves import scope, wave_of, wave_sets

# What `all` means for a municipality: the institutions that the survey places.
AGENCY = "employment_agency"
PLACED_TYPES = ("orphans_court", "social_service")


@dataclass(frozen=True, slots=True)
class Atlas:
    """The rows of one wave within one boundary set."""

    wave: Mapping[str, Any]
    boundary_set: str
    plain: ViewState  # the view that a page opens with, of this wave
    municipalities: Mapping[str, Municipality]  # by code
    values: Mapping[tuple[str, str], Mapping[str, AreaValue]]  # (indicator, type) → code
    regions: Mapping[tuple[str, str], Mapping[str, AreaValue]]  # (indicator, type) → region
    latvia: Mapping[tuple[str, str], AreaValue]  # (indicator, type)
    institutions: Mapping[str, Sequence[Institution]]  # by code; "" those without a place
    answers: Mapping[tuple[str, str], InstitutionAnswer]  # (institution, indicator)
    counts: Counts  # how many institutions say what
    printed: Mapping[tuple[str | None, str], float]  # (type, category) of support_contact, per cent
    questions: Mapping[str, str]  # indicator → the question that it is counted from
    printed_in: Mapping[tuple[str, str], Sequence[str]]  # (source, type) → questions of its figures
    # (earlier wave, indicator, type) → code, region's name, or "" for Latvia
    changes: Mapping[tuple[str, str, str], Mapping[str, Change]]
    kept: dict[Hashable, Any] = field(
        default_factory=dict, compare=False
    )  # made of these rows once

    @property
    def scope(self) -> str:
        """Wave and boundary set as the addresses of the map's files have them."""
        return scope(self.boundary_set, self.plain.wave)

    def words(self, lang: str) -> Words:
        """The words of a language for this survey."""
        return Words(lang, str(self.wave["wave"]))

    def state(self, lang: str) -> ViewState:
        """The view that opens with this wave and this boundary set."""
        return replace(self.plain, boundary_set=self.boundary_set, lang=lang)

    @property
    def planning_regions(self) -> list[str]:
        """The planning regions, sorted by name."""
        return sorted({m.planning_region for m in self.municipalities.values()})

    def within(self, planning_region: str) -> list[Municipality]:
        """The municipalities of a region, or all for ""."""
        return [
            m for m in self.municipalities.values() if planning_region in ("", m.planning_region)
        ]

    def branches(self) -> list[Institution]:
        """The branches of the employment agency that responded; none has a place."""
        return [i for i in self.at("", AGENCY) if i.responded]

    def branches_alike(self) -> bool:
        """Whether all branches that responded gave the same answers: then one speaks for all."""
        return self.counts.alike(AGENCY, "")

    def at(self, code: str, institution_type: str = "all") -> list[Institution]:
        """The institutions that count in a municipality, of one type or all placed ones."""
        return [
            i
            for i in self.institutions.get(code, ())
            if institution_type in ("all", i.institution_type)
        ]

    def answers_of(self, institutions: Sequence[Institution]) -> list[InstitutionAnswer]:
        """What these institutions contribute to every indicator."""
        keys = ((i.institution_id, one) for i in institutions for one in self.questions)
        return [self.answers[key] for key in keys if key in self.answers]


def read_atlas(edition: Edition, boundary_set: str, wave: str = "") -> Atlas:
    """The atlas of a wave ("" the newest), made once per edition, wave and boundary set."""
    key = ("atlas", str(wave_of(edition, wave)["wave"]), boundary_set)
    if key not in edition.kept:
        edition.kept[key] = _read(edition, boundary_set, wave)
    atlas: Atlas = edition.kept[key]
    return atlas


def atlas_of(edition: Edition, state: ViewState) -> Atlas:
    """The atlas of a view."""
    return read_atlas(edition, state.boundary_set, state.wave)


def _read(edition: Edition, boundary_set: str, code: str) -> Atlas:
    wave = wave_of(edition, code)
    own = {"wave": wave["wave"], "boundary_set": boundary_set}
    areas = [_area(row) for row in edition.rows("area_values", own)]
    institutions: dict[str, list[Institution]] = defaultdict(list)
    for row in edition.rows("institutions", own):
        institutions[row["code"]].append(Institution(**row))
    answers = [
        InstitutionAnswer(**row | {"caveats": tuple(row["caveats"])})
        for row in edition.rows("institution_answers", {"wave": wave["wave"]})
    ]
    return Atlas(
        wave=wave,
        boundary_set=boundary_set,
        plain=_plain(edition, str(wave["wave"])),
        municipalities={
            row["code"]: Municipality(**row | {"neighbours": tuple(row["neighbours"])})
            for row in edition.rows("municipalities", own)
        },
        values=_grouped((a, a.code) for a in areas if a.code),
        regions=_grouped((a, a.planning_region) for a in areas if a.planning_region and not a.code),
        latvia={(a.indicator, a.institution_type): a for a in areas if not a.planning_region},
        institutions=dict(institutions),
        answers={(a.institution_id, a.indicator): a for a in answers},
        counts=counts_of(
            ContributionCount(**row) for row in edition.rows("contribution_counts", own)
        ),
        printed=_printed(edition, wave["wave"], "support_contact"),
        questions={
            row["indicator"]: row["question"]
            for row in edition.rows("indicator_definitions", {"lang": LANGUAGES[0]})
        },
        printed_in=_printed_in(edition, wave["wave"]),
        changes=_changes(edition, own),
    )


def _plain(edition: Edition, wave: str) -> ViewState:
    waves = wave_sets(edition)
    newest = next(iter(waves)) if len(waves) > 1 else ""
    usual = Usual(newest, waves[wave][0])
    return ViewState(boundary_set=usual.boundary_set, wave=newest and wave, usual=usual)


def _printed(edition: Edition, wave: str, question: str) -> dict[tuple[str | None, str], float]:
    rows = edition.rows("published_totals", {"wave": wave, "question": question})
    return {(row["institution_type"], row["category"]): row["value"] for row in rows}


def _printed_in(edition: Edition, wave: str) -> dict[tuple[str, str], list[str]]:
    """The questions whose figures a source prints, each once and in its order."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in edition.rows("study_figures", {"wave": wave, "lang": LANGUAGES[0]}):
        found[row["source"], row["institution_type"]][row["question"]] = None
    return {place: list(questions) for place, questions in found.items()}


def _changes(
    edition: Edition, own: dict[str, Any]
) -> dict[tuple[str, str, str], dict[str, Change]]:
    """What changed since each earlier wave."""
    found: dict[tuple[str, str, str], dict[str, Change]] = defaultdict(dict)
    for row in edition.rows("changes", own):
        change = Change(**row | {"caveats": tuple(row["caveats"])})
        key = (change.wave_before, change.indicator, change.institution_type)
        found[key][change.code or change.planning_region] = change
    return dict(found)


def _area(row: dict[str, Any]) -> AreaValue:
    return AreaValue(**row | {n: tuple(row[n]) for n in ("sources", "caveats")})


def _grouped(pairs: Any) -> dict[tuple[str, str], dict[str, AreaValue]]:
    groups: dict[tuple[str, str], dict[str, AreaValue]] = defaultdict(dict)
    for area, place in pairs:
        groups[area.indicator, area.institution_type][place] = area
    return dict(groups)


def read_labels(edition: Edition, lang: str) -> dict[tuple[str, str], str]:
    """(kind, code) → words in one language: evidence, caveat, institution_type, source."""
    key = ("labels", lang)
    if key not in edition.kept:
        rows = edition.rows("labels", {"lang": lang})
        edition.kept[key] = {(row["kind"], row["code"]): row["label"] for row in rows}
    labels: dict[tuple[str, str], str] = edition.kept[key]
    return labels
