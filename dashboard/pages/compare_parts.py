"""What the comparisons share: the view, its controls, map cards, scale, text table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.atlas import Atlas, read_atlas, read_labels
from dashboard.components.attributes import Child, scrolling
from dashboard.components.comparison import MapCard, PlaceValue, ScaleColumn
from dashboard.components.controls import Choice, segment, select, switch
from dashboard.components.picture import PictureMarks, picture
from dashboard.database import Edition
from dashboard.figures.classes import (
    CLASS_COUNT,
    NO_ANSWER,
    NOT_PUBLISHED,
    LegendCounts,
    legend_counts,
)
from dashboard.i18n.grammar import in_alphabet, region_name, sentence_case, tooltip_line
from dashboard.i18n.translate import Words
from dashboard.map_addresses import file_address
from dashboard.map_views import (
    MapChoice,
    drawing_codes,
    square_kinds,
    values_of,
    view_headline,
)
from dashboard.pages.place_history import elsewhere
from dashboard.pages.place_parts import Voice, badge
from dashboard.picture_files import picture_address
from dashboard.state import INDICATORS, INSTITUTION_TYPES, ParsedState, ViewState
from dashboard.waves import offered_sets, scope

PATH = "/compare"
SIZE = "small"  # of hatch and dots
ESTIMATE_SWATCH = 8  # the drawing code of an estimated class 2, which shows ground and line well


@dataclass(frozen=True, slots=True)
class Scene:
    """What is compared: the edition, the address as read, and the words. Also the shell's view."""

    edition: Edition
    parsed: ParsedState

    @property
    def state(self) -> ViewState:
        """The view of the address."""
        return self.parsed.state

    @property
    def lang(self) -> str:
        """The page's language."""
        return self.state.lang

    @property
    def words(self) -> Words:
        """The page's words."""
        return self.atlas.words(self.lang)

    @property
    def atlas(self) -> Atlas:
        """The rows of the address's boundary set."""
        return self.atlas_in(self.state.boundary_set)

    def atlas_in(self, boundary_set: str) -> Atlas:
        """The rows of the address's wave in another boundary set."""
        return read_atlas(self.edition, boundary_set, self.state.wave)

    def address(self, path: str = PATH, **changes: str) -> str:
        """The address of this comparison, some of its parameters changed."""
        return self.parsed.address(path, **changes)

    def voice(self, boundary_set: str = "") -> Voice:
        """The words and the rows of a boundary set, by default the address's own."""
        atlas = self.atlas_in(boundary_set or self.state.boundary_set)
        return Voice(atlas, self.words, read_labels(self.edition, self.lang))

    def choice(self, indicator: str = "") -> MapChoice:
        """What is painted: an indicator (by default the address's) with the address's filters."""
        state = self.state
        name = indicator or state.indicator
        return MapChoice(name, state.institution_type, state.estimates == "on")

    def boundary_sets(self) -> list[str]:
        """The boundary sets that the wave can be shown in, oldest first."""
        return offered_sets(self.edition, self.state)

    def carried(self, code: str, boundary_set: str) -> str:
        """The code that holds a municipality's institutions in another boundary set, or ""."""
        if not code:
            return ""
        return elsewhere(self.edition, self.state.boundary_set, code).get(boundary_set, "")


def type_control(scene: Scene, types: Sequence[str] = INSTITUTION_TYPES) -> Child:
    """The institution type as links."""
    names = {one: scene.words(f"institutions.{one}") for one in types}
    return _links(scene, scene.words("filters.institutions"), "institution_type", names)


def indicator_control(scene: Scene) -> Child:
    """The indicator as links."""
    shorts = {one: scene.words(f"indicator.{one}.short") for one in INDICATORS}
    return _links(scene, scene.words("indicator.label"), "indicator", shorts)


def _links(scene: Scene, label: str, name: str, values: Mapping[str, str]) -> Child:
    chosen = getattr(scene.state, name)
    choices = [
        Choice(one, text, scene.address(**{name: one}), one == chosen)
        for one, text in values.items()
    ]
    return segment(label, "", choices, stay=True)


def region_control(scene: Scene) -> Child:
    """The planning region as a select."""
    w, chosen = scene.words, scene.state.planning_region
    regions = [
        (one, region_name(one, w.lang) if one else w("filters.all_regions"))
        for one in ("", *scene.atlas.planning_regions)
    ]
    choices = [Choice(one, name, "", one == chosen) for one, name in regions]
    return select(w("filters.region"), "planning_region", choices)


def boundary_control(scene: Scene) -> Child:
    """The boundary set as links; the chosen municipalities go along by the crosswalk."""
    w, state, other = scene.words, scene.state, scene.parsed.own["with"]
    choices = []
    for one in scene.boundary_sets():
        carried = {
            "municipality": scene.carried(state.municipality, one),
            "with": scene.carried(other, one),
        }
        address = scene.address(boundary_set=one, **carried)
        choices.append(Choice(one, one, address, one == state.boundary_set))
    return segment(w("filters.boundaries"), "", choices, stay=True)


def estimates_control(scene: Scene) -> Child:
    """The switch of the estimates."""
    on = scene.state.estimates == "on"
    address = scene.address(estimates="off" if on else "on")
    return switch(scene.words("filters.estimates"), "estimates", ("off", "on"), address, on=on)


