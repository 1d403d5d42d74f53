"""Places as written, and boundaries: one of other boundaries, and one of none, are told as such."""

from collections.abc import Iterable
from functools import cache

from etl.problems import Problem
from etl.replies.frame import place_names
from etl.replies.names import Directory
from etl.replies.reply import Reply
from etl.replies.words import name_parts
from geodata.boundaries import boundary_sets

UNKNOWN = ("reply_place_unknown", "reply_name_unknown")


def told_with_boundaries(problems: Iterable[Problem], sets: Iterable[str]) -> list[Problem]:
    """The problems of matching, those of a place that is only in another boundary set told so.

    `sets` are the boundary sets within which a place may be written, the wave's own first.
    """
    allowed = list(sets)
    return [_told(problem, allowed) for problem in problems]


def places_unread(replies: Iterable[Reply]) -> list[Problem]:
    """Places beside an identifier that are no municipality in any boundaries, once a row."""
    told: dict[tuple[str, str, int], Problem] = {}
    for reply in replies:
        if reply.institution_id and reply.place and not _is_any_place(reply.place):
            place = (reply.file, reply.row, reply.columns.get("place", ""), reply.place)
            facts = {"institution": reply.institution_id}
            problem = Problem(*place, "place_unread", facts, reply.sheet)
            told.setdefault((reply.file, reply.sheet, reply.row), problem)
    return list(told.values())


def _told(problem: Problem, allowed: list[str]) -> Problem:
    if problem.fault not in UNKNOWN or not name_parts(problem.value).places:
        return problem
    if any(_is_place(problem.value, one) for one in allowed):
        return problem
    others = (known.boundary_set for known in boundary_sets())
    found = next((one for one in others if _is_place(problem.value, one)), None)
    if found is None:
        return problem
    facts = {"other": found, "boundary_set": allowed[0]}
    place = (problem.file, problem.row, problem.column, problem.value)
    return Problem(*place, "place_of_other_boundaries", facts, problem.sheet)


def _is_place(text: str, boundary_set: str) -> bool:
    return len(_places(boundary_set).municipality(text)) == 1


@cache
def _is_any_place(text: str) -> bool:
    sets = {known.boundary_set for known in boundary_sets()}
    return any(_places(one).municipality(text) for one in sets)


@cache
def _places(boundary_set: str) -> Directory:
    return Directory([], place_names(boundary_set))
