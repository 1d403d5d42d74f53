"""A problem in a file that somebody wrote, and its sentence: where, what, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault. `row` is the line of the file (the header is 1), None for the whole file."""

    file: str
    row: int | None
    column: str
    value: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        """The sentence a person reads, e.g. `answers.csv, row 7, column answer: «x» is …`."""
        where = self.file
        if self.row is not None:
            where += f", row {self.row}"
        if self.column:
            where += f", column {self.column}"
        value = f"«{self.value}» " if self.value else ""
        return f"{where}: {value}{self.rule}. {self.remedy}"


class InputRefused(Exception):  # noqa: N818 - named for what happened, as a person would say it
    """The files cannot become a database. Carries every problem found, in order of place."""

    def __init__(self, problems: Sequence[Problem]):
        self.problems = sorted(
            set(problems), key=lambda p: (p.file, p.row or 0, p.column, p.value, p.rule)
        )
        super().__init__(f"{len(self.problems)} problems")

    def report(self) -> str:
        """All sentences, one a line, headed by their number."""
        noun = "problem" if len(self.problems) == 1 else "problems"
        return "\n".join([f"{len(self.problems)} {noun}:", *map(str, self.problems)])
