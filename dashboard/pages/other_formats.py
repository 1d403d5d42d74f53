"""The formats beside CSV in which a page's rows can be had: one line of links a table."""

from collections.abc import Callable, Sequence

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.exports.files import formats_of
from dashboard.i18n.translate import Words

WORDS = {  # ending → what it is called
    "csv": "export.csv",
    "xlsx": "export.xlsx",
    "parquet": "export.parquet",
    "geojson": "export.geojson",
    "geo.parquet": "export.geo_parquet",
}
Address = Callable[[str], str]  # ending → the address of the file


def endings(table: str) -> list[str]:
    """The endings of a table's formats beside CSV."""
    return [one for one in formats_of(table) if one != "csv"]


def format_links(
    table: str, w: Words, address: Address, follow: dict[str, str] | None = None
) -> html.Li:
    """A line of a menu: the table's name, then its formats; CSV too where no line above has it."""
    offered = ["csv", *endings(table)] if table == "statements" else endings(table)
    links = [
        html.A(w(WORDS[one]), href=address(one), **attributes(_following(follow, one)))
        for one in offered
    ]
    return html.Li([html.Span(w(f"export.{table}")), *links], className="export-more")


def package_link(w: Words, address: str, follow: dict[str, str] | None = None) -> html.Li:
    """A line of a menu: everything in one file."""
    name = html.Span(w("export.package"))
    note = html.Span(w("export.package_note"), className="export-note")
    link = html.A([name, note], href=address, **attributes(_following(follow, "zip")))
    return html.Li(link, className="export-whole")


def _following(follow: dict[str, str] | None, ending: str) -> dict[str, str]:
    return follow | {"data-ending": ending} if follow else {}


def format_buttons(table: str, w: Words, address: Address) -> Sequence[Child]:
    """The same as buttons, for a page with room for them."""
    return [html.A(w(WORDS[one]), href=address(one), className="button") for one in endings(table)]
