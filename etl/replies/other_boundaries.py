"""A place that the boundaries of a wave do not have, but others do: that is told as such."""

from collections.abc import Iterable
from functools import cache

from etl.problems import Problem
from etl.replies.frame import place_names
from etl.replies.names import Directory
from etl.replies.words import name_parts
from geodata.boundaries import boundary_sets

UNKNOWN = ("reply_place_unknown", "reply_name_unknown")


def told_with_boundaries(problems: Iterable[Problem], sets: Iterable[str]) -> list[Problem]:
    """The problems of matching, those of a place that is only in another boundary set told so.

    `sets` are the boundary sets within which a place may be written, the wave's own first.
    """
    allowed = list(sets)
    return [_told(problem, allowed) for problem in problems]


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
def _places(boundary_set: str) -> Directory:
    return Directory([], place_names(boundary_set))
