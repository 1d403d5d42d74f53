"""/present : the view as slides for a meeting room, all in one page, without header and footer."""

from collections.abc import Mapping

from dash import html

from dashboard.atlas import atlas_of, read_labels
from dashboard.change_views import earlier_waves
from dashboard.components.attributes import Child
from dashboard.components.slide import Slide, foot, slide
from dashboard.components.slide_controls import ControlWords, controls
from dashboard.database import Edition
from dashboard.figures.projection import rings_of
from dashboard.i18n.translate import Words
from dashboard.pages.notices import unknown_notices
from dashboard.pages.place_parts import Voice
from dashboard.pages.sources import source_of
from dashboard.picture_files import picture_address
from dashboard.present_changes import change_slide, has_change_slide
from dashboard.present_places import municipality_slide, region_slide
from dashboard.present_priorities import priorities_slide
from dashboard.present_slides import (
    CHANGED,
    MUNICIPALITY,
    NAMES,
    PRIORITIES,
    REGION,
    Deck,
    indicator_slide,
)
from dashboard.present_window import Window, window_around
from dashboard.state import INDICATORS, ParsedState
from dashboard.waves import wave_of

# What the address says beyond the view; "?fullscreen" alone asks for the full screen too.
PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "slide": NAMES,
    "keys": ("on", "off"),
    "fullscreen": ("off", "on", ""),
}


def layout(edition: Edition, parsed: ParsedState) -> list[Child]:
    """All slides of a view; present.js shows one after another and asks the server nothing."""
    state = parsed.state
    atlas = atlas_of(edition, state)
    w = atlas.words(state.lang)
    voice = Voice(atlas, w, read_labels(edition, w.lang))
    deck = Deck(voice, state, region_windows(edition, state.boundary_set))
    slides = slides_of(deck)
    names = [one.name for one in slides]
    shown = parsed.own["slide"] if parsed.own["slide"] in names else names[0]
    return [
        html.Main(
            [
                *(_slide(edition, deck, one, names, shown=one.name == shown) for one in slides),
                _controls(parsed, w),
                html.P(className="sr-only slides-say", role="status"),
            ],
            id="main",
            className="slides",
            tabIndex="-1",
        )
    ]


def slides_of(deck: Deck) -> list[Slide]:
    """The slides in their order; none of a municipality or of changes where there is none."""
    makers = dict.fromkeys(INDICATORS, indicator_slide) | {
        CHANGED: lambda deck, _: change_slide(deck),
        PRIORITIES: lambda deck, _: priorities_slide(deck),
        REGION: lambda deck, _: region_slide(deck),
        MUNICIPALITY: lambda deck, _: municipality_slide(deck),
    }
    missing = {
        *(() if has_change_slide(deck) else (CHANGED,)),
        *(() if deck.state.municipality else (MUNICIPALITY,)),
    }
    return [makers[name](deck, name) for name in NAMES if name not in missing]


def region_windows(edition: Edition, boundary_set: str) -> dict[str, Window]:
    """The part of a picture that shows each planning region."""
    rows = edition.rows("outlines", {"boundary_set": boundary_set})
    return {
        row["planning_region"]: window_around(
            point for ring in rings_of(row["geometry"]) for point in ring
        )
        for row in rows
        if row["planning_region"]
    }


def _slide(
    edition: Edition, deck: Deck, item: Slide, names: list[str], *, shown: bool
) -> html.Section:
    w = deck.words
    at = names.index(item.name)
    place = w("number.of", a=at + 1, b=len(names))
    source = _source(edition, deck, item)
    address = picture_address(edition, deck.voice.atlas.scope, "present", *item.map.picture)
    title = w("present.title", subject=item.subject, place=place)
    return slide(item, address, foot(source, place, at, len(names)), title, shown=shown)


def _source(edition: Edition, deck: Deck, item: Slide) -> str:
    """The foot's source, boundaries and data version; a change rests on two surveys."""
    w, atlas = deck.words, deck.voice.atlas
    parts = [source_of(atlas.wave, w)]
    version = str(atlas.wave["revision"])
    if item.name == CHANGED:
        before = wave_of(edition, earlier_waves(atlas)[0])
        after = str(atlas.wave["wave"])
        parts = [w("present.change.source", before=str(before["wave"]), after=after)]
        version = f"{before['revision']}, {version}"
    parts += [w("footer.boundaries", year=int(deck.state.boundary_set))]
    return " · ".join([*parts, w("footer.version", revision=version)])


def _controls(parsed: ParsedState, w: Words) -> html.Div:
    words = ControlWords(
        label=w("present.controls"),
        previous=w("present.previous"),
        following=w("present.next"),
        full=w("present.full_screen"),
        start=w("present.start"),
        letters=w("present.letters"),
        leave=w("present.leave"),
    )
    return controls(
        words,
        parsed.state.address("/"),
        unknown_notices(parsed, w),
        letters=parsed.own["keys"] == "on",
        ask=parsed.own["fullscreen"] != "off",
    )
