"""/compare, planning regions: how the regions and Latvia stand on the four indicators."""

from collections.abc import Sequence

from dash import html

from dashboard.atlas import AGENCY
from dashboard.components.attributes import Child, scrolling
from dashboard.components.notice import notice
from dashboard.components.region_chart import RegionCard, RegionRow, region_cards, region_key
from dashboard.components.static import static
from dashboard.figures.classes import UPPER_BREAKS
from dashboard.figures.regions import region_figure
from dashboard.i18n.grammar import (
    region_headline,
    region_heart,
    region_list,
    region_name,
    sentence_case,
    tooltip_line,
)
from dashboard.i18n.numbers import decimal_number, whole
from dashboard.map_views import MapChoice, amount_of
from dashboard.pages.compare_parts import (
    Scene,
    boundary_control,
    estimates_control,
    type_control,
)
from dashboard.pages.place_parts import Voice, badge
from dashboard.records import AreaValue
from dashboard.regions import (
    country_value,
    homes,
    own_country_value,
    region_values,
    share_of,
    silent_on_question,
)
from dashboard.state import INDICATORS, INSTITUTION_TYPES

AREAS = ("region", "country")  # the rows of the export that stand here
TYPES = tuple(one for one in INSTITUTION_TYPES if one != AGENCY)  # no region holds the agency


def planning_regions(scene: Scene) -> list[Child]:
    """Controls, the key, a chart in its table for each indicator, and all figures as a table."""
    controls = [type_control(scene, TYPES), boundary_control(scene), estimates_control(scene)]
    return [
        html.Div(controls, className="compare-controls"),
        _key(scene),
        *_newer_boundaries(scene),
        region_cards([_card(scene, one) for one in INDICATORS]),
        _notes(scene),
        _as_table(scene),
    ]


def _key(scene: Scene) -> html.Div:
    w = scene.words
    marks = [("dot", w("compare.regions.key_known")), ("line", _country(scene))]
    if scene.state.estimates == "on":
        marks.insert(1, ("bar", w("compare.regions.key_estimate")))
    return region_key(w("compare.scale"), marks)


def _country(scene: Scene) -> str:
    """ "Latvija", or "Latvija, bez NVA" where all institutions are meant."""
    w = scene.words
    parts = [w("site.country")]
    if scene.state.institution_type == "all":
        parts.append(w("compare.regions.without_agency"))
    return ", ".join(parts)


def _newer_boundaries(scene: Scene) -> list[Child]:
    """What boundaries newer than the survey change: nothing, unless an institution moves."""
    w, atlas = scene.words, scene.atlas
    own = scene.atlas_in(atlas.wave["boundary_set"])
    if own.boundary_set == atlas.boundary_set:
        return []
    moved = len(set(homes(own).items()) - set(homes(atlas).items()))
    key = "compare.regions.moved" if moved else "compare.regions.unmoved"
    title = w("filters.boundary_set", year=int(atlas.boundary_set))
    return [notice(f"{title}.", w(key, n=moved, year=int(own.boundary_set)), form="strip")]


def _card(scene: Scene, indicator: str) -> RegionCard:
    w, choice = scene.words, scene.choice(indicator)
    atlas = scene.atlas
    regions, country = region_values(atlas, choice), country_value(atlas, choice)
    said = region_headline(
        indicator, regions, w.lang, item_silent=silent_on_question(atlas, choice)
    )
    name = w(f"indicator.{indicator}.name")
    boundaries = w("filters.boundary_set", year=int(atlas.boundary_set))
    institutions = w(f"institution.{choice.institution_type}").lower()
    return RegionCard(
        indicator=indicator,
        title=name,
        sentence=f"{said}.",
        label=w("compare.picture", indicator=name, boundaries=boundaries, sentence=f"{said}."),
        figure=region_figure(indicator, [*regions, country], _ticks(w.lang)),
        caption=w(
            "compare.regions.caption",
            indicator=name,
            institutions=institutions,
            boundaries=boundaries,
        ),
        heads=(w("columns.region"), w("columns.institutions"), w("columns.evidence")),
        rows=tuple(_row(scene, one) for one in (*regions, country)),
        note=_note(scene, choice, country),
        estimated=sentence_case(w("state.estimated"))
        if any(one.evidence == "estimated" for one in regions)
        else "",
    )


def _row(scene: Scene, value: AreaValue) -> RegionRow:
    w, lang, region = scene.words, scene.lang, value.planning_region
    sign = badge(scene.voice(), value.evidence)
    # Without a value the badge says why, and once is enough.
    amount = "" if value.denominator is None else sentence_case(amount_of(value, lang))
    share = share_of(value, lang)
    told = _told(scene, value, share)
    if not region:
        leaves_out = scene.state.institution_type == "all"
        aside = w("compare.regions.without_agency") if leaves_out else ""
        return RegionRow(w("site.country"), amount, share, sign, told, aside)
    to_map = scene.state.address(
        indicator=value.indicator, planning_region=region, municipality="", view="map"
    )
    action = w("compare.regions.on_map")
    return RegionRow(region_heart(region), amount, share, sign, told, href=to_map, action=action)


