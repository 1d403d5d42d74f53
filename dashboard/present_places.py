"""The two slides that come closer: a region with its municipalities, a municipality's answers.

Pure: atlas, words and state in, plain values out.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.atlas import PLACED_TYPES
from dashboard.components.slide import AnswerBlock, MapLabel, PlaceRow, Slide
from dashboard.i18n.grammar import (
    asides,
    in_alphabet,
    main_sentence,
    place_name,
    read,
    region_name,
)
from dashboard.map_views import (
    amount_of,
    drawing_codes,
    square_kinds,
    values_of,
    view_headline,
)
from dashboard.pages.place_parts import place_lens, type_value
from dashboard.present_slides import (
    MUNICIPALITY,
    REGION,
    Deck,
    indicator_map,
    label_of,
    legend_of,
    lines_of,
)
from dashboard.present_window import Window
from dashboard.records import Municipality
from dashboard.state import INDICATORS


def region_slide(deck: Deck) -> Slide:
    """The view's region, or the first one, with the value of each of its municipalities."""
    w, atlas, indicator = deck.words, deck.voice.atlas, deck.state.indicator
    region, choice = deck.state.planning_region or atlas.planning_regions[0], deck.choice(indicator)
    said = view_headline(atlas, choice, region, w.lang)
    # By name and not by value: a list of values would be a league table.
    places = in_alphabet(atlas.within(region))
    drawn = indicator_map(deck, indicator, region, near=True)
    return Slide(
        name=REGION,
        swatch=f"fill-{indicator}-4",
        subject=region_name(region, w.lang),
        scope=f"{w(f'indicator.{indicator}.name')} · {w(f'present.of.{choice.institution_type}')}",
        headline=said,
        lines=lines_of(said),
        map=replace(drawn, labels=_numbers(places, deck.windows[region])),
        aside=(_place_rows(deck, places, region),),
        under=(legend_of(deck, indicator, region, flat=True),),
    )


def _numbers(places: Sequence[Municipality], window: Window) -> tuple[MapLabel, ...]:
    """The number of each municipality of the list at its place: names have no room there."""
    return tuple(
        MapLabel(str(at), *window.share(one.label_lon, one.label_lat), "number")
        for at, one in enumerate(places, 1)
    )


def _place_rows(deck: Deck, places: Sequence[Municipality], region: str) -> tuple[PlaceRow, ...]:
    indicator, lang = deck.state.indicator, deck.words.lang
    values = values_of(deck.voice.atlas, deck.choice(indicator), region)
    drawn = dict(zip((v.code for v in values), drawing_codes(values), strict=True))
    amounts = {value.code: amount_of(value, lang) for value in values}
    return tuple(
        PlaceRow(
            f"fill-{indicator}-{drawn[one.code]}",
            str(at),
            place_name(one, lang),
            amounts[one.code],
        )
        for at, one in enumerate(places, 1)
    )


def municipality_slide(deck: Deck) -> Slide:
    """What the institutions of the chosen municipality answered to each indicator."""
    deck = replace(deck, state=replace(deck.state, institution_type="all"))  # none is left out
    w, atlas, indicator = deck.words, deck.voice.atlas, deck.state.indicator
    place = atlas.municipalities[deck.state.municipality]
    institutions = atlas.at(place.code)
    answers = atlas.answers_of(institutions)
    if deck.state.estimates != "on":
        answers = [one for one in answers if one.evidence != "estimated"]
    reading = read(indicator, place, institutions, answers)
    said = main_sentence(reading, w.lang)
    region = place.planning_region
    drawn = indicator_map(deck, indicator, region, near=True, selected=place.code)
    return Slide(
        name=MUNICIPALITY,
        swatch=f"fill-{indicator}-4",
        subject=place_name(place, w.lang),
        scope=deck.scope("all", region),
        headline=said,
        lines=lines_of(said),
        map=replace(drawn, labels=(label_of(place, deck.windows[region], w.lang),)),
        aside=(
            *(_answer_block(deck, one, place.code) for one in INDICATORS),
            *([" ".join(notes)] if (notes := asides(reading, w.lang)) else []),
        ),
        under=(legend_of(deck, indicator, region, flat=True, plain=True),),
    )


def _answer_block(deck: Deck, indicator: str, code: str) -> AnswerBlock:
    voice, w = deck.voice, deck.words
    choice = deck.choice(indicator)
    lenses = [place_lens(voice, choice, code, one) for one in PLACED_TYPES]
    return AnswerBlock(
        indicator=indicator,
        name=w(f"indicator.{indicator}.name"),
        kinds=square_kinds(voice.atlas.at(code), voice.atlas.answers, choice),
        amount=amount_of(type_value(voice.atlas, choice, code, "all"), w.lang),
        # A caveat is a sentence, for which a slide has no room; the profile has it.
        answers=tuple(
            (one.institution, one.answer, replace(one.badge, caveat="")) for one in lenses
        ),
    )
