"""What is taken out of the database: one table as an address asks for it, whatever the format."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from dashboard.database import Edition
from dashboard.exports.changes import CHANGES, change_batches, refuse_one_survey
from dashboard.exports.columns import Column, columns_of
from dashboard.exports.filters import DIALECTS, ExportFilter, parameters_of, parse_filter
from dashboard.exports.formats import csv_pieces
from dashboard.exports.priorities import list_rows, parse_list_filter
from dashboard.waves import wave_sets

TABLES = (
    "answers",
    "indicators",
    "statements",
    "published_totals",
)  # each is a query export_<table>
LIST = "priorities"  # made of other queries' rows
Row = tuple[Any, ...]
Arguments = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Extract:
    """The rows of one table under its filters; `batches` reads them anew each time."""

    edition: Edition
    table: str
    lang: str
    dialect: str
    pairs: tuple[tuple[str, str], ...]  # parameter and value of everything asked for, in one order
    batches: Callable[[], Iterator[list[Row]]]
    written: Callable[[], Iterator[bytes]] | None = None  # the same as CSV, by DuckDB itself

    def csv(self, dialect: str = DIALECTS[0]) -> Iterator[bytes]:
        """The rows as a CSV file in pieces."""
        if self.written and dialect == DIALECTS[0]:
            return self.written()
        return csv_pieces([column.name for column in self.columns], self.batches(), dialect)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        return columns_of(self.table)

    @property
    def boundary_sets(self) -> list[str]:
        """The boundary sets asked for, else each survey's own; none for rows that have no place."""
        if all(column.name != "boundary_set" for column in self.columns):
            return []
        asked = [value for name, value in self.pairs if name == "boundary_set"]
        waves = [value for name, value in self.pairs if name == "wave"]
        if self.table == CHANGES and not waves:  # a change stands in the later survey's
            waves = sorted(wave_sets(self.edition))[1:]
        return asked or own_sets(self.edition, waves)

    @property
    def waves(self) -> list[str]:
        """The surveys asked for; none where all are, or where a change rests on further ones."""
        asked = {name: [v for n, v in self.pairs if n == name] for name in ("wave", "since")}
        if self.table == CHANGES:
            return sorted({*asked["since"], *asked["wave"]}) if all(asked.values()) else []
        return asked["wave"]

    def link(self, suffix: str) -> str:
        """The address of this file: the same for everyone who asks for the same."""
        return link_of(f"{self.table}.{suffix}", self.pairs)


def link_of(file: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """The address of an exported file."""
    return f"/export/{file}?{urlencode(pairs)}"


def tables_of(edition: Edition) -> tuple[str, ...]:
    """The tables that a database has rows of: changes only where there are two surveys."""
    return (*TABLES, CHANGES) if len(wave_sets(edition)) > 1 else TABLES


def own_sets(edition: Edition, waves: Sequence[str] = ()) -> list[str]:
    """The boundary sets of these surveys themselves, or of all."""
    sets = wave_sets(edition)
    return list(dict.fromkeys(sets[wave][0] for wave in waves or sets))


def read_extract(
    edition: Edition, table: str, arguments: Arguments, *, dialects: bool = True
) -> Extract:
    """What an address asks for of one table.

    Raises:
        FilterRefused: a parameter is unknown or has a value that is not allowed.
    """
    options = edition.table("filter_options")[1]
    if table == LIST:
        listed = parse_list_filter(arguments, options, wave_sets(edition), dialects=dialects)
        pairs = tuple(listed.pairs())
        return Extract(
            edition,
            table,
            listed.lang,
            listed.dialect,
            pairs,
            lambda: iter([list_rows(edition, listed)]),
        )
    wanted = parse_filter(table, arguments, options, dialects=dialects)
    if table == CHANGES:
        refuse_one_survey(list(wave_sets(edition)), wanted.lang)
    return filtered(edition, table, wanted)


def filtered(edition: Edition, table: str, wanted: ExportFilter) -> Extract:
    """The rows of one of TABLES, or of changes, under a filter that was checked."""
    if table == CHANGES:
        return Extract(
            edition,
            table,
            wanted.lang,
            wanted.dialect,
            pairs_of(table, wanted),
            lambda: change_batches(edition, wanted.query),
        )
    return Extract(
        edition,
        table,
        wanted.lang,
        wanted.dialect,
        pairs_of(table, wanted),
        lambda: edition.stream(f"export_{table}", wanted.query)[1],
        lambda: edition.csv(f"export_{table}", wanted.query),
    )


def pairs_of(table: str, wanted: ExportFilter) -> tuple[tuple[str, str], ...]:
    """Parameter and value of everything asked for, in the order in which they are documented."""
    names = parameters_of(table).items()
    chosen = [(name, value) for name, target in names for value in wanted.query[target]]
    return (*chosen, ("lang", wanted.lang))
