"""The parts of the map page that change with the view: tabs, filters, legend, notices.

Pure: atlas, state and words in, Dash components out. The values file holds the same parts for
every view, so the browser changes them without asking.
"""

import json
from collections.abc import Sequence

from dash import html

from dashboard.atlas import AGENCY, Atlas
from dashboard.components.attributes import Child, attributes, param
from dashboard.components.controls import Choice, FilterWords, filters, segment, select, switch
from dashboard.components.legend import LegendWords, legend
from dashboard.components.notice import notice
from dashboard.components.tabs import IndicatorTab, tabs
from dashboard.figures.classes import CLASS_COUNT, NO_ANSWER, NOT_PUBLISHED, SUPPRESSED
from dashboard.i18n.grammar import legend_word, region_name
from dashboard.i18n.translate import Words
from dashboard.map_views import (
    MapChoice,
    bar_shares,
    drawing_codes,
    split_amount,
    values_of,
)
from dashboard.state import INDICATORS, INSTITUTION_TYPES, ViewState

STAGE_ID = "map-stage"
CLASSES = range(CLASS_COUNT)
STATES = {NO_ANSWER: "no_answer", NOT_PUBLISHED: "not_published", SUPPRESSED: "suppressed"}


def indicator_tabs(atlas: Atlas, state: ViewState, w: Words) -> html.Div:
    """The four tabs; their figures count all institution types that are published."""
    return tabs([_tab(atlas, state, one, w) for one in INDICATORS], w("tab.label"), STAGE_ID)


def _tab(atlas: Atlas, state: ViewState, indicator: str, w: Words) -> IndicatorTab:
    value = atlas.latvia[indicator, "all"]
    amount, unit = split_amount(value, w.lang)
    solid, hatched = bar_shares(value)
    return IndicatorTab(
        indicator=indicator,
        name=w(f"indicator.{indicator}.name"),
        short=w(f"indicator.{indicator}.short"),
        amount=amount,
        unit=unit,
        solid=solid,
        hatched=hatched,
        href=state.address(indicator=indicator),
        active=indicator == state.indicator,
        hidden=w("state.not_published") if value.evidence == "estimated" else "",
    )


def filter_bar(atlas: Atlas, state: ViewState, boundary_sets: Sequence[str], w: Words) -> html.Div:
    """Institution type, region, boundary set and estimates, as links that carry the state."""
    types = [
        _choice(
            state,
            "institution_type",
            one,
            w(f"institutions.{one}"),
            w("institution.all") if one == "all" else "",
        )
        for one in INSTITUTION_TYPES
    ]
    regions = [_choice(state, "planning_region", "", w("filters.all_regions"))]
    regions += [
        _choice(state, "planning_region", one, region_name(one, w.lang))
        for one in atlas.planning_regions
    ]
    sets = [_choice(state, "boundary_set", one, one) for one in boundary_sets]
    on = state.estimates == "on"
    other = "off" if on else "on"
    parts = [
        segment(w("filters.institutions"), "institution_type", types),
        select(w("filters.region"), "planning_region", regions),
        segment(w("filters.boundaries"), "boundary_set", sets),
        switch(
            w("filters.estimates"),
            "estimates",
            ("off", "on"),
            state.address(estimates=other),
            on=on,
        ),
    ]
    words = FilterWords(w("filters.title"), w("filters.show"), w("action.close"))
    chips = (
        ("institution_type", w("filters.institutions")),
        ("boundary_set", w("filters.boundaries")),
    )
    return filters(parts, words, chips)


def map_titles(indicator: str, boundary_set: str, w: Words) -> dict[str, str]:
    """The names by which screen readers tell the map, with how to move in it, and the list."""
    shown = {
        "indicator": w(f"indicator.{indicator}.name"),
        "boundaries": w("filters.boundary_set", year=int(boundary_set)),
    }
    return {
        "map": f"{w('map.label', **shown)}. {w('map.keyboard')}",
        "list": w("map.list_label", **shown),
    }


def view_switch(state: ViewState, w: Words) -> html.Div:
    """Map or list, the same values in both."""
    choices = [_choice(state, "view", one, w(f"map.as_{one}")) for one in ("map", "list")]
    return segment(w("map.view"), "view", choices)


