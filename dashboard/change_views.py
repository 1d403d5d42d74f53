"""What a map of changes shows: the change of each municipality since an earlier wave.

Pure: an atlas in, changes out; the atlas is that of the later wave.
"""

from dataclasses import replace

from dashboard.atlas import AGENCY, Atlas
from dashboard.map_views import MapChoice
from dashboard.records import Change

ESTIMATED = frozenset({"estimated_before", "estimated_after"})
NOT_PLACED = "not_placed"  # the reason of the employment agency, which no municipality has
HIDDEN = "estimates_off"


def changes_of(atlas: Atlas, before: str, choice: MapChoice, region: str = "") -> list[Change]:
    """The change of each municipality of a region, or of all; empty for a wave that is none.

    The employment agency has no place: each is told so.
    """
    agency = choice.institution_type == AGENCY
    key = (before, choice.indicator, "all" if agency else choice.institution_type)
    found = atlas.changes.get(key, {})
    here = [found[place.code] for place in atlas.within(region) if place.code in found]
    if agency:
        return [_untold(change, choice, NOT_PLACED) for change in here]
    return [_shown(change, choice) for change in here]


def change_of(atlas: Atlas, before: str, choice: MapChoice, area: str) -> Change | None:
    """The change of one area: a code, the name of a region, or "" for Latvia."""
    found = atlas.changes.get((before, choice.indicator, choice.institution_type), {}).get(area)
    return _shown(found, choice) if found else None


def earlier_waves(atlas: Atlas) -> list[str]:
    """The waves that this one can be compared with, the newest first."""
    return sorted({before for before, _, _ in atlas.changes}, reverse=True)


def _shown(change: Change, choice: MapChoice) -> Change:
    """With estimates off nothing that rests on one is shown."""
    if choice.estimates or not ESTIMATED & set(change.caveats):
        return change
    return _untold(change, choice, HIDDEN)


def _untold(change: Change, choice: MapChoice, reason: str) -> Change:
    """The same area with nothing to compare, for a reason."""
    return replace(
        change,
        institution_type=choice.institution_type,
        before_lower=None,
        before_upper=None,
        before_base=None,
        after_lower=None,
        after_upper=None,
        after_base=None,
        lower=None,
        upper=None,
        class_number=None,
        reason=reason,
        caveats=(),
    )
