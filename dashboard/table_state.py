"""The table's view: which rows, and under which of the export's filters. Its parameters repeat."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from dashboard.exports.filters import ExportFilter, allowed_values, parameters_of, parse_filter
from dashboard.i18n.translate import LANGUAGES

PATH = "/table"
ROWS_PATH = f"{PATH}/rows.json"  # the rows alone
ROWS = ("indicators", "answers")  # the export's tables, the default first
EVERYTHING = {("planning_region", ""), ("municipality", ""), ("institution_type", "all")}
COLUMNS = {  # of each table, in the order in which they stand; the rows can be sorted by any
    "indicators": (
        *("code", "municipality", "survey", "boundaries", "indicator", "institutions"),
        *("numerator", "denominator", "value", "lower", "upper", "change", "evidence", "source"),
    ),
    "answers": (
        *("code", "municipality", "survey", "boundaries", "institution", "question", "answer"),
        *("evidence", "source"),
    ),
}
ROW_NUMBER = re.compile("[1-9][0-9]{0,8}")
DOWN = "-"  # before a column: the largest first
SETTINGS = {  # parameters that take one value; the last two are the map's
    "rows": ROWS,
    "lang": LANGUAGES,
    "quotes": ("off", "on"),
    "estimates": ("on", "off"),
    "view": ("map", "list"),
}
Options = Sequence[tuple[str, str]]  # the rows of the query filter_options
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """What the table shows. `chosen` holds the export's parameters that are not empty."""

    rows: str = ROWS[0]
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # each sorted
    lang: str = LANGUAGES[0]
    sort: str = ""  # a column, DOWN before it; "" is the export's order
    row: int = 1  # the first row that stands in the page
    quotes: str = "off"  # whether the source's words stand under each row

    def values(self, parameter: str) -> tuple[str, ...]:
        """The chosen values of a parameter; none means all."""
        return self.chosen.get(parameter, ())

    def having(self, parameter: str, values: Iterable[str]) -> "TableView":
        """The same view, from its first row on, with these values of a parameter."""
        sorted_values = tuple(sorted(set(values)))
        chosen = {name: kept for name, kept in self.chosen.items() if name != parameter}
        chosen |= {parameter: sorted_values} if sorted_values else {}
        return replace(self, chosen=chosen, row=1)

    def toggled(self, parameter: str, value: str) -> "TableView":
        """The same view with a value added, or removed where it is chosen."""
        return self.having(parameter, set(self.values(parameter)) ^ {value})

    def cleared(self) -> "TableView":
        """The same rows in the same boundary set, without any other filter."""
        kept = {k: v for k, v in self.chosen.items() if k == "boundary_set"}
        return replace(self, chosen=kept, row=1)

    def fitting(self, options: Options) -> "TableView":
        """The same view without what these rows, or this boundary set, do not know."""
        allowed = allowed_values(self.rows, self.values("boundary_set"), options)
        sort = self.sort if self.sort.removeprefix(DOWN) in COLUMNS[self.rows] else ""
        view = replace(self, chosen={}, sort=sort)
        for name in parameters_of(self.rows):
            view = view.having(name, set(self.values(name)) & set(allowed[name]))
        return view

    def address(self, path: str = PATH, **changes: str) -> str:
        """The address of this view, its rows or its language changed."""
        view = replace(self, **changes)  # type: ignore[arg-type]
        pairs = [("rows", view.rows)] if view.rows != ROWS[0] else []
        pairs += view.filters()
        settled = (("sort", view.sort, ""), ("row", view.row, 1), ("quotes", view.quotes, "off"))
        pairs += [(name, str(value)) for name, value, usual in settled if value != usual]
        if view.lang != LANGUAGES[0]:
            pairs.append(("lang", view.lang))
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def export_address(self, dialect: str) -> str:
        """The address of the CSV file that holds exactly these rows."""
        pairs = [*self.filters(), ("dialect", dialect), ("lang", self.lang)]
        return f"/export/{self.rows}.csv?{urlencode(pairs)}"

    def file_address(self, ending: str) -> str:
        """The address of these rows in a format other than CSV."""
        return f"/export/{self.rows}.{ending}?{urlencode([*self.filters(), ('lang', self.lang)])}"

    def export_filter(self, options: Options) -> ExportFilter:
        """The export's own reading of these filters."""
        arguments = {name: list(values) for name, values in self.chosen.items()}
        return parse_filter(self.rows, arguments | {"lang": [self.lang]}, options)

    def filters(self) -> list[tuple[str, str]]:
        """Parameter and value of every filter, in the order in which the export lists them."""
        return [(name, value) for name in parameters_of(self.rows) for value in self.values(name)]


def read_table(given: Pairs, options: Options) -> tuple[TableView, Pairs]:
    """The view of an address, and the pairs of parameter and value that are not understood.

    Of several surveys the newest is shown, until others are asked for. The map's own parameters
    are understood: what means everything there is no filter here, and estimates that are switched
    off are evidence that is not asked for.
    """
    rows = _last(given, "rows")
    known_sets = allowed_values(rows, (), options)["boundary_set"]
    sets = [value for name, value in given if name == "boundary_set" and value in known_sets]
    values = allowed_values(rows, sets, options)
    allowed: dict[str, Sequence[str]] = {name: values[name] for name in parameters_of(rows)}
    view = TableView(rows, lang=_last(given, "lang"), quotes=_last(given, "quotes"))
    unknown, sort, row = [], "", 1
    for name, value in given:
        if value in allowed.get(name, ()):
            view = view.having(name, {*view.values(name), value})
        elif name == "sort" and value.removeprefix(DOWN) in COLUMNS[rows]:
            sort = value
        elif name == "row" and ROW_NUMBER.fullmatch(value):
            row = int(value)
        elif value not in SETTINGS.get(name, ()) and (name, value) not in EVERYTHING:
            unknown.append((name, value))
    hides_estimates = _last(given, "estimates") == "off"
    if hides_estimates and "estimated" in allowed["evidence"] and not view.values("evidence"):
        view = view.having("evidence", set(allowed["evidence"]) - {"estimated"})
    if len(allowed["wave"]) > 1 and not view.values("wave"):
        view = view.having("wave", [max(allowed["wave"])])
    return replace(view, sort=sort, row=row), tuple(unknown)


def _last(given: Pairs, name: str) -> str:
    """The last understood value of a setting, else its default."""
    allowed = SETTINGS[name]
    found = [value for parameter, value in given if parameter == name and value in allowed]
    return found[-1] if found else allowed[0]
