"""Notices of rows: which are twice, lack a source, answer nothing, stand back or are not there."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from etl.conflict import Conflict
from etl.faults import Fact, Facts, InBoth, Several, in_words
from etl.problems import Problem
from etl.replies.complete import NO_RESPONSE, RESPONSE
from etl.replies.frame import place_names
from etl.replies.own_rows import where
from etl.replies.reply import Reply
from etl.replies.words import ORPHANS_COURT, SOCIAL_SERVICE
from etl.survey_format import Survey

MOST_NAMED = 5  # institutions without a row that a notice names
MOST_TOLD = 20  # rows of a file that are told one by one
Place = tuple[str, str, int]


def faulty_rows(problems: Iterable[Problem]) -> set[Place]:
    """The rows that have a problem."""
    return {(one.file, one.sheet, one.row) for one in problems if one.row is not None}


def rows_again(
    found: Iterable[tuple[Reply, str]], names: Mapping[str, str], faulty: Collection[Place]
) -> list[Problem]:
    """Rows that give the same answers of an institution as an earlier row of the same file.

    `found` are replies with the identifiers of their institutions; `names` are those of
    institutions by identifier. A row of `faulty` says something else too, or nobody knows yet what
    it says.
    """
    rows: dict[tuple[str, Place], list[Reply]] = {}
    for reply, institution in found:
        place = (reply.file, reply.sheet, reply.row)
        if place not in faulty:
            rows.setdefault((institution, place), []).append(reply)
    first: dict[tuple[str, str, frozenset[tuple[str, str]]], Reply] = {}
    told: dict[str, list[Problem]] = {}
    for (institution, (file, sheet, row)), replies in rows.items():
        said = frozenset((reply.question, reply.answer) for reply in replies)
        earlier = first.setdefault((institution, file, said), replies[0])
        if earlier is replies[0]:
            continue
        facts: dict[str, Fact] = {"institution": institution, "name": names[institution]}
        facts["where"] = where(earlier, replies[0])
        problem = Problem(file, row, "", "", "row_again", facts, sheet)
        told.setdefault(file, []).append(problem)
    return [one for file, of_file in told.items() for one in _cut(file, of_file, "rows_again_more")]


def rows_without_source(replies: Iterable[Reply]) -> list[Problem]:
    """Rows that say no source, of a table of one file in which others do."""
    tables: dict[tuple[str, str], dict[int, Reply]] = {}
    for one in replies:
        if "source" in one.columns:
            tables.setdefault((one.file, one.sheet), {}).setdefault(one.row, one)
    notices = []
    for (file, sheet), rows in tables.items():
        told = [
            Problem(file, row, one.columns["source"], "", "source_left_empty", {}, sheet)
            for row, one in rows.items()
            if not one.source
        ]
        if len(told) < len(rows):
            notices += _cut(file, told, "sources_left_empty_more")
    return notices


def rows_without_answers(owners: Sequence[Reply]) -> list[Problem]:
    """Rows of a file that answer nothing, where they are few: forms have many."""
    told = [Problem(one.file, one.row, "", "", "row_unanswered", {}, one.sheet) for one in owners]
    return told if len(told) <= MOST_NAMED else []


def rows_that_stand_back(conflicts: Iterable[Conflict]) -> list[Problem]:
    """Of each table the rows with an answer that contradicts the survey's, which stands."""
    tables: dict[tuple[str, str], set[int]] = {}
    for one in conflicts:
        if one.stands == "survey":
            tables.setdefault((one.file, one.sheet), set()).add(one.line)
    notices = []
    for (file, sheet), found in tables.items():
        rows = [str(row) for row in sorted(found)]
        shown = ", ".join(rows[:MOST_TOLD]) + (", …" if len(rows) > MOST_TOLD else "")
        facts: Facts = {"rows": shown, "n": len(rows)}
        notices.append(Problem(file, None, "", "", "replies_stand_back", facts, sheet))
    return notices


def _cut(file: str, told: list[Problem], more: str) -> list[Problem]:
    """So many notices of a file as somebody reads, and the number of the others."""
    left = len(told) - MOST_TOLD
    rest = [Problem(file, None, "", "", more, {"n": left})] if left > 0 else []
    return [*told[:MOST_TOLD], *rest]


def institutions_without_rows(
    survey: Survey, files: Iterable[str], owners: Collection[str]
) -> list[Problem]:
    """Of each type that occurs in the files: how many institutions asked have no row in any.

    `owners` are the identifiers that have one. Who did not respond to the survey is not expected
    to have a row: where only such institutions have none, nothing is told.
    """
    rows = [located.row for located in survey.institutions]
    silent = {
        located.row.institution_id
        for located in survey.answers
        if located.row.question == RESPONSE and located.row.answer == NO_RESPONSE
    }
    notices = []
    for kind in dict.fromkeys(row.institution_type for row in rows if row.institution_id in owners):
        asked = [row for row in rows if row.institution_type == kind]
        without = [row for row in asked if row.institution_id not in owners]
        expected = [row for row in without if row.institution_id not in silent]
        lacking = in_words(f"lacking_{kind}", n=len(without), all=len(asked))
        if len(expected) < len(without):
            unexpected = len(without) - len(expected)
            lacking = in_words("lacking_silent", lacking=lacking, silent=unexpected)
        names = [f"{row.name_lv} ({row.institution_id})" for row in expected]
        notices += _without(files, lacking, names)
    return notices


def municipalities_without_rows(
    boundary_set: str, files: Iterable[str], owners: Collection[tuple[str, str]]
) -> list[Problem]:
    """The same of a new wave, of which nobody knows whom it asked: by municipality.

    `owners` are the types and municipalities (codes of `boundary_set`) of the rows that there are;
    each municipality has a court and a service.
    """
    places = place_names(boundary_set)
    notices = []
    for kind in (ORPHANS_COURT, SOCIAL_SERVICE):
        there = {code for one, code in owners if one == kind and code in places}
        names = [name for code, name in places.items() if code not in there]
        facts: dict[str, Fact] = {"n": len(names), "all": len(places), "boundary_set": boundary_set}
        if there:
            notices += _without(files, in_words(f"lacking_municipal_{kind}", **facts), names)
    return notices


def _without(files: Iterable[str], lacking: InBoth, names: Sequence[str]) -> list[Problem]:
    """A notice of all files together, with names where they are few; none where there is none."""
    if not names:
        return []
    fault = "rows_missing"
    facts: dict[str, Fact] = {"lacking": lacking}
    if len(names) <= MOST_NAMED:
        fault = "rows_missing_few"
        facts["names"] = Several(names)
    return [Problem(", ".join(dict.fromkeys(files)), None, "", "", fault, facts)]
