"""The slides of a view: four indicators, what changed, priorities, a region, one municipality.

Pure: atlas, words and state in, plain values out; sentences, counts and classes are the map's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.components.picture import PictureMarks
from dashboard.components.slide import Legend, LegendRow, MapLabel, Slide, SlideMap
from dashboard.figures.classes import (
    CLASS_COUNT,
    FIRST_ESTIMATED,
    NO_ANSWER,
    NOT_PUBLISHED,
    SUPPRESSED,
    UPPER_BREAKS,
    legend_counts,
)
from dashboard.figures.picture import FRAME
from dashboard.i18n.grammar import (
    headline_codes,
    legend_word,
    place_name,
    region_name,
)
from dashboard.i18n.numbers import percent, percent_range
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, drawing_codes, values_of, view_headline, view_meaning
from dashboard.pages.place_parts import Voice
from dashboard.present_window import Window
from dashboard.records import AreaValue, Municipality
from dashboard.state import INDICATORS, ViewState

CHANGED, PRIORITIES, REGION, MUNICIPALITY = "change", "priorities", "region", "municipality"
NAMES = (*INDICATORS, CHANGED, PRIORITIES, REGION, MUNICIPALITY)  # of all slides, in their order

# Letters that a headline of one line (64 px) and of two lines (56 px) may have; 42 px beyond.
ONE_LINE, TWO_LINES = 62, 130


WHOLE = Window(0, 0, FRAME.width, FRAME.height)


@dataclass(frozen=True, slots=True)
class Deck:
    """What all slides of a presentation are made of."""

    voice: Voice
    state: ViewState
    windows: Mapping[str, Window]  # region → the part of the picture that shows it

    @property
    def words(self) -> Words:
        """The words of the presentation."""
        return self.voice.words

    def choice(self, indicator: str) -> MapChoice:
        """The view's choice with another indicator."""
        return MapChoice(indicator, self.state.institution_type, self.state.estimates == "on")

    def scope(self, institution_type: str, region: str) -> str:
        """Whose answers and where: the light half of a kicker; the foot has the boundaries too."""
        w, lang = self.words, self.words.lang
        boundaries = w("filters.boundary_set", year=int(self.state.boundary_set))
        where = region_name(region, lang) if region else boundaries
        return f"{w(f'present.of.{institution_type}')} · {where}"


def lines_of(headline: str) -> int:
    """How many lines a headline takes; each number has a size of its own."""
    if len(headline) <= ONE_LINE:
        return 1
    return 2 if len(headline) <= TWO_LINES else 3


def indicator_slide(deck: Deck, indicator: str) -> Slide:
    """The map of an indicator with the map's own headline and counts."""
    choice, region, w = deck.choice(indicator), deck.state.planning_region, deck.words
    said = view_headline(deck.voice.atlas, choice, region, w.lang)
    subject = w(f"indicator.{indicator}.name")
    return Slide(
        name=indicator,
        swatch=f"fill-{indicator}-4",
        subject=subject,
        scope=deck.scope(choice.institution_type, region),
        headline=said,
        lines=lines_of(said),
        map=indicator_map(deck, indicator, region),
        aside=(
            legend_of(deck, indicator, region),
            view_meaning(deck.voice.atlas, choice, region, w.lang),
        ),
    )


def indicator_map(
    deck: Deck, indicator: str, region: str, *, near: bool = False, selected: str = ""
) -> SlideMap:
    """The picture of an indicator; what the headline counts in a region has one line around it."""
    choice, w = deck.choice(indicator), deck.words
    marks = PictureMarks(
        selected=selected,
        contoured=() if selected else sorted(counted_codes(deck, indicator, region)),
        kept=kept(deck, region),
        window=deck.windows[region].box if near else "",
    )
    label = w(
        "map.label",
        indicator=w(f"indicator.{indicator}.name"),
        boundaries=w("filters.boundary_set", year=int(deck.state.boundary_set)),
    )
    estimates = "on" if choice.estimates else "off"
    return SlideMap((indicator, choice.institution_type, estimates), label, marks)


