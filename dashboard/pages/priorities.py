"""/priorities : where a need meets a gap, group by group, as a list to take to a meeting."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from dash import html

from dashboard.atlas import Atlas, atlas_of
from dashboard.components.attributes import Child, attributes, icon
from dashboard.components.controls import Choice, segment, select
from dashboard.components.notice import notice
from dashboard.components.priority_list import PriorityGroup, priority_list
from dashboard.components.static import static
from dashboard.database import Edition
from dashboard.i18n.grammar import region_name, region_stem
from dashboard.i18n.translate import Words
from dashboard.pages.map_parts import boundaries_notice
from dashboard.pages.notices import unknown_notices
from dashboard.pages.other_formats import WORDS, endings
from dashboard.pages.priority_overview import overview
from dashboard.pages.priority_rows import listed_groups
from dashboard.pages.priority_words import lead
from dashboard.pages.shell import page
from dashboard.pages.sources import source_of
from dashboard.priorities import PARAMETERS, PATH, Pair, Standing, in_cell, pair_of, standings
from dashboard.state import INDICATORS, ParsedState
from dashboard.waves import offered_sets, wave_of


def layout(edition: Edition, parsed: ParsedState) -> list[Child]:
    """The page of a need and a gap within a region and a boundary set."""
    parsed, pair = _settled(parsed)
    state, w = parsed.state, Words(parsed.state.lang)
    atlas = atlas_of(edition, state)
    found = standings(atlas, pair, state.planning_region)
    groups = listed_groups(parsed, atlas, found, pair)
    body = html.Div(
        [
            html.Div(
                [
                    _head(edition, parsed, found, pair),
                    _controls(parsed, atlas, found, pair),
                    *_chosen_cell(parsed, groups, w),
                    _list(groups, pair, w),
                ],
                className="priority-main",
            ),
            overview(edition, parsed, atlas, found, pair),
        ],
        className="priorities",
    )
    return page(
        edition,
        parsed.state,
        PATH,
        [*unknown_notices(parsed, w), *boundaries_notice(atlas, w), body],
        address=parsed.address,
    )


def _settled(parsed: ParsedState) -> tuple[ParsedState, Pair]:
    """The state with a gap that is not the need; an address that says otherwise is told so."""
    need, gap = parsed.own["need"], parsed.own["gap"]
    pair = pair_of(need, gap, estimates=parsed.state.estimates == "on")
    if pair.gap == gap:
        return parsed, pair
    told = () if gap == PARAMETERS["gap"][0] else (("gap", gap),)
    own = {**parsed.own, "gap": pair.gap}
    return replace(parsed, own=own, unknown=parsed.unknown + told), pair


def _head(edition: Edition, parsed: ParsedState, found: Sequence[Standing], pair: Pair) -> html.Div:
    state, w = parsed.state, Words(parsed.state.lang)
    sets = [
        # Ticked codes are of one set; in another they would be other places.
        Choice(
            one, one, parsed.address(PATH, boundary_set=one, picked=""), one == state.boundary_set
        )
        for one in offered_sets(edition, state)
    ]
    title = html.H1(w(f"priority.title.{pair.gap}"))
    switch = segment(w("filters.boundaries"), "", sets, stay=True)
    return html.Div(
        [
            html.Div([title, switch], className="priority-top"),
            html.P(lead(found, pair, w), className="priority-lead"),
            html.P(_view(edition, parsed, pair, w), className="print-only"),
        ]
    )


def _view(edition: Edition, parsed: ParsedState, pair: Pair, w: Words) -> str:
    """What a printed list must say of itself, as the controls do not print."""
    state = parsed.state
    region = region_name(state.planning_region, w.lang) if state.planning_region else ""
    names = {
        part: w("priority.choice", label=w(f"priority.{part}"), choice=w(f"indicator.{code}.name"))
        for part, code in (("need", pair.need), ("gap", pair.gap))
    }
    wave = wave_of(edition, state.wave)
    text = w(
        "priority.view",
        **names,
        region=region or w("site.country"),
        boundaries=w("filters.boundary_set", year=int(state.boundary_set)),
    )
    version = w("footer.version", revision=wave["revision"])
    return f"{text}. {source_of(wave, w)}, {version}."


def _controls(parsed: ParsedState, atlas: Atlas, found: Sequence[Standing], pair: Pair) -> html.Div:
    w = Words(parsed.state.lang)
    parts: list[Child] = [
        _indicators(parsed, "need", pair.need, pair.gap, w),
        _indicators(parsed, "gap", pair.gap, pair.need, w),
        _regions(parsed, atlas, w),
        html.Div(_list_links(parsed, found, pair, w), className="priority-files"),
    ]
    return html.Div(parts, className="priority-controls")


def _indicators(parsed: ParsedState, name: str, chosen: str, other: str, w: Words) -> html.Div:
    choices = [
        Choice(
            one,
            w(f"indicator.{one}.short"),
            parsed.address(PATH, **{name: one}),
            one == chosen,
        )
        for one in INDICATORS
        if one != other
    ]
    return select(w(f"priority.{name}"), name, choices)


def _regions(parsed: ParsedState, atlas: Atlas, w: Words) -> html.Div:
    names = {"": w("filters.all_regions")}
    names |= {one: region_stem(one, w.lang) for one in atlas.planning_regions}
    choices = [
        Choice(
            value,
            text,
            parsed.address(PATH, planning_region=value),
            value == parsed.state.planning_region,
        )
        for value, text in names.items()
    ]
    return select(w("filters.region"), "planning_region", choices)


def _list_links(
    parsed: ParsedState, found: Sequence[Standing], pair: Pair, w: Words
) -> list[Child]:
    """The file of the ticked municipalities; without a tick, of all that are listed."""
    picked = [code for code in parsed.own["picked"].split(",") if code]
    cell = parsed.own["cell"]
    listed = in_cell(found, cell) if cell else [one for one in found if one.group]
    codes = picked or [one.place.code for one in listed]
    if not codes:
        return []
    text = w("priority.list_picked", n=len(picked)) if picked else w("priority.list")
    file = html.A(
        [icon("download"), html.Span(text)],
        href=list_address(parsed, pair, codes),
        className="button",
        title=w("priority.list_file", n=len(codes)),
        **attributes({"data-list": ""}),
    )
    others = [
        html.A(
            w(WORDS[one]),
            href=list_address(parsed, pair, codes, file=f"priorities.{one}"),
            className="priority-format",
        )
        for one in endings("priorities")
    ]
    if not picked:
        return [file, *others]
    clear = html.A(
        w("priority.clear"),
        href=parsed.address(PATH, picked=""),
        className="priority-clear",
        **attributes({"data-stay": "", "data-drops": ""}),
    )
    return [clear, file, *others]


def list_address(
    parsed: ParsedState, pair: Pair, codes: Sequence[str], file: str = "priorities.csv"
) -> str:
    """The address of the file of these municipalities; a CSV as a spreadsheet in Latvian has it."""
    query: dict[str, object] = {
        "need": pair.need,
        "gap": pair.gap,
        "boundary_set": parsed.state.boundary_set,
        "municipality": sorted(codes),
        "lang": parsed.state.lang,
    }
    query |= {"wave": parsed.state.wave} if parsed.state.wave else {}
    query |= {"dialect": "excel"} if file.endswith(".csv") else {}
    return f"/export/{file}?{urlencode(query, doseq=True)}"


def _chosen_cell(parsed: ParsedState, groups: Sequence[PriorityGroup], w: Words) -> list[Child]:
    """The way back from a cell to all groups, and what to say of an empty one."""
    if not parsed.own["cell"]:
        return []
    stay = attributes({"data-stay": ""})
    back = html.A(w("priority.all_groups"), href=parsed.address(PATH, cell=""), **stay)
    if groups:
        return [html.P(back, className="priority-back")]
    return [notice(w("notice.empty.title"), w("notice.empty.country"), back)]


def _list(groups: Sequence[PriorityGroup], pair: Pair, w: Words) -> Child:
    if not groups:
        return html.Div()
    heads = [
        w("priority.pick"),
        w("columns.municipality"),
        w("filters.region"),
        w(f"indicator.{pair.need}.short"),
        w(f"indicator.{pair.gap}.short"),
        w(f"priority.still.{pair.gap}"),
    ]
    return static(priority_list(heads, groups, w(f"priority.title.{pair.gap}")))
