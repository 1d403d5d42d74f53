"""The planning regions and Latvia in one indicator, as they stand side by side. Pure.

A region holds courts and services only. So Latvia beside it leaves the agency out, too.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.atlas import AGENCY, PLACED_TYPES, Atlas
from dashboard.i18n.numbers import PERCENT_FROM, percent_range
from dashboard.map_views import MapChoice, without_estimate
from dashboard.records import EVIDENCE, KNOWN, AreaValue, unpublished

# From the strongest to the weakest: a sum is known as its weakest part. Silence adds nothing to it.
STRENGTH = ("no_answer", *(one for one in EVIDENCE if one != "no_answer"))
WITH_NUMBERS = KNOWN | {"estimated"}


def region_values(atlas: Atlas, choice: MapChoice) -> list[AreaValue]:
    """The value of each region by name, as this choice shows it; the agency has none in any."""
    if choice.institution_type == AGENCY:
        return [
            unpublished(choice.indicator, choice.institution_type, "", region)
            for region in atlas.planning_regions
        ]
    values = atlas.regions[choice.indicator, choice.institution_type]
    shown = [values[region] for region in atlas.planning_regions]
    return shown if choice.estimates else [without_estimate(value) for value in shown]


def country_value(atlas: Atlas, choice: MapChoice) -> AreaValue:
    """Latvia's value beside regions: for all institutions courts and services together."""
    if choice.institution_type != "all":
        return own_country_value(atlas, choice)
    parts = [atlas.latvia[choice.indicator, one] for one in PLACED_TYPES]
    if not choice.estimates:
        parts = [without_estimate(one) for one in parts]
    return together(parts)


def own_country_value(atlas: Atlas, choice: MapChoice) -> AreaValue:
    """Latvia's value as the files have it: for all institutions with the agency, if published."""
    value = atlas.latvia[choice.indicator, choice.institution_type]
    return value if choice.estimates else without_estimate(value)


def together(parts: Sequence[AreaValue]) -> AreaValue:
    """The value of several types of one area as one: counts and bounds add up."""
    answered = [one for one in parts if one.evidence != "no_answer"] or list(parts)
    evidence = max((one.evidence for one in answered), key=STRENGTH.index)
    first = replace(parts[0], institution_type="all", evidence=evidence, class_number=None)
    if evidence not in WITH_NUMBERS:
        hidden = without_estimate(replace(first, evidence="estimated"))
        return replace(hidden, evidence=evidence)
    base = sum(one.denominator or 0 for one in answered)
    counts = [one.numerator for one in answered]
    known = None if None in counts else sum(one or 0 for one in counts)
    return replace(
        first,
        numerator=known,
        denominator=base,
        value=sum((one.value or 0) * (one.denominator or 0) for one in answered) / base,
        lower=sum((one.lower or 0) * (one.denominator or 0) for one in answered) / base,
        upper=sum((one.upper or 0) * (one.denominator or 0) for one in answered) / base,
        sources=tuple(sorted({code for one in answered for code in one.sources})),
        caveats=tuple(sorted({code for one in answered for code in one.caveats})),
    )


def share_of(value: AreaValue, lang: str) -> str:
    """ "62 %", "28–57 %"; empty without a value and where a percentage would say too much."""
    if value.lower is None or value.upper is None or (value.denominator or 0) < PERCENT_FROM:
        return ""
    return percent_range(value.lower, value.upper, lang)


def homes(atlas: Atlas) -> dict[str, str]:
    """The region of each institution that has a place."""
    return {
        institution.institution_id: place.planning_region
        for place in atlas.within("")
        for institution in atlas.at(place.code)
    }


def silent_on_question(atlas: Atlas, choice: MapChoice) -> bool:
    """Whether a placed institution answered the survey, but not this indicator's question."""
    return bool(atlas.counts.item_silent_codes(choice.indicator, choice.institution_type))
