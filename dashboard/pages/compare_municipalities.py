"""/compare, two municipalities: what each answers, and the difference in words between them."""

from dataclasses import replace

from dash import html

from dashboard.atlas import PLACED_TYPES, Atlas
from dashboard.components.attributes import Child
from dashboard.components.comparison import (
    PairRow,
    PlaceHead,
    SideCell,
    hint,
    pair_table,
    swap_link,
)
from dashboard.components.profile_table import Answer
from dashboard.i18n.grammar import (
    Side,
    comparison_lead,
    difference,
    in_alphabet,
    region_name,
    relation,
)
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, amount_of, square_kinds
from dashboard.pages.compare_parts import (
    Scene,
    boundary_control,
    estimates_control,
    place_control,
)
from dashboard.pages.place_parts import Voice, type_answer, type_value
from dashboard.regions import country_value
from dashboard.state import INDICATORS


def two_municipalities(scene: Scene) -> list[Child]:
    """Controls, then the two side by side, or what is still to be chosen."""
    w, first, second = scene.words, scene.state.municipality, scene.parsed.own["with"]
    controls = [
        place_control(scene, w("compare.first"), "municipality", first),
        place_control(scene, w("compare.second"), "with", second),
        boundary_control(scene),
        estimates_control(scene),
    ]
    found = [html.Div(controls, className="compare-controls"), *_found(scene, first, second)]
    return [html.Div(found, className="compare-pair")]


def _found(scene: Scene, first: str, second: str) -> list[Child]:
    w, places = scene.words, scene.atlas.municipalities
    if not first and not second:
        return [hint(w("compare.choose_both"))]
    if not first:
        key = "compare.choose_first"
        return [_offer(scene, key, second, "municipality")]
    if not second:
        return [_offer(scene, "compare.choose_other", first, "with")]
    if first == second:
        return [hint(w("compare.same", place=places[first].name_nom))]
    return _side_by_side(scene, first, second)


def _offer(scene: Scene, key: str, chosen: str, parameter: str) -> Child:
    """One is chosen: its neighbours stand ready as the other."""
    w, places = scene.words, scene.atlas.municipalities
    near = in_alphabet(places[one] for one in places[chosen].neighbours if one in places)
    links = [(one.name_nom, scene.address(**{parameter: one.code})) for one in near]
    text = w(key, place=places[chosen].name_nom)
    return hint(text, links, w("compare.neighbours"))


def _side_by_side(scene: Scene, first: str, second: str) -> list[Child]:
    w, voice = scene.words, scene.voice()
    choices = [MapChoice(one, "all", scene.state.estimates == "on") for one in INDICATORS]
    pairs = {
        one.indicator: (side(voice.atlas, one, first), side(voice.atlas, one, second))
        for one in choices
    }
    lead = comparison_lead({one: relation(*pair) for one, pair in pairs.items()}, w.lang)
    rows = [_row(voice, one, first, second, pairs[one.indicator]) for one in choices]
    swap = swap_link(w("compare.swap"), scene.address(municipality=second, **{"with": first}))
    heads = (_head(scene, voice.atlas, first), _head(scene, voice.atlas, second))
    caption = w("compare.title.municipalities")
    return [
        html.P(lead, className="compare-lead", role="status"),
        pair_table(heads, swap, rows, caption),
        html.P(f"{w('compare.agency')} {w('compare.cases')}", className="compare-note"),
    ]


def side(atlas: Atlas, choice: MapChoice, code: str) -> Side:
    """One municipality's value of one indicator, all of its institutions together."""
    value = type_value(atlas, choice, code, "all")
    return Side(atlas.municipalities[code], value, len(atlas.at(code)))


def _head(scene: Scene, atlas: Atlas, code: str) -> PlaceHead:
    w, place = scene.words, atlas.municipalities[code]
    institutions = atlas.at(code)
    answered = sum(one.responded for one in institutions)
    share = w("number.of", a=answered, b=len(institutions))
    response = w("lens.responded_of", share=share)
    state = scene.atlas.state(scene.lang)
    return PlaceHead(
        name=place.name_nom,
        meta=f"{region_name(place.planning_region, w.lang)} · {response}",
        href=state.address(f"/municipality/{code}"),
        profile=w("panel.open_profile"),
    )


def _row(
    voice: Voice, choice: MapChoice, first: str, second: str, pair: tuple[Side, Side]
) -> PairRow:
    w, name = voice.words, choice.indicator
    return PairRow(
        indicator=name,
        name=w(f"indicator.{name}.name"),
        definition=w(f"indicator.{name}.definition"),
        latvia=_latvia(voice.atlas, choice, w),
        difference=difference(*pair, w.lang),
        left=_cell(voice, choice, first),
        right=_cell(voice, choice, second),
    )


def _cell(voice: Voice, choice: MapChoice, code: str) -> SideCell:
    atlas, w = voice.atlas, voice.words
    answers = []
    for one in PLACED_TYPES:
        several = len(atlas.at(code, one)) > 1
        who = w(f"institutions.{one}") if several else w(f"institution.{one}")
        answers.append(Answer(who, *type_answer(voice, choice, code, one)))
    return SideCell(
        kinds=square_kinds(atlas.at(code), atlas.answers, choice),
        amount=amount_of(type_value(atlas, choice, code, "all"), w.lang),
        answers=tuple(answers),
    )


def _latvia(atlas: Atlas, choice: MapChoice, w: Words) -> str:
    """Latvia without the agency, which no municipality's value holds; empty where hidden."""
    amount = placed_amount(atlas, choice, w.lang)
    return w("tab.latvia_without_agency", share=amount) if amount else ""


def placed_amount(atlas: Atlas, choice: MapChoice, lang: str) -> str:
    """ "26 no 230", "aptuveni 55 no 230", "99–131 no 230": all courts and services together."""
    value = country_value(atlas, replace(choice, institution_type="all"))
    return "" if value.denominator is None else amount_of(value, lang)