def place_control(scene: Scene, label: str, parameter: str, chosen: str) -> Child:
    """A municipality of the boundary set as a select, in the order of the alphabet."""
    places = in_alphabet(scene.atlas.municipalities.values())
    choices = [Choice("", scene.words("compare.none"), "", not chosen)]
    choices += [Choice(one.code, one.name_nom, "", one.code == chosen) for one in places]
    return select(label, parameter, choices)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a map stands: title, boundary set, what is marked, what pointing at it tells."""

    title: str
    boundary_set: str
    marks: PictureMarks
    told: Sequence[str]  # the indicators that the tooltip tells of
    places: Sequence[PlaceValue] = ()
    sets: Mapping[str, str] = field(default_factory=dict)  # what a click sets beside the place


def card(scene: Scene, choice: MapChoice, spot: Spot) -> MapCard:
    """One map with its sentence, which is also its text alternative."""
    w, atlas = scene.words, scene.atlas_in(spot.boundary_set)
    headline = view_headline(atlas, choice, scene.state.planning_region, w.lang)
    label = w(
        "compare.picture",
        indicator=w(f"indicator.{choice.indicator}.name"),
        boundaries=w("filters.boundary_set", year=int(spot.boundary_set)),
        sentence=f"{headline}.",
    )
    address = picture_address(scene.edition, atlas.scope, SIZE, *choice.key.split("|"))
    estimated = any(value.evidence == "estimated" for value in values_of(atlas, choice))
    return MapCard(
        indicator=choice.indicator,
        title=spot.title,
        sentence=f"{headline}.",
        picture=picture(address, label, spot.marks, interactive=True),
        tip=_tip(scene, spot),
        estimated=sentence_case(w("state.estimated")) if estimated else "",
        places=tuple(spot.places),
    )


def _tip(scene: Scene, spot: Spot) -> dict[str, Any]:
    w = scene.words
    views = [
        {"key": scene.choice(one).key, "indicator": one, "name": w(f"indicator.{one}.short")}
        for one in spot.told
    ]
    values = file_address(
        scene.edition, "values", scope(spot.boundary_set, scene.state.wave), w.lang
    )
    year = w("filters.boundary_set", year=int(spot.boundary_set))
    return {"values": values, "views": views, "sets": dict(spot.sets), "set": year}


def own_value(voice: Voice, choice: MapChoice, code: str, name: str = "") -> PlaceValue:
    """What a map says of one municipality, as the line under it."""
    atlas, w = voice.atlas, voice.words
    value = next(one for one in values_of(atlas, choice) if one.code == code)
    institutions = atlas.at(code, choice.institution_type)
    return PlaceValue(
        name=name or atlas.municipalities[code].name_nom,
        indicator=choice.indicator,
        kinds=square_kinds(institutions, atlas.answers, choice),
        amount=tooltip_line(value, w.lang),
        badge=badge(voice, value.evidence),
    )


def columns(w: Words, counts: Sequence[LegendCounts], *, estimates: bool) -> list[ScaleColumn]:
    """The columns of the scale, with the counts of each map, or of none."""
    found = [
        ScaleColumn(
            number,
            w(f"legend.range.class_{number}"),
            tuple(one.known[number] + one.estimated[number] for one in counts),
            gap=number == 1,
        )
        for number in range(CLASS_COUNT)
    ]
    silent = tuple(one.no_answer for one in counts)
    found.append(ScaleColumn(NO_ANSWER, w("legend.no_answer"), silent, gap=True))
    if estimates:
        hatched = tuple(sum(one.estimated) for one in counts)
        found.append(ScaleColumn(ESTIMATE_SWATCH, w("legend.estimate"), hatched, gap=True))
    hidden = tuple(one.not_published for one in counts)
    if not estimates or any(hidden):
        found.append(ScaleColumn(NOT_PUBLISHED, w("legend.not_published"), hidden, gap=True))
    return found


def counts_of(atlas: Atlas, choice: MapChoice, region: str) -> LegendCounts:
    """How many municipalities of a region, or of all, each class has."""
    return legend_counts(drawing_codes(values_of(atlas, choice, region)))


def hides_values(scene: Scene, indicators: Sequence[str]) -> bool:
    """Whether one of these maps has municipalities whose value is not published."""
    return any(
        counts_of(scene.atlas, scene.choice(one), "").not_published > 0 for one in indicators
    )


def map_notes(scene: Scene, indicators: Sequence[str]) -> html.P:
    """What must be known of the maps: whom they leave out, and what cases do not mean."""
    w = scene.words
    said = [w("lens.agency_unplaced")]
    if "identified_cases" in indicators:
        said.append(w("notice.cases"))
    return html.P(" ".join(said), className="compare-note")


def text_table(scene: Scene, data: dict[str, Any]) -> html.Details:
    """The page's values as a table, built in the browser by assets/table.js."""
    return html.Details(
        [
            html.Summary(scene.words("compare.as_text")),
            html.Div(id=ids.LEDGER, **scrolling(data["caption"])),
            dcc.Store(id=ids.LEDGER_ROWS, data=data),
            html.Div(id=ids.LEDGER_DONE, hidden=True),
        ],
        className="compare-text",
    )


def value_cell(voice: Voice, choice: MapChoice, code: str) -> dict[str, Any]:
    """A value as a cell of the text table: "1 no 2 iestādēm (nosaukts)"."""
    value = next(one for one in values_of(voice.atlas, choice) if one.code == code)
    words = tooltip_line(value, voice.words.lang)
    if value.denominator is None:
        return {"text": words, "sort": ""}
    known = voice.words(f"evidence.{value.evidence}.badge").lower()
    return {"text": f"{words} ({known})", "sort": value.value}
