"""Validate: what several rows together must hold. Every problem is found, nothing is repaired."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from typing import Any

from etl.faults import Several
from etl.problems import Problem
from etl.survey_format import AnswerRow, EstimateRow, Located, PublishedTotalRow, R, Survey

INSTITUTIONS = "institutions.csv"
TOTALS = "published_totals.csv"
LONGEST_QUOTE = 12  # words: enough to find the place in the source, too few to copy it


def validate(
    survey: Survey,
    *,
    caveats: Collection[str],
    indicators: Collection[str],
    boundary_sets: Collection[str],
    source_is_known: Callable[[str], bool],
) -> list[Problem]:
    """All problems of `survey` that need more than one cell to be seen.

    `caveats`, `indicators` and `boundary_sets` are the known codes; `source_is_known` tells
    whether a source code can be said in words.
    """
    return [
        *_unique(survey.institutions, "institution_id", lambda r: r.institution_id),
        *_unique(survey.questions, "question", lambda r: r.question),
        *_unique(survey.answer_options, "answer", lambda r: (r.question, r.answer)),
        *_unique(survey.answers, "answer", lambda r: (r.institution_id, r.question, r.answer)),
        *_unique(survey.published_totals, "category", _total_key),
        *_unique(survey.estimates, "category", lambda r: (r.indicator, *_basis_key(r))),
        *_unique(survey.differences, "category", _total_key),
        *_unique(survey.contradictions, "text_lv", lambda r: (r.source, r.text_lv)),
        *_unique(survey.statements, "text_lv", lambda r: r),
        *_boundary_set(survey, boundary_sets),
        *_references(survey),
        *_one_answer(survey),
        *_responses(survey),
        *_no_answers(survey),
        *_citations(survey, caveats, source_is_known),
        *_totals(survey),
        *_estimate_bases(survey, indicators),
    ]


def _unique(rows: list[Located[R]], column: str, key: Callable[[R], Hashable]) -> Iterator[Problem]:
    first: dict[Hashable, int] = {}
    for located in rows:
        line = first.setdefault(key(located.row), located.line)
        if line != located.line:
            yield located.problem(column, "row_twice", first=line)


def _boundary_set(survey: Survey, known: Collection[str]) -> Iterator[Problem]:
    if survey.facts and survey.facts.boundary_set not in known:
        value, fault = survey.facts.boundary_set, "boundary_set_unknown"
        facts = {"known": Several(sorted(known))}
        yield Problem("wave.toml", None, "boundary_set", value, fault, facts)


def _references(survey: Survey) -> Iterator[Problem]:
    institutions = {located.row.institution_id for located in survey.institutions}
    options: dict[str, set[str]] = defaultdict(set)
    for located in survey.answer_options:
        options[located.row.question].add(located.row.answer)
    questions = {located.row.question for located in survey.questions}

    def known(question: str) -> bool:
        return question in questions or survey.may_hold("questions.csv", question=question)

    for option in survey.answer_options:
        if not known(option.row.question):
            yield option.problem("question", "option_question_unknown")
    for answer in survey.answers:
        row = answer.row
        owner = {"institution_id": row.institution_id}
        if row.institution_id not in institutions and not survey.may_hold(INSTITUTIONS, **owner):
            yield answer.problem("institution_id", "institution_unknown")
        option_cells = {"question": row.question, "answer": row.answer}
        if not known(row.question):
            yield answer.problem("question", "question_unknown", known=Several(sorted(questions)))
        elif row.answer not in options[row.question] and not survey.may_hold(
            "answer_options.csv", **option_cells
        ):
            allowed = Several(sorted(options[row.question]))
            yield answer.problem("answer", "answer_unknown", question=row.question, allowed=allowed)


def _one_answer(survey: Survey) -> Iterator[Problem]:
    multiple = {located.row.question for located in survey.questions if located.row.multiple}
    first: dict[tuple[str, str], Located[AnswerRow]] = {}
    for located in survey.answers:
        row = located.row
        earlier = first.setdefault((row.institution_id, row.question), located)
        if survey.may_hold("questions.csv", question=row.question):
            continue
        if row.question not in multiple and earlier.row.answer != row.answer:
            yield located.problem(
                "answer", "second_answer", question=row.question, first=earlier.line
            )


def _responses(survey: Survey) -> Iterator[Problem]:
    """Every institution responded or did not, and who did not has no other answer."""
    response = {
        located.row.institution_id: located.row.answer
        for located in survey.answers
        if located.row.question == "response"
    }
    for institution in survey.institutions:
        own = {"institution_id": institution.row.institution_id, "question": "response"}
        if own["institution_id"] not in response and not survey.may_hold("answers.csv", **own):
            yield institution.problem("institution_id", "response_missing")
    for answer in survey.answers:
        silent = response.get(answer.row.institution_id) == "no_response"
        if silent and answer.row.question != "response":
            yield answer.problem("institution_id", "answer_in_silence")


def _no_answers(survey: Survey) -> Iterator[Problem]:
    for located in survey.answers:
        if (located.row.answer == "no_answer") != (located.row.evidence == "no_answer"):
            yield located.problem("evidence", "evidence_does_not_fit", answer=located.row.answer)


def _citations(
    survey: Survey, caveats: Collection[str], source_is_known: Callable[[str], bool]
) -> Iterator[Problem]:
    cited: list[Located[Any]] = [*survey.institutions, *survey.answers, *survey.published_totals]
    cited += survey.statements
    for located in cited + list[Located[Any]](survey.contradictions):
        if not source_is_known(located.row.source):
            yield located.problem("source", "source_unreadable")
    for located in cited:
        row = located.row
        if len(row.quote.split()) > LONGEST_QUOTE:
            yield located.problem("quote", "quote_too_long", most=LONGEST_QUOTE)
        for code in getattr(row, "caveat", ()):
            if code not in caveats:
                known = Several(sorted(caveats))
                yield located.problem("caveat", "caveat_unknown", caveat=code, known=known)
    for answer in survey.answers:
        if not answer.row.quote and answer.row.evidence != "reported" and not answer.loaded:
            yield answer.problem("quote", "quote_missing")


def _totals(survey: Survey) -> Iterator[Problem]:
    for located in survey.published_totals:
        row = located.row
        if row.unit in {"percent", "about_percent"} and float(row.value) > 100:
            yield located.problem("value", "above_100_percent")
        if bool(row.label_lv) != bool(row.label_en):
            lacking = "label_en" if row.label_lv else "label_lv"
            yield located.problem(lacking, "label_in_one_language")
        if row.unit == "count" and row.denominator and float(row.value) > row.denominator:
            yield located.problem("value", "above_denominator", denominator=row.denominator)
    known = {_total_key(located.row) for located in survey.published_totals}
    for difference in survey.differences:
        key = dict(zip(TOTAL_KEY, _total_key(difference.row), strict=True))
        if _total_key(difference.row) not in known and not survey.may_hold(TOTALS, **key):
            yield difference.problem("category", "explains_no_figure")


TOTAL_KEY = ("institution_type", "question", "category", "value", "unit", "source")
BASIS_KEY = ("institution_type", "question", "category", "unit")


def _total_key(row: object) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in TOTAL_KEY)


def _estimate_bases(survey: Survey, indicators: Collection[str]) -> Iterator[Problem]:
    totals = Counter(_basis_key(located.row) for located in survey.published_totals)
    roles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for located in survey.estimates:
        row = located.row
        roles[row.indicator, row.institution_type].append(row.role)
        if row.indicator not in indicators:
            known = Several(sorted(indicators))
            yield located.problem("indicator", "indicator_unknown", known=known)
        basis = dict(zip(BASIS_KEY, _basis_key(row), strict=True))
        if totals[_basis_key(row)] == 0 and not survey.may_hold(TOTALS, **basis):
            yield located.problem("category", "estimate_without_total")
    for located in survey.estimates:
        group = {n: getattr(located.row, n) for n in ("indicator", "institution_type")}
        if survey.may_hold("estimates.csv", **group):
            continue
        if not _roles_fit(roles[located.row.indicator, located.row.institution_type]):
            yield located.problem("role", "roles_do_not_fit")


def _basis_key(row: EstimateRow | PublishedTotalRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in BASIS_KEY)


def _roles_fit(roles: Iterable[str]) -> bool:
    found = sorted(roles)
    return found in (["total"], ["lower", "upper"]) or (len(found) > 1 and set(found) == {"either"})
