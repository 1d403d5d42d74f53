"""The slide of what changed since the survey before: the change map with its own headline.

Pure: atlas, words and state in, plain values out; counts and classes are those of /compare.
"""

from collections.abc import Sequence

from dashboard.atlas import AGENCY
from dashboard.change_views import changes_of, earlier_waves
from dashboard.components.picture import PictureMarks
from dashboard.components.slide import Legend, LegendRow, Slide, SlideMap
from dashboard.figures.changes import (
    CHANGE,
    CLASSES,
    OPEN,
    RANGED,
    change_code,
    change_counts,
    known_code,
)
from dashboard.figures.classes import NO_ANSWER, NOT_PUBLISHED
from dashboard.i18n.change_sentences import Span, change_headline
from dashboard.i18n.translate import Words
from dashboard.present_slides import CHANGED, Deck, kept, lines_of
from dashboard.records import Change

WORDS = {2: "p2", 1: "p1", 0: "0", -1: "m1", -2: "m2"}  # class → the key of its word


def has_change_slide(deck: Deck) -> bool:
    """Whether the view has an earlier survey, and institutions that have a place."""
    return bool(earlier_waves(deck.voice.atlas)) and deck.state.institution_type != AGENCY


def change_slide(deck: Deck) -> Slide:
    """What changed in the view's indicator since the survey before."""
    w, state, atlas = deck.words, deck.state, deck.voice.atlas
    choice, region = deck.choice(state.indicator), state.planning_region
    span = Span(earlier_waves(atlas)[0], str(atlas.wave["wave"]))
    shown = changes_of(atlas, span.before, choice, region)
    said = change_headline(shown, span, w.lang)
    name = w(f"indicator.{state.indicator}.name")
    return Slide(
        name=CHANGED,
        swatch=f"fill-{CHANGE}-{known_code(2)}",
        subject=w("change.title", before=span.before),
        scope=f"{name} · {deck.scope(choice.institution_type, region)}",
        headline=said,
        lines=lines_of(said),
        map=_map(deck, span, shown),
        aside=(_legend(shown, w), *_notes(state.indicator, w)),
    )


def _map(deck: Deck, span: Span, shown: Sequence[Change]) -> SlideMap:
    w, choice = deck.words, deck.choice(deck.state.indicator)
    label = w(
        "change.map_label",
        indicator=w(f"indicator.{choice.indicator}.name"),
        boundaries=w("filters.boundary_set", year=int(deck.state.boundary_set)),
        before=span.before,
    )
    estimates = "on" if choice.estimates else "off"
    grew = sorted(one.code for one in shown if one.direction == "grew")
    marks = PictureMarks(contoured=grew, kept=kept(deck, deck.state.planning_region))
    picture = (CHANGE, span.before, choice.indicator, choice.institution_type, estimates)
    return SlideMap(picture, label, marks)


def _legend(shown: Sequence[Change], w: Words) -> Legend:
    """All classes, so that a gap is seen as one; silence always, other unknowns where there are."""
    counts = change_counts(change_code(one) for one in shown)
    rows = [
        LegendRow(
            f"fill-{CHANGE}-{known_code(number)}",
            w(f"present.change.{WORDS[number]}"),
            counts.known[number],
            outlined=number > 0,
        )
        for number in reversed(CLASSES)
    ]
    others = (
        (RANGED[1], "ranged", sum(counts.ranged.values())),  # of those above
        (OPEN, "open", counts.open),
        (NO_ANSWER, "silent", counts.silent),
        (NOT_PUBLISHED, "none", counts.not_comparable),
    )
    rows += [
        LegendRow(f"fill-{CHANGE}-{code}", w(f"change.{key}"), count, apart=key == "open")
        for code, key, count in others
        if count or key == "silent"
    ]
    title = w("present.change.title")
    return Legend(title, w("present.legend.counted"), tuple(rows), tight=True)


def _notes(indicator: str, w: Words) -> tuple[str, ...]:
    """What to know of the map; of cases also what more of them does not mean."""
    cases = [w("change.cases")] if indicator == "identified_cases" else []
    return (" ".join([w("present.change.like"), w("change.no_silence"), *cases]),)
