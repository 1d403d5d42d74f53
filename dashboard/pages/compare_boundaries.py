"""/compare, two boundary sets: one indicator before and after a reform, and what the reform did."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from dash import html

from dashboard.atlas import AGENCY, Atlas
from dashboard.components.attributes import Child
from dashboard.components.comparison import MapCard, maps, place_value, scale
from dashboard.components.controls import Choice, segment
from dashboard.components.picture import PictureMarks
from dashboard.i18n.grammar import in_alphabet, place_list, place_name
from dashboard.pages.compare_parts import (
    Scene,
    Spot,
    card,
    columns,
    counts_of,
    estimates_control,
    hides_values,
    indicator_control,
    map_notes,
    own_value,
    place_control,
    region_control,
    text_table,
    type_control,
    value_cell,
)
from dashboard.pages.reforms import Reform, other_set, read_reform


def two_boundary_sets(scene: Scene) -> list[Child]:
    """Controls, the scale with both counts, two maps, what changed, and all of it as text."""
    reform = reform_of(scene)
    return [
        html.Div(_controls(scene, reform), className="compare-controls"),
        html.Div(_scale(scene, reform), className="compare-scale"),
        maps(
            [_card(scene, reform, one) for one in (reform.older, reform.newer)],
            on_stage=hides_values(scene, (scene.state.indicator,)),
        ),
        map_notes(scene, (scene.state.indicator,)),
        _changes(scene, reform),
        text_table(scene, as_text(scene, reform)),
    ]


def reform_of(scene: Scene) -> Reform:
    """The reform between the address's two boundary sets."""
    own = scene.state.boundary_set
    other = other_set(scene.boundary_sets(), own, scene.parsed.own["against"])
    older, newer = sorted((own, other))
    return read_reform(scene.edition, older, newer)


def _controls(scene: Scene, reform: Reform) -> list[Child]:
    w, state = scene.words, scene.state
    label = w("compare.place_of", year=int(state.boundary_set))
    return [
        indicator_control(scene),
        _pair_control(scene, reform),
        type_control(scene),
        region_control(scene),
        estimates_control(scene),
        place_control(scene, label, "municipality", state.municipality),
    ]


def _pair_control(scene: Scene, reform: Reform) -> Child:
    """Which two boundary sets; the chosen municipality goes along by the crosswalk."""
    w, choices = scene.words, []
    for older, newer in combinations(scene.boundary_sets(), 2):
        address = scene.address(
            boundary_set=older,
            against=newer,
            municipality=scene.carried(scene.state.municipality, older),
        )
        text = w("compare.pair_of", old=older, new=newer)
        active = (older, newer) == (reform.older, reform.newer)
        choices.append(Choice(f"{older}-{newer}", text, address, active))
    return segment(w("compare.pair"), "", choices, stay=True)


def _scale(scene: Scene, reform: Reform) -> html.Div:
    w, choice, region = scene.words, scene.choice(), scene.state.planning_region
    both = (reform.older, reform.newer)
    counts = [counts_of(scene.atlas_in(one), choice, region) for one in both]
    shown = columns(w, counts, estimates=choice.estimates and choice.institution_type != AGENCY)
    return scale(w("compare.counts"), [choice.indicator], shown, both)


def _card(scene: Scene, reform: Reform, boundary_set: str) -> MapCard:
    """One map. A click chooses in its own boundary set, so the other becomes what it is against."""
    state, atlas = scene.state, scene.atlas_in(boundary_set)
    against = reform.newer if boundary_set == reform.older else reform.older
    title = scene.words("filters.boundary_set", year=int(boundary_set))
    codes = chosen_on(reform, boundary_set, state.boundary_set, state.municipality)
    region = [one.code for one in atlas.within(state.planning_region)]
    # Of the successors the first holds the institutions; of the parts none is more than another.
    main = codes[:1] if len(codes) == 1 or boundary_set == reform.newer else []
    marks = PictureMarks(
        selected="".join(main),
        contoured=[one for one in codes if one not in main],
        kept=region if state.planning_region else (),
    )
    sets = {"boundary_set": boundary_set, "against": against}
    spot = Spot(title, boundary_set, marks, told=(state.indicator,), sets=sets)
    return card(scene, scene.choice(), spot)


def chosen_on(reform: Reform, shown: str, chosen_in: str, code: str) -> list[str]:
    """The codes that stand for a chosen municipality on the map of the set that is `shown`."""
    if not code or shown == chosen_in:
        return [code] if code else []
    return reform.after(code) if shown == reform.newer else reform.before(code)


def _changes(scene: Scene, reform: Reform) -> html.Div:
    w, code = scene.words, scene.state.municipality
    general: list[Child] = [html.H2(w("compare.boundaries.which"))]
    general += [html.P(one) for one in reform_words(scene, reform)]
    parts: list[Child] = [html.Section(general)]
    if code:
        name = scene.atlas.municipalities[code].name_nom
        own: list[Child] = [
            html.H2(w("compare.boundaries.of_place", place=name)),
            html.P(" ".join(place_words(scene, reform, code)), role="status"),
            *_values(scene, reform, code),
        ]
        parts.append(html.Section(own))
    return html.Div(parts, className="compare-changes")


