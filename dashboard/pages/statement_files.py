"""The statements that are shown, as files."""

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
    links: list[Child] = [html.Span(f"{w('export.statements')}:")]
    for one in DIALECTS:
        address = f"/export/statements.csv?{urlencode(query | {'dialect': one})}"
        links += [" ", html.A(w(f"export.csv_{one}"), href=address)]
    for ending in endings("statements"):
        address = f"/export/statements.{ending}?{urlencode(query)}"
        links += [" ", html.A(w(WORDS[ending]), href=address)]
    return html.P(links, className="study-files")