def empty_notice(atlas: Atlas, w: Words) -> html.Div:
    """The strip that map_list.js shows where region and class leave nobody."""
    texts = {"": w("notice.empty.country")}
    texts |= {
        one: w("notice.empty.text", region=region_name(one, w.lang, "loc"))
        for one in atlas.planning_regions
    }
    clear = html.A(
        w("action.clear_filters"),
        href="?",
        **param("planning_region", ""),
        **attributes({"data-map-clear": ""}),
    )
    return html.Div(
        notice(w("notice.empty.title"), "", clear, form="strip"),
        hidden=True,
        className="map-empty",
        **attributes({"data-texts": json.dumps(texts)}),
    )


def _choice(state: ViewState, parameter: str, value: str, text: str, long: str = "") -> Choice:
    active = getattr(state, parameter) == value
    return Choice(value, text, state.address(**{parameter: value}), active, long)


def map_legend(atlas: Atlas, choice: MapChoice, region: str, w: Words) -> html.Div:
    """The legend with the counts of a region, or of all municipalities."""
    codes = drawing_codes(values_of(atlas, choice, region))
    said = legend_words(atlas, choice, region, w)
    return legend(choice.indicator, codes, said, estimates=choice.estimates)


def legend_words(atlas: Atlas, choice: MapChoice, region: str, w: Words) -> LegendWords:
    """The words of that legend: "all" stands under a class only where it is true of all in it."""
    values = values_of(atlas, choice, region)
    of_class = {n: [v for v in values if v.class_number == n] for n in CLASSES}
    words = {n: legend_word(n, of_class[n], w.lang) for n in CLASSES}

    def name(key: int | str, count: int) -> str:
        places = w("legend.places", n=count)
        if isinstance(key, str):
            return w("legend.column", range=w("legend.estimate"), places=places)
        if key in STATES:
            return w("legend.column", range=w(f"legend.{STATES[key]}"), places=places)
        spoken = w(f"legend.spoken.class_{key}")
        if not words[key]:
            return w("legend.column", range=spoken, places=places)
        return w("legend.column_word", range=spoken, word=words[key], places=places)

    return LegendWords(
        title=w("legend.title"),
        rest=w(f"legend.by_{choice.indicator}"),
        ranges=tuple(w(f"legend.range.class_{n}") for n in CLASSES),  # type: ignore[arg-type]
        none=words[0],
        half=words[3],
        all=words[5],
        no_answer=w("legend.no_answer"),
        estimate=w("legend.estimate"),
        not_published=w("legend.not_published"),
        suppressed=w("legend.suppressed"),
        name=name,
        marks=w("legend.marks"),
    )


def newer_boundaries(atlas: Atlas, w: Words) -> tuple[str, str] | None:
    """Title and text on boundaries that are newer than the survey; None where they are its own."""
    own, key = atlas.wave["boundary_set"], f"notice.boundaries_{atlas.boundary_set}"
    if atlas.boundary_set == own:
        return None
    # The texts tell of the reform of 2021; from its boundaries on there was one merger more.
    key = key if own == "2009" else f"{key}_since_{own}"
    return w(f"{key}.title"), w(f"{key}.text")


def boundaries_notice(atlas: Atlas, w: Words) -> list[Child]:
    """The same as a strip; nothing where the boundaries are the survey's own."""
    newer = newer_boundaries(atlas, w)
    return [notice(*newer, form="strip")] if newer else []


def without_value(atlas: Atlas, choice: MapChoice, region: str) -> int:
    """Of how many municipalities nothing is shown while estimates are switched off."""
    if choice.estimates or choice.institution_type == AGENCY:
        return 0
    return sum(v.evidence == "not_published" for v in values_of(atlas, choice, region))


def map_notices(atlas: Atlas, choice: MapChoice, region: str, w: Words) -> list[Child]:
    """What must be known before the figures: newer boundaries, estimates switched off."""
    hidden = without_value(atlas, choice, region)
    return [*boundaries_notice(atlas, w), *([_estimates_off(hidden, w)] if hidden else [])]


def _estimates_off(hidden: int, w: Words) -> html.Div:
    show = html.A(w("action.show_estimates"), href="?estimates=on", **param("estimates", "on"))
    return notice(
        w("notice.estimates_off.title"),
        w("notice.estimates_off.text", n=hidden),
        show,
        form="strip",
    )
