"""A problem in a file that somebody wrote, and its sentence: where, what, what to do."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale

from etl.faults import Facts, in_language, texts, words

COLUMNS = (
    "file", "sheet", "row", "column", "value", "fault",
    "rule_lv", "remedy_lv", "rule_en", "remedy_en",
)  # fmt: skip
LONGEST_VALUE = 200  # characters of a cell that a sentence shows
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. `row` is the line of the file (the header is 1), None for the whole file.

    `fault` is a code of `faults.toml` or `checks/<name>`; `facts` fill the braces of its texts.
    `sheet` is the sheet of a workbook, else empty.
    """

    file: str
    row: int | None
    column: str
    value: str
    fault: str
    facts: Facts = field(default_factory=dict, hash=False)
    sheet: str = ""

    def rule(self, lang: str = "en") -> str:
        """What is wrong, to be read after the place and the value; no full stop."""
        return texts(self.fault)[f"rule_{lang}"].format_map(in_language(self.facts, lang))

    def remedy(self, lang: str = "en") -> str:
        """What to do, as a sentence."""
        return texts(self.fault)[f"remedy_{lang}"].format_map(in_language(self.facts, lang))

    def sentence(self, lang: str = "en") -> str:
        """The sentence a person reads, e.g. `answers.csv, row 7, column answer: “x” is …`."""
        said = words(lang)
        where = [self.file]
        if self.sheet:
            where.append(said["sheet"].format(sheet=self.sheet))
        if self.row is not None:
            where.append(said["row"].format(row=self.row))
        if self.column:
            where.append(said["column"].format(column=self.column))
        value = f"{said['value'].format(value=_shown(self.value))} " if self.value else ""
        return f"{', '.join(where)}: {value}{self.rule(lang)}. {self.remedy(lang)}"

    def __str__(self) -> str:
        return self.sentence()


class InputRefused(Exception):  # noqa: N818 - named for what happened, as a person would say it
    """The files cannot become a database. Carries every problem found, in order of place."""

    def __init__(self, problems: Sequence[Problem]):
        self.problems = sorted(
            set(problems),
            key=lambda p: (p.file, p.sheet, p.row or 0, p.column, p.value, p.sentence()),
        )
        super().__init__(f"{len(self.problems)} problems")

    def report(self, lang: str = "en") -> str:
        """All sentences in Latvian (lv) or English (en), one a line, headed by their number."""
        n = len(self.problems)
        heading: str = words(lang)["problems"][Locale(lang).plural_form(n)].format(n=n)
        return "\n".join([heading, *(problem.sentence(lang) for problem in self.problems)])

    def table(self) -> str:
        """The problems as CSV, one a row, in both languages: see `problem_table`."""
        return problem_table(self.problems)


def problem_table(problems: Sequence[Problem]) -> str:
    """CSV with the columns COLUMNS, `;` between cells and CRLF, as a Latvian Excel opens it.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(COLUMNS)
    for p in problems:
        row = "" if p.row is None else str(p.row)
        told = [text(lang) for lang in ("lv", "en") for text in (p.rule, p.remedy)]
        cells = [p.file, p.sheet, row, p.column, _shown(p.value), p.fault, *told]
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()


def write_table(problems: Sequence[Problem], path: Path) -> None:
    """Write `problem_table` to `path` as UTF-8 with a BOM; with no problem the header alone."""
    path.write_text(problem_table(problems), "utf-8-sig", newline="")


def _shown(value: str) -> str:
    """The value on one line, cut where nobody reads on."""
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"
