"""A view of the map as a sheet: its words, counts and drawing, read from the edition.

What a sheet says is what the page says: the same sentences, the same columns, the same fills.
"""

from dashboard.atlas import Atlas, atlas_of
from dashboard.components.legend import Column, LegendWords, legend_columns
from dashboard.database import Edition
from dashboard.exports.citation import data_version
from dashboard.figures.classes import legend_counts
from dashboard.figures.colours import paints
from dashboard.figures.map_sheet import MapSheet, SheetWords
from dashboard.figures.paragraphs import Said
from dashboard.figures.picture import fill_of
from dashboard.figures.sheet_map import MapDrawing
from dashboard.i18n.grammar import region_name
from dashboard.i18n.translate import Words
from dashboard.map_views import (
    MapChoice,
    accessible_labels,
    choice_of,
    drawing_codes,
    values_of,
    view_headline,
    view_lead,
)
from dashboard.pages.map_parts import legend_words, newer_boundaries, without_value
from dashboard.pages.sources import source_of
from dashboard.picture_files import read_shapes
from dashboard.state import ViewState


def read_sheet(edition: Edition, state: ViewState) -> MapSheet:
    """The sheet of a view."""
    atlas, w = atlas_of(edition, state), Words(state.lang)
    choice, region = choice_of(state), state.planning_region
    legend = legend_words(atlas, choice, region, w)
    codes = drawing_codes(values_of(atlas, choice, region))
    columns = legend_columns(legend_counts(codes), legend, estimates=choice.estimates)
    return MapSheet(
        indicator=state.indicator,
        words=_words(edition, atlas, state, (legend, columns)),
        drawing=_drawing(edition, atlas, state),
        columns=columns,
    )


def sentence_of(edition: Edition, state: ViewState) -> str:
    """The map's answer in a view, as a whole sentence."""
    atlas = atlas_of(edition, state)
    said = view_headline(atlas, choice_of(state), state.planning_region, state.lang)
    return f"{said}."


def _drawing(edition: Edition, atlas: Atlas, state: ViewState) -> MapDrawing:
    values = values_of(atlas, choice_of(state))
    palette = paints(state.indicator)
    place = atlas.municipalities.get(state.municipality)
    return MapDrawing(
        shapes=read_shapes(edition, state.boundary_set, state.wave),
        fills={
            value.code: fill_of(palette[code])
            for value, code in zip(values, drawing_codes(values), strict=True)
        },
        kept=_kept(atlas, state.planning_region),
        selected=state.municipality,
        label=place.name_nom if place else "",
        label_point=(place.label_lon, place.label_lat) if place else (0, 0),
        labels=dict(zip(atlas.municipalities, _labels(atlas, state), strict=True)),
    )


def _kept(atlas: Atlas, region: str) -> frozenset[str]:
    return frozenset(place.code for place in atlas.within(region)) if region else frozenset()


def _words(
    edition: Edition, atlas: Atlas, state: ViewState, legend: tuple[LegendWords, list[Column]]
) -> SheetWords:
    w, choice, region = Words(state.lang), choice_of(state), state.planning_region
    said, columns = legend
    subject = w(f"indicator.{state.indicator}.name")
    scope = scope_of(state, w)
    return SheetWords(
        lang=state.lang,
        product=w("site.name"),
        kicker=Said(f"· {' · '.join(scope)}", subject),
        map_label=w(
            "map.label",
            indicator=subject,
            boundaries=w("filters.boundary_set", year=int(state.boundary_set)),
        ),
        headline=view_headline(atlas, choice, region, w.lang),
        lead=view_lead(atlas, choice, region, w.lang),
        chosen=_chosen(atlas, state),
        notices=_notices(atlas, choice, region, w),
        legend=Said(said.rest, said.title),
        counted=f"{'; '.join(said.name(one.key, one.count) for one in columns)}.",
        foot=_foot(edition, atlas, "; ".join([subject, *scope]), w),
        short_foot=" · ".join(_source(edition, atlas, w)),
    )


def scope_of(state: ViewState, w: Words) -> list[str]:
    """Whose answers, where, within which boundaries."""
    region = state.planning_region
    return [
        w(f"present.of.{state.institution_type}"),
        *([region_name(region, w.lang)] if region else []),
        w("filters.boundary_set", year=int(state.boundary_set)),
    ]


def _chosen(atlas: Atlas, state: ViewState) -> Said:
    """The selected municipality, and its value in words as a screen reader has them."""
    if not state.municipality:
        return Said("")
    place = list(atlas.municipalities).index(state.municipality)
    name = f"{atlas.municipalities[state.municipality].name_nom}."
    said = _labels(atlas, state)[place]
    return Said(said.removeprefix(name).strip(), name)


def _labels(atlas: Atlas, state: ViewState) -> list[str]:
    return accessible_labels(atlas, choice_of(state), state.lang)


def _notices(atlas: Atlas, choice: MapChoice, region: str, w: Words) -> list[Said]:
    """What stands between sentence and map on the page too."""
    newer = newer_boundaries(atlas, w)
    said = [Said(newer[1], newer[0])] if newer else []
    if hidden := without_value(atlas, choice, region):
        off = "notice.estimates_off"
        said.append(Said(w(f"{off}.text", n=hidden), w(f"{off}.title")))
    return said


def _source(edition: Edition, atlas: Atlas, w: Words) -> list[str]:
    version = w("footer.version", revision=data_version(edition))
    source, title = source_of(atlas.wave, w), atlas.wave[f"title_{w.lang}"]
    return [source, *([] if title in source else [title]), version]


def _foot(edition: Edition, atlas: Atlas, shown: str, w: Words) -> list[str]:
    """Source and version; how to cite, without an address; where the boundaries come from."""
    cited = w("table.citation", shown=shown, revision=data_version(edition))
    sets = edition.rows("boundary_sets", {"lang": w.lang})
    drawn = next(row for row in sets if row["boundary_set"] == atlas.boundary_set)
    boundaries = w("map_file.boundaries", source=drawn["source"], licence=drawn["licence"])
    return [
        " · ".join(_source(edition, atlas, w)),
        f"{atlas.wave[f'citation_{w.lang}']} {cited}",
        boundaries,
    ]