def _told(scene: Scene, value: AreaValue, share: str) -> tuple[str, str]:
    """What pointing at a mark tells: the area and its figure in full."""
    region = value.planning_region
    name = region_name(region, scene.lang) if region else _country(scene)
    if value.denominator is None:
        return name, ""
    amount = sentence_case(tooltip_line(value, scene.lang))
    return name, f"{amount} ({share})" if share else amount


def _ticks(lang: str) -> list[str]:
    # Without a sign: the key names the unit, and a phone has no room for it.
    return [whole(round(100 * one), lang) for one in UPPER_BREAKS]


def _note(scene: Scene, choice: MapChoice, country: AreaValue) -> str:
    """What is counted, and Latvia's other figure where the agency makes it another."""
    w, lang = scene.words, scene.lang
    cases = choice.indicator == "identified_cases"
    parts = [w("compare.cases" if cases else f"lead.{choice.indicator}")]
    own = own_country_value(scene.atlas, choice)
    if own.denominator not in (None, country.denominator):
        amount, share = amount_of(own, lang), share_of(own, lang)
        figure = f"{amount} ({share})" if share else amount
        parts.append(w("compare.regions.with_agency", share=figure))
    return " ".join(parts)


def _notes(scene: Scene) -> html.P:
    """What must be known of the rows: whom they leave out, and that estimates rank nobody."""
    w, atlas = scene.words, scene.atlas
    kind = scene.state.institution_type
    said = [w("compare.regions.agency")]
    open_frames = _open_frames(scene) if kind in ("all", "orphans_court") else []
    if open_frames:
        names = region_list(open_frames, w.lang)
        said.append(w("compare.regions.frame", n=len(open_frames), names=names))
    unplaced = len(atlas.at("", "orphans_court")) if kind in ("all", "orphans_court") else 0
    if unplaced:
        said.append(w("methods.frame.unplaced", n=unplaced))
    if scene.state.estimates == "on":
        said.append(w("compare.difference.estimated"))
    return html.P(" ".join(said), className="compare-note")


def _open_frames(scene: Scene) -> list[str]:
    """The regions in which the study may not name all courts."""
    places = scene.atlas.within("")
    found = {one.planning_region for one in places if not one.frame_complete}
    return [one for one in scene.atlas.planning_regions if one in found]


def _as_table(scene: Scene) -> html.Details:
    """All figures with bounds, source and caveats; not sortable, so that nobody is ranked."""
    w, voice = scene.words, scene.voice()
    keys = ("indicator", "region", "numerator", "denominator", "value", "lower", "upper")
    heads = [w(f"columns.{one}") for one in (*keys, "evidence", "source")] + [
        w("methods.evidence.caveats")
    ]
    values = [value for one in INDICATORS for value in _values(scene, scene.choice(one))]
    caption = w(
        "compare.regions.caption",
        indicator=w("compare.title.regions"),
        institutions=w(f"institution.{scene.state.institution_type}").lower(),
        boundaries=w("filters.boundary_set", year=int(scene.state.boundary_set)),
    )
    table = html.Table(
        [
            html.Caption(caption, className="sr-only"),
            html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])),
            html.Tbody([html.Tr(_cells(voice, *one)) for one in values]),
        ],
        className="data-table region-figures",
    )
    return html.Details(
        [
            html.Summary(w("compare.as_text")),
            html.Div(static(table), **scrolling(caption)),
            html.P(w("columns.empty_cell"), className="region-note"),
        ],
        className="compare-text",
    )


def _values(scene: Scene, choice: MapChoice) -> list[tuple[str, AreaValue]]:
    """Name and value of each row; Latvia twice where the agency makes a difference."""
    atlas, w = scene.atlas, scene.words
    named = [(region_heart(one.planning_region), one) for one in region_values(atlas, choice)]
    country, own = country_value(atlas, choice), own_country_value(atlas, choice)
    named.append((_country(scene), country))
    return named if own.denominator == country.denominator else [*named, (w("site.country"), own)]


def _cells(voice: Voice, name: str, value: AreaValue) -> Sequence[Child]:
    w = voice.words
    counts = [
        "" if one is None else whole(one, w.lang) for one in (value.numerator, value.denominator)
    ]
    shares = [
        "" if one is None else decimal_number(one, w.lang)
        for one in (value.value, value.lower, value.upper)
    ]
    words = [
        w(f"evidence.{value.evidence}.badge"),
        voice.sources(value.sources),
        " ".join(voice.caveat(one) for one in value.caveats),
    ]
    return [
        html.Td(w(f"indicator.{value.indicator}.name")),
        html.Th(name, scope="row"),
        *(html.Td(one, className="is-number") for one in (*counts, *shares)),
        *(html.Td(one) for one in words),
    ]
