"""What a map of changes shows: the change of each municipality since an earlier wave.

Pure: an atlas in, changes out; the atlas is that of the later wave.
"""

from dashboard.atlas import AGENCY, Atlas
from dashboard.map_views import MapChoice
from dashboard.records import Change, Municipality

ESTIMATED = frozenset({"estimated_before", "estimated_after"})
NOT_PLACED = "not_placed"  # the reason of the employment agency, which no municipality has
HIDDEN = "estimates_off"


def changes_of(atlas: Atlas, before: str, choice: MapChoice, region: str = "") -> list[Change]:
    """The change of each municipality of a region, or of all; empty for a wave that is none."""
    places = atlas.within(region)
    if choice.institution_type == AGENCY:
        return [no_change(before, choice, place, NOT_PLACED) for place in places]
    found = atlas.changes.get((before, choice.indicator, choice.institution_type), {})
    return [_shown(found[place.code], choice) for place in places if place.code in found]


def change_of(atlas: Atlas, before: str, choice: MapChoice, area: str) -> Change | None:
    """The change of one area: a code, the name of a region, or "" for Latvia."""
    found = atlas.changes.get((before, choice.indicator, choice.institution_type), {}).get(area)
    return _shown(found, choice) if found else None


def earlier_waves(atlas: Atlas) -> list[str]:
    """The waves that this one can be compared with, the newest first."""
    return sorted({before for before, _, _ in atlas.changes}, reverse=True)


def no_change(before: str, choice: MapChoice, place: Municipality | Change, reason: str) -> Change:
    """Nothing to compare in an area, for a reason."""
    return Change(
        wave_before=before,
        indicator=choice.indicator,
        institution_type=choice.institution_type,
        code=place.code,
        planning_region=place.planning_region,
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


def _shown(change: Change, choice: MapChoice) -> Change:
    """With estimates off nothing that rests on one is shown."""
    if choice.estimates or not ESTIMATED & set(change.caveats):
        return change
    return no_change(change.wave_before, choice, change, HIDDEN)
