"""The rows of a profile's table: an indicator each, its value, where it stands, who says what."""

from dash import html

from dashboard.atlas import AGENCY, PLACED_TYPES, Atlas
from dashboard.components.attributes import Child
from dashboard.components.distribution import distribution as distribution_drawing
from dashboard.components.profile_table import Column, ProfileRow
from dashboard.figures.distribution import distribution, estimated_range
from dashboard.i18n.grammar import sentence_case
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, amount_of, place_kinds
from dashboard.pages.place_parts import Voice, agency_silence, type_value
from dashboard.pages.profile_cells import agency_cell, common_caveats, type_cell, type_name
from dashboard.records import AreaValue
from dashboard.regions import country_value


def profile_columns(voice: Voice, code: str) -> list[Column]:
    """The heads of the table's columns, with what holds for all cells of one."""
    w = voice.words
    count = len(voice.atlas.municipalities)
    latvia = html.Span(
        [html.Span(className="latvia-key"), w("profile.latvia_line")], className="head-line"
    )
    where = html.Span(f" {w('profile.agency_place')}", className="head-aside")
    said = sentence_case(w("lens.agency_alike"))
    alike = f"{said}." if voice.atlas.branches_alike() else ""
    return [
        Column(w("profile.column_indicator")),
        Column(w("profile.column_institutions")),
        Column(w("profile.column_distribution", n=count), rest=latvia),
        *(_type_column(voice, code, one) for one in PLACED_TYPES),
        Column(
            w(f"institution.{AGENCY}"),
            tuple(one for one in (alike, agency_silence(voice, code)) if one),
            where,
        ),
    ]


def _type_column(voice: Voice, code: str, institution_type: str) -> Column:
    w = voice.words
    sentences = sorted(common_caveats(voice.atlas, code, institution_type))
    notes = tuple(w("profile.column_caveat", sentence=voice.caveat(one)) for one in sentences)
    return Column(type_name(voice, code, institution_type), notes)


def profile_row(voice: Voice, code: str, indicator: str) -> ProfileRow:
    """One indicator of a municipality, estimates included."""
    atlas, w = voice.atlas, voice.words
    choice = MapChoice(indicator, "all", estimates=True)
    value = type_value(atlas, choice, code, "all")
    amount = amount_of(value, w.lang)
    counted = value.denominator is not None
    return ProfileRow(
        indicator=indicator,
        name=w(f"indicator.{indicator}.name"),
        definition=w(f"indicator.{indicator}.definition"),
        kinds=place_kinds(atlas, choice, code),
        amount=amount if counted else sentence_case(amount),
        counted=counted,
        distribution=_distribution(atlas, value, indicator, w),
        answers=(
            *(type_cell(voice, code, one, indicator) for one in PLACED_TYPES),
            agency_cell(voice, indicator),
        ),
    )


def _distribution(atlas: Atlas, own: AreaValue, indicator: str, w: Words) -> Child:
    # Courts and services, as in a municipality; no line where one of the two is not published.
    latvia = country_value(atlas, MapChoice(indicator, "all", estimates=True)).value
    half = "" if own.evidence == "estimated" else w("profile.axis_half")
    axis = (w("profile.axis_none"), half, w("profile.axis_all"))
    if own.evidence == "estimated":
        drawing = estimated_range(own.lower or 0.0, own.upper or 0.0, own.value or 0.0, latvia)
    else:
        values = atlas.values[indicator, "all"].values()
        shares = [v.value for v in values if v.value is not None and v.evidence != "estimated"]
        drawing = distribution(shares, own.value, latvia)
    return distribution_drawing(drawing, indicator, axis)
