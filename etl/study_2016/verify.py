"""Verify every quotation of the coded study against the study's text, given as a file.

    python -m etl.study_2016.verify TEXT

The text is not part of this project. What was verified is recorded in `verified.csv`: a digest of
each row, so that a row changed since then is noticed by a test without the text.
"""

import argparse
import csv
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from etl.problems import InputRefused, Problem
from etl.source_labels import JOINT
from etl.survey_file import Row, read_table

FOLDER = Path(__file__).parent
RECORD = FOLDER / "verified.csv"
CODED = {  # file: the columns that say what is claimed, and with which words
    "institutions.csv": (
        "institution_id",
        "institution_type",
        "name_lv",
        "municipality_code",
        "sub_unit",
        "source",
        "quote",
        "caveat",
    ),
    "answers.csv": (
        "institution_id",
        "question",
        "answer",
        "evidence",
        "source",
        "quote",
        "caveat",
    ),
    "published_totals.csv": (
        "institution_type",
        "question",
        "category",
        "value",
        "unit",
        "denominator",
        "source",
        "quote",
        "label_lv",
        "label_en",
    ),
    "statements.csv": (
        "theme",
        "institution_id",
        "municipality_code",
        "institution_type",
        "text_lv",
        "text_en",
        "source",
        "quote",
    ),
}
CHAPTER = re.compile(r'chapter "(.*)"')


def coded_rows(file: str) -> list[Row]:
    """The rows of one coded file."""
    return read_table(FOLDER / file, CODED[file])[0]


def digest(file: str, row: Row) -> str:
    """A short digest of what one row claims."""
    claim = "\x1f".join([file, *(row.cells[column] for column in CODED[file])])
    return hashlib.sha256(claim.encode()).hexdigest()[:16]


def unverified(text: str) -> Iterator[Problem]:
    """Rows whose quotation, chapter or footnote number does not stand in `text`."""
    flat = " ".join(text.split())
    for file in CODED:
        for row in coded_rows(file):
            quote, source = row.cells["quote"], row.cells["source"]
            if quote not in flat:
                yield Problem(file, row.line, "quote", quote, "quote_not_in_study")
            if not all(_source_stands(part, text, flat) for part in source.split(JOINT)):
                yield Problem(file, row.line, "source", source, "source_not_in_study")


def _source_stands(source: str, text: str, flat: str) -> bool:
    if chapter := CHAPTER.fullmatch(source):
        return chapter[1] in flat
    if not source.startswith("footnote"):
        return False
    # A footnote begins its line with its number; the space behind it is sometimes missing, and a
    # title's quotation mark may stand there.
    return all(re.search(rf"(?m)^ *{n} *“?[^\W\d]", text) for n in re.findall(r"\d+", source))


def record(text: str) -> int:
    """Write `verified.csv` anew; returns the number of rows recorded."""
    study = hashlib.sha256(text.encode()).hexdigest()
    lines = [(file, digest(file, row)) for file in CODED for row in coded_rows(file)]
    with RECORD.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["file", "digest"])
        writer.writerow(["the study's text", study])
        writer.writerows(lines)
    return len(lines)


def main() -> int:
    """Verify and record; print every quotation that cannot be found."""
    parser = argparse.ArgumentParser("python -m etl.study_2016.verify", description=__doc__)
    parser.add_argument("text", type=Path, help="the study's text, a UTF-8 file")
    path = parser.parse_args().text
    if not path.is_file():
        parser.error(f"there is no file {path}")
    text = path.read_text("utf-8")
    if problems := list(unverified(text)):
        print(InputRefused(problems).report(), file=sys.stderr)
        return 1
    print(f"{record(text)} rows verified and recorded in {RECORD.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