def kept(deck: Deck, region: str) -> list[str]:
    """The codes of a region, all others are faded; none where nothing is."""
    return [m.code for m in deck.voice.atlas.within(region)] if region else []


def counted_codes(deck: Deck, indicator: str, region: str) -> frozenset[str]:
    """The municipalities that the headline counts; none where it speaks of estimates."""
    values = values_of(deck.voice.atlas, deck.choice(indicator), region)
    if any(v.evidence in {"estimated", "not_published"} for v in values):
        return frozenset()
    return headline_codes(indicator, values)


def legend_of(
    deck: Deck, indicator: str, region: str, *, flat: bool = False, plain: bool = False
) -> Legend:
    """The legend in words, from "all" down to "none"; its counts are those of the map's legend.

    A `flat` one stands under its map, a `plain` one outlines nothing.
    """
    choice, w = deck.choice(indicator), deck.words
    values = values_of(deck.voice.atlas, choice, region)
    counted = frozenset() if plain else counted_codes(deck, indicator, region)
    spoken = {v.class_number for v in values if v.code in counted}
    rows = [
        *_known_rows(indicator, values, spoken, w, every=not flat),
        *_estimate_rows(indicator, values, w),
        *_rows_without_value(indicator, values, w, estimates=choice.estimates),
    ]
    return Legend(w(f"present.legend.{indicator}"), w("present.legend.counted"), tuple(rows), flat)


def _known_rows(
    indicator: str, values: list[AreaValue], spoken: set[int | None], w: Words, *, every: bool
) -> Iterator[LegendRow]:
    """The classes that there are; all six where all is known, so that a gap is seen as one."""
    counts = legend_counts(drawing_codes(values))
    every = every and sum(counts.known) > 0 and not sum(counts.estimated) + counts.not_published
    for number in reversed(range(CLASS_COUNT)):
        if every or counts.known[number]:
            of_class = [v for v in values if v.class_number == number]
            word = legend_word(number, of_class, w.lang) or w(f"present.legend.class_{number}")
            fill = f"fill-{indicator}-{number}"
            yield LegendRow(fill, word, counts.known[number], outlined=number in spoken)


def _estimate_rows(indicator: str, values: list[AreaValue], w: Words) -> Iterator[LegendRow]:
    counts = legend_counts(drawing_codes(values))
    for number in reversed(range(CLASS_COUNT)):
        if counts.estimated[number]:
            word = w("present.legend.estimate", range=_range(number, w))
            fill = f"fill-{indicator}-{number + FIRST_ESTIMATED}"
            yield LegendRow(fill, word, counts.estimated[number])


def _range(number: int, w: Words) -> str:
    """The shares of a class: "0 %", "līdz 20 %", "20–40 %"."""
    upper = UPPER_BREAKS[number]
    if number < 2:
        share = percent(upper, w.lang)
        return w("present.legend.up_to", share=share) if number else share
    return percent_range(UPPER_BREAKS[number - 1], upper, w.lang)


def _rows_without_value(
    indicator: str, values: list[AreaValue], w: Words, *, estimates: bool
) -> Iterator[LegendRow]:
    counts = legend_counts(drawing_codes(values))
    others = (
        (NO_ANSWER, "no_answer", counts.no_answer, True),
        (NOT_PUBLISHED, "not_published", counts.not_published, not estimates),
        (SUPPRESSED, "suppressed", counts.suppressed, False),
    )
    first = True
    for code, state, count, always in others:
        if count or always:
            word = w(f"legend.{state}")
            yield LegendRow(f"fill-{indicator}-{code}", word, count, apart=first)
            first = False


def label_of(place: Municipality, window: Window, lang: str) -> MapLabel:
    """A municipality's name at its place in a part of the picture."""
    return MapLabel(place_name(place, lang), *window.share(place.label_lon, place.label_lat))
