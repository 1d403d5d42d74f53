"""Find out which municipality each row of a user's boundary file is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from geodata import place_names
from geodata.faults import BoundaryFault, Fact, Facts, Several
from geodata.reference import NAME_COLUMNS, boundary_sets, read_municipalities

_CODE = re.compile(r"LV-(\d{3}|[A-Z]{3})")


@dataclass(frozen=True)
class Match:
    """The code of each row of the file, in its order ("" where none was found), and the faults."""

    codes: tuple[str, ...]
    faults: tuple[BoundaryFault, ...]


def match_rows(frame: pd.DataFrame, file: str, boundary_set: str) -> Match:
    """Match every row to a municipality of the set, exactly: by code, or else by name.

    The column with the most codes or names of any boundary set is taken; with as many of each,
    the codes. Faults: no such column, unknown value, municipality of another set only, second
    row for a municipality, municipality without a row. Raises ValueError for an unknown set.
    """
    wanted = read_municipalities(boundary_set)
    names = dict(zip(wanted["code"], wanted["name_nom"], strict=True))
    column = _best_column(frame)
    if column is None:
        return Match((), (BoundaryFault(file, None, "", "", "no_column_of_places"),))
    texts = _texts(frame[column])
    codes = [_code_in(text, boundary_set) for text in texts]
    faults = [
        *_unmatched(texts, codes, file, column, boundary_set),
        *_duplicates(texts, codes, file, column),
        *(
            BoundaryFault(file, None, column, f"{code} {name}", "municipality_missing")
            for code, name in names.items()
            if code not in codes
        ),
    ]
    return Match(tuple(code or "" for code in codes), tuple(faults))


def _best_column(frame: pd.DataFrame) -> str | None:
    """A column with a code in one row and names in the others is a column of names."""
    scores = {}
    for column in frame.columns:
        if column != "geometry":
            texts = _texts(frame[column])
            codes = sum(bool(_CODE.fullmatch(_as_code(text))) for text in texts)
            named = sum(bool(_sets_with(text)) for text in texts)
            scores[column] = (max(codes, named), codes)
    best = max(scores, key=lambda column: scores[column], default=None)
    return best if best is not None and scores[best][0] > 0 else None


def _texts(values: "pd.Series[str]") -> list[str]:
    return ["" if pd.isna(value) else str(value).strip() for value in values]


def _as_code(text: str) -> str:
    return text.upper().replace(" ", "")


def _code_in(text: str, boundary_set: str) -> str | None:
    """Return the municipality of the set that the text is the code or the name of."""
    codes, known = _directory(boundary_set)
    code = _as_code(text)
    return code if code in codes else place_names.find(text, known)


def _sets_with(text: str) -> list[str]:
    keys = [entry.boundary_set for entry in boundary_sets()]
    return [key for key in keys if _code_in(text, key) is not None]


@cache
def _directory(boundary_set: str) -> tuple[frozenset[str], dict[place_names.PlaceKey, str]]:
    rows = read_municipalities(boundary_set)
    forms = dict(zip(rows["code"], rows[NAME_COLUMNS].to_numpy().tolist(), strict=True))
    return frozenset(forms), place_names.known_places(forms)


def _unmatched(
    texts: Sequence[str],
    codes: Sequence[str | None],
    file: str,
    column: str,
    boundary_set: str,
) -> Iterator[BoundaryFault]:
    for row, (text, code) in enumerate(zip(texts, codes, strict=True), start=1):
        if code is not None:
            continue
        fault, facts = _strange(text, boundary_set)
        yield BoundaryFault(file, str(row), column, text, fault, facts)


def _strange(text: str, boundary_set: str) -> tuple[str, Facts]:
    """Return the fault of a text that is no municipality of the set, and its facts."""
    facts: dict[str, Fact] = {"boundary_set": boundary_set}
    if others := _sets_with(text):
        return "municipality_of_another_set", facts | {"others": Several(others)}
    names = list(read_municipalities(boundary_set)["name_nom"])
    if alike := place_names.suggest(text, names):
        return "municipality_misspelt", facts | {"alike": Several(alike)}
    return "municipality_unknown", facts


def _duplicates(
    texts: Sequence[str], codes: Sequence[str | None], file: str, column: str
) -> Iterator[BoundaryFault]:
    first: dict[str, int] = {}
    for row, (text, code) in enumerate(zip(texts, codes, strict=True), start=1):
        if code is None:
            continue
        if first.setdefault(code, row) != row:
            facts: Facts = {"code": code, "first": first[code]}
            yield BoundaryFault(file, str(row), column, text, "municipality_twice", facts)
