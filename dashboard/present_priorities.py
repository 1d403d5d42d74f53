"""The slide of the priorities: which municipalities report cases and have no trained staff.

Pure: atlas, words and state in, plain values out; the groups are those of the priorities page.
"""

from collections.abc import Sequence

from dashboard.components.picture import PictureMarks
from dashboard.components.slide import Legend, LegendRow, NamedGroup, Slide, SlideMap
from dashboard.figures.classes import NO_ANSWER
from dashboard.i18n.grammar import (
    no_priority_sentence,
    place_name,
    priority_sentence,
)
from dashboard.i18n.translate import Words
from dashboard.present_slides import PRIORITIES, WHOLE, Deck, kept, label_of, lines_of
from dashboard.priorities import (
    DEFAULT_GAP,
    GROUPS,
    PICTURE,
    Standing,
    in_group,
    pair_of,
    standings,
)
from dashboard.state import INDICATORS

MOST_NAMES = {1: 8, 2: 12, 3: 0}  # that a group lists; of the third the map says enough
MOST_LABELS = 4  # on the map
NO_ANSWER_FILL = f"fill-{DEFAULT_GAP}-{NO_ANSWER}"


def priorities_slide(deck: Deck) -> Slide:
    """Cases against training, by name."""
    w, region = deck.words, deck.state.planning_region
    pair = pair_of(INDICATORS[0], DEFAULT_GAP, estimates=deck.state.estimates == "on")
    found = standings(deck.voice.atlas, pair, region)
    first = in_group(found, 1)
    said = _sentence(first, w)
    estimates = "on" if pair.estimates else "off"
    return Slide(
        name=PRIORITIES,
        swatch="fill-group-1",
        subject=w(f"priority.title.{pair.gap}"),
        scope=deck.scope("all", region),
        headline=said,
        lines=lines_of(said),
        map=_map(deck, first, (PICTURE, pair.need, pair.gap, estimates)),
        aside=(
            *(_group(number, in_group(found, number), w) for number in sorted(GROUPS.values())),
            Legend("", "", _rest(found, w)),
            w("priority.caveat"),
        ),
    )


def _sentence(first: Sequence[Standing], w: Words) -> str:
    """The priorities page's own sentence on its first group, without a full stop."""
    silent = any(one.gap_silent for one in first)
    said = priority_sentence([one.place for one in first], w.lang, item_silent=silent)
    return (said or no_priority_sentence(w.lang)).rstrip(".")


def _map(deck: Deck, first: Sequence[Standing], picture: tuple[str, ...]) -> SlideMap:
    w = deck.words
    marks = PictureMarks(
        contoured=[one.place.code for one in first], kept=kept(deck, deck.state.planning_region)
    )
    few = first if len(first) <= MOST_LABELS else ()
    labels = tuple(label_of(one.place, WHOLE, w.lang) for one in few)
    return SlideMap(picture, w("present.priority.map"), marks, labels)


def _group(number: int, group: Sequence[Standing], w: Words) -> NamedGroup:
    names = [place_name(one.place, w.lang) for one in group]
    most = MOST_NAMES[number]
    left = len(names) - most
    return NamedGroup(
        fill=f"fill-group-{number}",
        title=w(f"present.priority.group_{number}"),
        count=len(names),
        names=tuple(names[:most]),
        more=w("present.priority.more", n=left) if most and left > 0 else "",
        main=number == 1,
    )


def _rest(found: Sequence[Standing], w: Words) -> tuple[LegendRow, ...]:
    """Those without a group: all other answers, and no answer to one of the two questions."""
    without = in_group(found, 0)
    silent = sum("no_answer" in (one.row, one.column) for one in without)
    return (
        LegendRow("fill-group-0", w("present.priority.others"), len(without) - silent),
        LegendRow(NO_ANSWER_FILL, w("legend.no_answer"), silent),
    )
