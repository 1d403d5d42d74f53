"""Priorities: a need crossed with a gap; which cell and group each municipality stands in.

Pure: an atlas in, plain values out. No answer is never a priority, nor is an estimate, nor a place
of which the survey may not name every institution.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dashboard.atlas import Atlas
from dashboard.i18n.area_sentences import PART
from dashboard.i18n.grammar import Reading, in_alphabet, read
from dashboard.map_views import without_estimate
from dashboard.records import KNOWN, AreaValue, Municipality
from dashboard.state import INDICATORS, SEVERAL_CODES

DEFAULT_GAP = "training_coverage"
# What a value is where it is not known; the codes are those of evidence.
UNKNOWN = ("no_answer", "estimated", "not_published", "suppressed")
ROWS = ("reported", "none", *UNKNOWN)  # of the need
COLUMNS = ("none", "some", "all", *UNKNOWN)  # of the gap
GROUPS = {("reported", "none"): 1, ("reported", "some"): 2, ("none", "none"): 3}
NO_GROUP = 0
PICTURE = "groups"  # the first part of the name of a picture of groups


@dataclass(frozen=True, slots=True)
class Pair:
    """The two questions that are crossed: indicator codes, never the same."""

    need: str
    gap: str
    estimates: bool = True  # False: an estimate is shown as not published


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a municipality stands, and which of its institutions say what to the two questions."""

    place: Municipality
    need: AreaValue
    gap: AreaValue
    atlas: Atlas = field(repr=False, compare=False)

    @property
    def gap_answers(self) -> Reading:
        """Which institutions say what to the gap; read one by one, so only for a row shown."""
        return reading(self.atlas, self.gap.indicator, self.place)

    @property
    def has_suspicion(self) -> bool:
        """Whether an institution tells of a suspicion where the need is asked for."""
        return self.atlas.counts.says(self.need.indicator, self.place.code, "suspicion")

    @property
    def gap_silent(self) -> bool:
        """Whether an institution answered the survey but not the question of the gap."""
        return self.atlas.counts.is_item_silent(self.gap.indicator, self.place.code)

    @property
    def row(self) -> str:
        """Whether any institution that answered has the need; one of ROWS."""
        if state := _state(self.need):
            return state
        return "reported" if self.need.numerator else _of_all(self.need, "none")

    @property
    def column(self) -> str:
        """In how many of the institutions that answered the gap is closed; one of COLUMNS."""
        if state := _state(self.gap):
            return state
        if not self.gap.numerator:
            return _of_all(self.gap, "none")
        same = self.gap.numerator == self.gap.denominator
        return _of_all(self.gap, "all") if same else "some"

    @property
    def cell(self) -> str:
        """The cell of the cross-table as the URL names it, e.g. reported-none."""
        return f"{self.row}-{self.column}"

    @property
    def group(self) -> int:
        """1, 2 or 3; 0 for none: all other cells, and places that may have more institutions."""
        if not self.place.frame_complete:
            return NO_GROUP
        return GROUPS.get((self.row, self.column), NO_GROUP)


PATH = "/priorities"
CELLS = tuple(f"{row}-{column}" for row in ROWS for column in COLUMNS)
# What the page's address may say beyond the view: parameter → its values, the default first.
PARAMETERS = {
    "need": INDICATORS,
    "gap": (DEFAULT_GAP, *(one for one in INDICATORS if one != DEFAULT_GAP)),
    "cell": ("", *CELLS),  # the cell that the list is filtered by
    "open": ("", "3"),  # the group that is closed at first
    "picked": SEVERAL_CODES,  # the ticked municipalities
}


def _state(value: AreaValue) -> str:
    """Why a value is not known; empty where it is."""
    return "" if value.evidence in KNOWN else value.evidence


def _of_all(value: AreaValue, state: str) -> str:
    """None or all, unless of some institutions that responded nothing is known."""
    return "not_published" if PART in value.caveats else state


def pair_of(need: str, gap: str, *, estimates: bool = True) -> Pair:
    """The pair of two indicators; a gap that is the need gives way to another."""
    if need == gap:
        gap = next(one for one in PARAMETERS["gap"] if one != need)
    return Pair(need, gap, estimates)


def standings(atlas: Atlas, pair: Pair, planning_region: str = "") -> list[Standing]:
    """Every municipality of a region, or of all, in the order of the list.

    By group (those without one last), by the number of institutions that report the need, by name.
    """
    found = [_standing(atlas, pair, place) for place in in_alphabet(atlas.within(planning_region))]
    return sorted(found, key=_place_in_list)


def _place_in_list(one: Standing) -> tuple[int, int]:
    return one.group or len(GROUPS) + 1, -(one.need.numerator or 0)


def _standing(atlas: Atlas, pair: Pair, place: Municipality) -> Standing:
    need, gap = (
        value if pair.estimates else without_estimate(value)
        for value in (atlas.values[one, "all"][place.code] for one in (pair.need, pair.gap))
    )
    return Standing(place, need, gap, atlas)


def reading(atlas: Atlas, indicator: str, place: Municipality) -> Reading:
    """Which institutions of a place say what to an indicator, read one by one."""
    institutions = atlas.at(place.code)
    keys = ((i.institution_id, indicator) for i in institutions)
    answers = [atlas.answers[key] for key in keys if key in atlas.answers]
    return read(indicator, place, institutions, answers)


def in_group(found: Iterable[Standing], group: int) -> list[Standing]:
    """Those of a group, 0 for those without one."""
    return [one for one in found if one.group == group]


def in_cell(found: Iterable[Standing], cell: str) -> list[Standing]:
    """Those of a cell of the cross-table."""
    return [one for one in found if one.cell == cell]


def shown_states(found: Sequence[Standing]) -> tuple[list[str], list[str]]:
    """The rows and columns that the cross-table shows: all known ones, silence, what occurs."""
    rows = {one.row for one in found} | {"reported", "none", "no_answer"}
    columns = {one.column for one in found} | {"none", "some", "all", "no_answer"}
    return [one for one in ROWS if one in rows], [one for one in COLUMNS if one in columns]


def estimated(found: Iterable[Standing]) -> list[Standing]:
    """Those of which one of the two answers is known as a total only."""
    totals = {"estimated", "not_published"}
    return [one for one in found if totals & {one.row, one.column}]
