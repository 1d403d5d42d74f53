"""What the study page shows, as files: the statements that are chosen, and the printed figures."""

from collections.abc import Mapping
from urllib.parse import urlencode

from dash import html

from dashboard.components.attributes import Child
from dashboard.i18n.translate import Words
from dashboard.pages.other_formats import WORDS, endings
from dashboard.pages.study_chapters import Choice
from dashboard.state import ViewState

DIALECTS = ("excel", "analysis")


def statement_files(choice: Choice, state: ViewState, w: Words) -> html.P:
    """Links to the files with the statements that a choice asks for, and no others."""
    query = {"boundary_set": state.boundary_set, "lang": w.lang}
    if state.wave:
        query["wave"] = state.wave
    if choice.theme:
        query["theme"] = choice.theme
    if choice.institution_type != "all":
        query["institution_type"] = choice.institution_type
    if choice.planning_region:
        query["planning_region"] = choice.planning_region
    return _file_line("statements", query, w)


def figure_files(w: Words) -> html.P:
    """Links to the files with every printed figure beside what the coded answers give."""
    return _file_line("published_totals", {"lang": w.lang}, w)


def _file_line(table: str, query: Mapping[str, str], w: Words) -> html.P:
    links: list[Child] = [html.Span(f"{w(f'export.{table}')}:")]
    for one in DIALECTS:
        address = f"/export/{table}.csv?{urlencode({**query, 'dialect': one})}"
        links += [" ", html.A(w(f"export.csv_{one}"), href=address)]
    for ending in endings(table):
        address = f"/export/{table}.{ending}?{urlencode(query)}"
        links += [" ", html.A(w(WORDS[ending]), href=address)]
    return html.P(links, className="study-files")
