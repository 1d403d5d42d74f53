"""The panel beside the map: the chosen municipality, or Latvia where nothing is chosen."""

from dash import html

from dashboard.components.attributes import Child
from dashboard.components.lens import lens
from dashboard.components.notice import notice
from dashboard.components.panel import Action, Place, panel_body
from dashboard.i18n.grammar import differs, place_sentence, region_name, tooltip_line
from dashboard.map_views import MapChoice, without_estimate
from dashboard.pages.place_parts import Voice, lenses
from dashboard.records import Municipality
from dashboard.state import ViewState, compare_address


def panel_content(voice: Voice, choice: MapChoice, code: str, origin: str) -> html.Div:
    """What the panel shows of a municipality, or of Latvia for code ""."""
    shown = [lens(one) for one in lenses(voice, choice, code)]
    if not code:
        return panel_body(_latvia(voice, choice), shown, hint=voice.words("panel.nothing_chosen"))
    parts: list[Child] = list(shown)
    place = voice.atlas.municipalities[code]
    institutions = voice.atlas.at(code)
    flag = differs(place, institutions, voice.atlas.answers_of(institutions), voice.words.lang)
    if flag:
        parts.insert(2, notice(voice.words("flag.title"), flag, sign="flag", form="quiet"))
    return panel_body(_place(voice, choice, place, origin), parts, _actions(voice, code))


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
    )


def _actions(voice: Voice, code: str) -> list[Action]:
    state = ViewState(boundary_set=voice.atlas.boundary_set, lang=voice.words.lang)
    address = state.address(f"/municipality/{code}")
    return [
        Action(voice.words("panel.open_profile"), address, main=True),
        Action(voice.words("panel.compare"), compare_address(state, code)),
    ]
