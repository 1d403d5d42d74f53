"""Several surveys of one build: each folder under a name that tells it apart, each wave once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from etl.problems import Problem
from etl.survey_format import Survey


def folder_names(folders: Sequence[Path]) -> list[str]:
    """The shortest ends of the paths that tell the folders apart: `survey`, or `2016/survey`."""
    parts = [folder.resolve().parts for folder in folders]
    for length in range(1, max(map(len, parts), default=0) + 1):
        names = ["/".join(ends[-length:]) for ends in parts]
        if len(set(names)) == len(set(parts)):
            return names
    return []


def in_folder(problems: Iterable[Problem], name: str) -> list[Problem]:
    """The problems of one of several folders, each with the folder before its file.

    A wave may be a file of replies, which needs no folder's name before its own.
    """
    return [
        problem
        if problem.file == name.rpartition("/")[2]
        else replace(problem, file=f"{name}/{problem.file}")
        for problem in problems
    ]


def wave_problems(surveys: Sequence[Survey], names: Sequence[str]) -> list[Problem]:
    """A wave that two of the folders claim; a database holds each wave once."""
    first: dict[str, str] = {}
    problems = []
    for survey, name in zip(surveys, names, strict=True):
        if survey.facts is None:
            continue
        wave = survey.facts.wave
        if wave in first:
            facts = {"other": first[wave], "example": f"{wave[:4]}b"}
            problems.append(Problem(f"{name}/wave.toml", None, "wave", wave, "wave_twice", facts))
        first.setdefault(wave, name)
    return problems
