"""/compare : four indicators, two municipalities, two boundary sets or regions, side by side."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from dash import html

from dashboard.components.attributes import Child, icon
from dashboard.components.controls import Choice, segment
from dashboard.database import Edition
from dashboard.exports.changes import CHANGES
from dashboard.pages.compare_boundaries import reform_of, two_boundary_sets
from dashboard.pages.compare_changes import (
    SINCE,
    has_changes,
    read_changes,
    what_changed,
    within_both,
)
from dashboard.pages.compare_indicators import four_indicators
from dashboard.pages.compare_municipalities import two_municipalities
from dashboard.pages.compare_parts import PATH, Scene
from dashboard.pages.compare_regions import AREAS, planning_regions
from dashboard.pages.exports import KNOWN
from dashboard.pages.notices import unknown_notices
from dashboard.pages.other_formats import format_links, package_link
from dashboard.pages.sharing import copy_button
from dashboard.pages.shell import page
from dashboard.state import A_BOUNDARY_SET, A_WAVE, INDICATORS, ParsedState

MODES: Mapping[str, Callable[[Scene], list[Child]]] = {
    "indicators": four_indicators,
    "municipalities": two_municipalities,
    "boundaries": two_boundary_sets,
    "regions": planning_regions,
    "change": what_changed,
}
PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "mode": tuple(MODES),
    "with": ("",),  # the other municipality
    SINCE: A_WAVE,  # the earlier survey; "" is the newest before
    "against": A_BOUNDARY_SET,  # the other boundary set; "" is the next one
}


def layout(edition: Edition, parsed: ParsedState) -> list[Child]:
    """The whole page in the mode of its address."""
    scene = Scene(edition, parsed)
    w, mode = scene.words, parsed.own["mode"]
    if mode not in modes_of(scene):
        mode, unknown = next(iter(MODES)), (*parsed.unknown, ("mode", mode))
        parsed = replace(parsed, own={**parsed.own, "mode": mode}, unknown=unknown)
        scene = Scene(edition, parsed)
    head = html.Div(
        [
            html.H1(w(f"compare.title.{mode}")),
            _modes(scene, mode),
            html.Div([copy_button(w), _files(scene, mode)], className="compare-actions"),
        ],
        className="compare-head",
    )
    notices = unknown_notices(parsed, w)
    body = html.Div([head, *notices, *MODES[mode](scene)], className=f"compare is-{mode}")
    return page(edition, scene.state, PATH, [body], address=scene.address)


def modes_of(scene: Scene) -> list[str]:
    """The comparisons that the database and the wave have anything for."""
    missing = {"boundaries"} if len(scene.boundary_sets()) < 2 else set()
    missing |= set() if has_changes(scene) else {"change"}
    return [mode for mode in MODES if mode not in missing]


def _modes(scene: Scene, mode: str) -> Child:
    w = scene.words
    choices = [
        Choice(one, w(f"compare.mode.{one}"), scene.address(mode=one), one == mode)
        for one in modes_of(scene)
    ]
    return segment(w("compare.label"), "", choices, stay=True)


def _files(scene: Scene, mode: str) -> html.Details:
    """The menu of the rows behind what is compared."""
    w = scene.words
    links = [
        html.Li(
            html.A(
                [
                    html.Span(f"{w(f'export.{table}')}: {w(f'export.csv_{dialect}')}"),
                    html.Span(w(f"export.csv_{dialect}_note"), className="export-note"),
                ],
                href=file_of(scene, mode, table, dialect),
            )
        )
        for table in _tables(mode)
        for dialect in ("excel", "analysis")
    ]
    links += [_other_formats(scene, mode, table) for table in _tables(mode)]
    links += [package_link(w, package_of(scene))] if mode == "change" else []
    button = html.Summary([icon("download"), html.Span(w("action.export"))], className="button")
    return html.Details([button, html.Ul(links, className="export-links")], className="export-menu")


def _tables(mode: str) -> tuple[str, ...]:
    return (CHANGES, "indicators", "answers") if mode == "change" else ("indicators", "answers")


def _other_formats(scene: Scene, mode: str, table: str) -> html.Li:
    def address(ending: str) -> str:
        return files_of(scene, mode, f"{table}.{ending}")

    return format_links(table, scene.words, address)


def file_of(scene: Scene, mode: str, table: str, dialect: str) -> str:
    """The address of the CSV with the rows that are compared: all of them, and no others."""
    return files_of(scene, mode, f"{table}.csv", dialect=dialect)


def package_of(scene: Scene) -> str:
    """The address of the package of both surveys that are compared, with what changed."""
    both = within_both(scene)
    span = read_changes(both).span
    query = [
        ("boundary_set", both.state.boundary_set),
        ("wave", span.before),
        ("wave", span.after),
        (SINCE, span.before),
        *([("planning_region", both.state.planning_region)] if both.state.planning_region else []),
        ("lang", scene.lang),
    ]
    return f"/export/package.zip?{urlencode(query)}"


def files_of(scene: Scene, mode: str, file: str, **settings: str) -> str:
    """The address of a file with the rows that are compared."""
    state, table = scene.state, file.partition(".")[0]
    query = [*settings.items(), ("lang", scene.lang)]
    sets = [state.boundary_set]
    if mode == "municipalities":
        chosen = (state.municipality, scene.parsed.own["with"])
        query += [("municipality", code) for code in dict.fromkeys(chosen) if code]
    else:
        shown = (state.indicator,) if mode in ("boundaries", "change") else INDICATORS
        query += [("indicator", one) for one in shown if table != "answers"]
        if table != "answers" or state.institution_type != "all":
            query.append(("institution_type", state.institution_type))
        if mode == "regions":
            query += [("area", one) for one in AREAS if table == "indicators"]
        elif state.planning_region:
            query.append(("planning_region", state.planning_region))
    if state.estimates == "off" and table != "answers":
        query += [("evidence", one) for one in KNOWN]
    waves = [state.wave] if state.wave else []
    if mode == "boundaries":
        reform = reform_of(scene)
        sets = [reform.older, reform.newer]
    elif mode == "change":
        both = within_both(scene)
        span = read_changes(both).span
        sets, waves = [both.state.boundary_set], [span.before, span.after]
    wave = [("wave", one) for one in waves]
    if table == CHANGES:
        wave = [(SINCE, span.before), ("wave", span.after)]
    query = [*(("boundary_set", one) for one in sets), *wave, *query]
    return f"/export/{file}?{urlencode(query)}"
