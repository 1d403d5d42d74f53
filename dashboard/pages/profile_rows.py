"""The rows of a profile's table: an indicator each, its value, where it stands, who says what."""

from dash import html

from dashboard.atlas import PLACED_TYPES, Atlas
from dashboard.components.attributes import Child
from dashboard.components.distribution import distribution as distribution_drawing
from dashboard.components.profile_table import Answer, ProfileRow
from dashboard.figures.distribution import distribution, estimated_range
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, amount_of, square_kinds
from dashboard.pages.place_parts import Voice, agency_answer, type_answer, type_value
from dashboard.records import AreaValue


def profile_columns(voice: Voice) -> list[Child]:
    """The heads of the table's columns."""
    w = voice.words
    count = len(voice.atlas.municipalities)
    latvia: Child = html.Span(
        [
            w("profile.column_distribution", n=count),
            ", ",
            html.Span(className="latvia-key"),
            w("profile.latvia_line"),
        ]
    )
    types: list[Child] = [w(f"institution.{one}") for one in PLACED_TYPES]
    first: list[Child] = [w("profile.column_indicator"), w("profile.column_institutions"), latvia]
    return [*first, *types, w("profile.column_agency")]


def profile_row(voice: Voice, code: str, indicator: str) -> ProfileRow:
    """One indicator of a municipality, estimates included."""
    atlas, w = voice.atlas, voice.words
    choice = MapChoice(indicator, "all", estimates=True)
    value = type_value(atlas, choice, code, "all")
    return ProfileRow(
        indicator=indicator,
        name=w(f"indicator.{indicator}.name"),
        definition=w(f"indicator.{indicator}.definition"),
        kinds=square_kinds(atlas.at(code), atlas.answers, choice),
        amount=amount_of(value, w.lang),
        distribution=_distribution(atlas, value, indicator, w),
        answers=(
            *(_type_cell(voice, choice, code, one) for one in PLACED_TYPES),
            _agency_cell(voice, choice),
        ),
    )


def _distribution(atlas: Atlas, own: AreaValue, indicator: str, w: Words) -> Child:
    latvia = placed_share(atlas, indicator)
    half = "" if own.evidence == "estimated" else w("profile.axis_half")
    axis = (w("profile.axis_none"), half, w("profile.axis_all"))
    if own.evidence == "estimated":
        drawing = estimated_range(own.lower or 0.0, own.upper or 0.0, own.value or 0.0, latvia)
    else:
        values = atlas.values[indicator, "all"].values()
        shares = [v.value for v in values if v.value is not None and v.evidence != "estimated"]
        drawing = distribution(shares, own.value, latvia)
    return distribution_drawing(drawing, indicator, axis)


def placed_share(atlas: Atlas, indicator: str) -> float | None:
    """The national share of courts and services, the agency left out, as municipalities have it."""
    parts = [atlas.latvia[indicator, one] for one in PLACED_TYPES]
    base = sum(part.denominator or 0 for part in parts)
    count = sum((part.value or 0.0) * (part.denominator or 0) for part in parts)
    return count / base if base else None


def _type_cell(voice: Voice, choice: MapChoice, code: str, institution_type: str) -> Answer:
    text, sign = type_answer(voice, choice, code, institution_type)
    return Answer(voice.words(f"institution.{institution_type}"), text, sign)


def _agency_cell(voice: Voice, choice: MapChoice) -> Answer:
    text, sign = agency_answer(voice, choice)
    return Answer(voice.words("institution.employment_agency"), text, sign)
