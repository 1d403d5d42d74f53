"""Which municipalities report cases and lack training: the three groups of the priorities slide.

Group 1: at least one case, nobody trained. 2: at least one case, some trained. 3: no case, nobody
trained. Counted over the institutions that answered; without an answer to either question, or
where not all institutions are known, a municipality has no group.
"""

from collections.abc import Mapping, Sequence

from dashboard.atlas import Atlas, read_atlas
from dashboard.database import Edition
from dashboard.figures.colours import NO_ANSWER_GROUND, WHITE, paints
from dashboard.figures.picture import Fill, fill_of
from dashboard.i18n.place_names import name_order
from dashboard.records import AreaValue, Municipality

NEED, GAP = "identified_cases", "training_coverage"
NAME = ("groups", NEED, GAP)  # of the picture
GROUPS = (1, 2, 3)
INKS = {1: "#15191E", 2: "#717B85", 3: "#CBD0D5"}


def groups(atlas: Atlas, region: str) -> dict[int, list[Municipality]]:
    """The municipalities of each group in a region, by name."""
    found: dict[int, list[Municipality]] = {number: [] for number in GROUPS}
    for place in sorted(atlas.within(region), key=lambda one: name_order(one.name_nom)):
        number = group_of(place, *_values(atlas, place.code))
        if number:
            found[number].append(place)
    return found


def silent(atlas: Atlas, region: str) -> Sequence[Municipality]:
    """The municipalities that did not answer one of the two questions."""
    return [m for m in atlas.within(region) if _is_silent(*_values(atlas, m.code))]


def group_of(place: Municipality, need: AreaValue, gap: AreaValue) -> int:
    """1, 2 or 3; 0 for none."""
    if need.numerator is None or gap.numerator is None or not place.frame_complete:
        return 0
    if gap.numerator == 0:
        return 1 if need.numerator else 3
    return 2 if need.numerator and gap.numerator != gap.denominator else 0


def painted(edition: Edition, boundary_set: str, *name: str) -> Mapping[str, Fill]:
    """The fills of the picture of the groups; none for another name."""
    if name != NAME:
        return {}
    atlas = read_atlas(edition, boundary_set)
    return {
        code: _fill(place, *_values(atlas, code)) for code, place in atlas.municipalities.items()
    }


def _fill(place: Municipality, need: AreaValue, gap: AreaValue) -> Fill:
    if _is_silent(need, gap):
        dotted = next(one for one in paints(GAP) if one.ground == NO_ANSWER_GROUND)
        return fill_of(dotted)
    return Fill(INKS.get(group_of(place, need, gap), WHITE))


def _is_silent(need: AreaValue, gap: AreaValue) -> bool:
    return "no_answer" in (need.evidence, gap.evidence)


def _values(atlas: Atlas, code: str) -> tuple[AreaValue, AreaValue]:
    return atlas.values[NEED, "all"][code], atlas.values[GAP, "all"][code]