def reform_words(scene: Scene, reform: Reform) -> list[str]:
    """What a reform did: how many units, which were split, and where institutions count since."""
    w = scene.words
    old, new = (scene.atlas_in(one) for one in (reform.older, reform.newer))
    numbers = w(
        "compare.boundaries.units",
        old=reform.older,
        before=w("count.municipalities", n=len(old.municipalities)),
        new=reform.newer,
        after=w("count.municipalities", n=len(new.municipalities)),
    )
    changes = w(
        "compare.boundaries.changes",
        merged=len(reform.merged),
        split=len(reform.split),
        same=len(reform.same),
    )
    splits = [split_words(scene, reform, one) for one in reform.split]
    return [f"{numbers} {changes}", *splits, w("methods.boundaries.moved")]


def split_words(scene: Scene, reform: Reform, code: str) -> str:
    """Between which units one was split, and where its institutions went, whole."""
    w = scene.words
    old, new = (scene.atlas_in(one) for one in (reform.older, reform.newer))
    units = [new.municipalities[one] for one in reform.after(code)]
    return w(
        "compare.boundaries.split",
        old_acc=place_name(old.municipalities[code], w.lang, "acc"),
        names_acc=place_list(units, w.lang, "acc"),
        seat=place_name(new.municipalities[reform.seat(code)], w.lang, "loc"),
    )


def place_words(scene: Scene, reform: Reform, code: str) -> list[str]:
    """What a reform did to one municipality, which is one of the older or of the newer set."""
    chosen_in = scene.state.boundary_set
    w, old = scene.words, scene.atlas_in(reform.older).municipalities
    if chosen_in == reform.older:
        if code in reform.split:
            return [split_words(scene, reform, code)]
        new = reform.seat(code)
        old_gen = place_name(old[code], w.lang, "gen")
        if code in reform.same:
            return [w("compare.boundaries.unchanged", old_gen=old_gen)]
        units = scene.atlas_in(reform.newer).municipalities
        new_loc = place_name(units[new], w.lang, "loc")
        moved = w("compare.boundaries.institutions", old_gen=old_gen, new_loc=new_loc)
        return [*made_of(scene, reform, new), moved]
    before = reform.before(code)
    if len(before) == 1 and before[0] in reform.same:
        return [
            w("compare.boundaries.unchanged", old_gen=place_name(old[before[0]], w.lang, "gen"))
        ]
    return made_of(scene, reform, code)


def made_of(scene: Scene, reform: Reform, code: str) -> list[str]:
    """Which older units a newer one is made of, and of which others a part was added."""
    w = scene.words
    old, new = (scene.atlas_in(one) for one in (reform.older, reform.newer))
    before, split = reform.before(code), set(reform.split)
    whole = in_alphabet(old.municipalities[one] for one in before if one not in split)
    parts = in_alphabet(old.municipalities[one] for one in before if one in split)
    new_acc = place_name(new.municipalities[code], w.lang, "acc")
    names = place_list(whole, w.lang, "nom")
    said = [w("compare.boundaries.made_of", new_acc=new_acc, names=names)]
    if parts:
        added = place_list(parts, w.lang, "gen")
        said.append(w("profile.boundaries.part", names=added))
    return said


def _values(scene: Scene, reform: Reform, code: str) -> list[Child]:
    """The chosen municipality's value, and those of its parts or successors, a line each."""
    lines: list[Child] = []
    for one in (reform.older, reform.newer):
        voice = scene.voice(one)
        for unit in _named(voice.atlas, chosen_on(reform, one, scene.state.boundary_set, code)):
            name = f"{voice.atlas.municipalities[unit].name_nom}, {one}"
            lines.append(place_value(own_value(voice, scene.choice(), unit, name)))
    return lines


def _named(atlas: Atlas, codes: Sequence[str]) -> list[str]:
    return [one.code for one in in_alphabet(atlas.municipalities[code] for code in codes)]


def as_text(scene: Scene, reform: Reform) -> dict[str, Any]:
    """The crosswalk as a table: an older unit, its value, where it went, that unit's value."""
    w, choice, state = scene.words, scene.choice(), scene.state
    old, new = (scene.voice(one) for one in (reform.older, reform.newer))
    kept = {one.code for one in old.atlas.within(state.planning_region)}
    rows: list[list[Any]] = []
    for code in _named(old.atlas, sorted(kept)):
        for unit in reform.after(code):
            counted = "counted" if unit == reform.seat(code) else "not_counted"
            rows.append(
                [
                    old.atlas.municipalities[code].name_nom,
                    value_cell(old, choice, code),
                    new.atlas.municipalities[unit].name_nom,
                    w(f"compare.boundaries.{counted}"),
                    value_cell(new, choice, unit),
                ]
            )
    years = {"older": int(reform.older), "newer": int(reform.newer)}
    heads = [
        w("compare.boundaries.column_old", year=years["older"]),
        w("compare.boundaries.column_value", year=years["older"]),
        w("compare.boundaries.column_old", year=years["newer"]),
        w("compare.boundaries.column_seat"),
        w("compare.boundaries.column_value", year=years["newer"]),
    ]
    return {
        "caption": w("compare.title.boundaries"),
        "columns": [{"text": text, "number": False} for text in heads],
        "rows": rows,
    }
