"""The table's view: which rows, and under which of the export's filters. Its parameters repeat."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from dashboard.exports.filters import ExportFilter, allowed_values, parameters_of, parse_filter
from dashboard.i18n.translate import LANGUAGES

PATH = "/table"
ROWS = ("indicators", "answers")  # the export's tables, the default first
EVERYTHING = {("planning_region", ""), ("municipality", ""), ("institution_type", "all")}
SETTINGS = {  # parameters that take one value; the last two are the map's
    "rows": ROWS,
    "lang": LANGUAGES,
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

    def values(self, parameter: str) -> tuple[str, ...]:
        """The chosen values of a parameter; none means all."""
        return self.chosen.get(parameter, ())

    def having(self, parameter: str, values: Iterable[str]) -> "TableView":
        """The same view with these values of a parameter."""
        sorted_values = tuple(sorted(set(values)))
        chosen = {name: kept for name, kept in self.chosen.items() if name != parameter}
        return replace(self, chosen=chosen | ({parameter: sorted_values} if sorted_values else {}))

    def toggled(self, parameter: str, value: str) -> "TableView":
        """The same view with a value added, or removed where it is chosen."""
        return self.having(parameter, set(self.values(parameter)) ^ {value})

    def cleared(self) -> "TableView":
        """The same rows in the same boundary set, without any other filter."""
        return replace(self, chosen={k: v for k, v in self.chosen.items() if k == "boundary_set"})

    def fitting(self, options: Options) -> "TableView":
        """The same view without what these rows, or this boundary set, do not know."""
        allowed = allowed_values(self.rows, self.values("boundary_set"), options)
        view = replace(self, chosen={})
        for name in parameters_of(self.rows):
            view = view.having(name, set(self.values(name)) & set(allowed[name]))
        return view

    def address(self, path: str = PATH, **changes: str) -> str:
        """The address of this view, its rows or its language changed."""
        view = replace(self, **changes)  # type: ignore[arg-type]
        pairs = [("rows", view.rows)] if view.rows != ROWS[0] else []
        pairs += view.filters()
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

    The map's own parameters are understood: what means everything there is no filter here, and
    estimates that are switched off are evidence that is not asked for.
    """
    rows = _last(given, "rows")
    known_sets = allowed_values(rows, (), options)["boundary_set"]
    sets = [value for name, value in given if name == "boundary_set" and value in known_sets]
    values = allowed_values(rows, sets, options)
    allowed: dict[str, Sequence[str]] = {name: values[name] for name in parameters_of(rows)}
    view = TableView(rows, lang=_last(given, "lang"))
    unknown = []
    for name, value in given:
        if value in allowed.get(name, ()):
            view = view.having(name, {*view.values(name), value})
        elif value not in SETTINGS.get(name, ()) and (name, value) not in EVERYTHING:
            unknown.append((name, value))
    hides_estimates = _last(given, "estimates") == "off"
    if hides_estimates and "estimated" in allowed["evidence"] and not view.values("evidence"):
        view = view.having("evidence", set(allowed["evidence"]) - {"estimated"})
    return view, tuple(unknown)


def _last(given: Pairs, name: str) -> str:
    """The last understood value of a setting, else its default."""
    allowed = SETTINGS[name]
    found = [value for parameter, value in given if parameter == name and value in allowed]
    return found[-1] if found else allowed[0]
