"""The panel beside the map: the chosen municipality, or Latvia where nothing is chosen."""

from collections.abc import Sequence

from dash import html

from dashboard.atlas import AGENCY
from dashboard.components.attributes import Child, icon, param
from dashboard.components.lens import lens
from dashboard.components.notice import notice
from dashboard.components.panel import Action, Place, action_link, panel_body
from dashboard.components.share_of import share_of
from dashboard.i18n.grammar import differs, place_sentence, region_name, tooltip_line
from dashboard.map_views import MapChoice, amount_of, split_amount, square_kinds, without_estimate
from dashboard.pages.lenses import lenses
from dashboard.pages.place_parts import Voice, type_value
from dashboard.pages.sharing import copy_button, report_button
from dashboard.records import Institution, Municipality
from dashboard.state import compare_address


def panel_content(voice: Voice, choice: MapChoice, code: str, origin: str) -> html.Div:
    """What the panel shows of a municipality, or of Latvia for code ""."""
    parts: list[Child] = [lens(one) for one in lenses(voice, choice, code)]
    if not code:
        return panel_body(_latvia(voice, choice), parts, hint=voice.words("panel.nothing_chosen"))
    place = voice.atlas.municipalities[code]
    institutions = voice.atlas.at(code)
    flag = differs(place, institutions, voice.atlas.answers_of(institutions), voice.words.lang)
    if flag:
        parts.insert(2, notice(voice.words("flag.title"), flag, sign="flag", form="quiet"))
    shown = _place(voice, choice, place, origin)
    told = f"{shown.name}. {shown.sentence}"
    report = report_button(voice.words, shown.name, told, voice.atlas.wave["revision"])
    return panel_body(shown, parts, _actions(voice, code), foot=report)


def _latvia(voice: Voice, choice: MapChoice) -> Place:
    atlas, w = voice.atlas, voice.words
    value = atlas.latvia[choice.indicator, choice.institution_type]
    if not choice.estimates:
        value = without_estimate(value)
    name = w(f"indicator.{choice.indicator}.name")
    sentence = f"{name}: {tooltip_line(value, w.lang)}."
    if value.denominator is None:
        sentence = f"{w('panel.no_value', indicator=name)}."
    elif "employment_agency_left_out" in value.caveats:
        sentence += f" {voice.caveat('employment_agency_left_out')}"
    count = w("count.municipalities", n=len(atlas.municipalities))
    survey = atlas.wave[f"title_{w.lang}"]
    return Place(w("panel.latvia"), f"{survey} · {count}", sentence, choice.indicator)


def _place(voice: Voice, choice: MapChoice, place: Municipality, origin: str) -> Place:
    w = voice.words
    institutions = voice.atlas.at(place.code, choice.institution_type)
    answers = voice.atlas.answers_of(institutions)
    if not choice.estimates:
        answers = [a for a in answers if a.evidence != "estimated"]
    about = [region_name(place.planning_region, w.lang), origin]
    return Place(
        name=place.name_nom,
        meta=" · ".join(part for part in about if part),
        sentence=place_sentence(choice.indicator, place, institutions, answers, w.lang),
        indicator=choice.indicator,
        close=w("panel.close"),
        close_href="?",
        amount=_amount(voice, choice, place, institutions),
    )


def _amount(
    voice: Voice, choice: MapChoice, place: Municipality, institutions: Sequence[Institution]
) -> html.Div | None:
    """Squares and "1 no 2"; None where the map has no value, as for the agency."""
    if choice.institution_type == AGENCY:
        return None
    value = type_value(voice.atlas, choice, place.code, choice.institution_type)
    amount, unit = split_amount(value, voice.words.lang)
    kinds = square_kinds(institutions, voice.atlas.answers, choice)
    return share_of(choice.indicator, kinds, amount or amount_of(value, voice.words.lang), unit)


def _actions(voice: Voice, code: str) -> list[Child]:
    """The ways onward: the profile, on phones the list, and the link of this view."""
    w = voice.words
    state = voice.atlas.state(w.lang)
    profile = Action(w("panel.open_profile"), state.address(f"/municipality/{code}"), main=True)
    compare = Action(w("panel.compare"), compare_address(state, code))
    as_list = html.A(
        [icon("list"), html.Span(w("map.as_list"))],
        href="?view=list",
        className="button for-phones",
        **param("view", "list"),
    )
    return [
        action_link(profile),
        action_link(compare),
        as_list,
        copy_button(w, "panel.link", "button is-quiet"),
    ]
