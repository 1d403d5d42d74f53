"""What the reforms did to a municipality: where it went, what it was made of."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.atlas import read_atlas
from dashboard.database import Edition
from dashboard.i18n.grammar import place_list
from dashboard.i18n.numbers import long_date
from dashboard.pages.place_parts import Voice
from dashboard.records import Municipality


def elsewhere(edition: Edition, boundary_set: str, code: str) -> dict[str, str]:
    """Boundary set → the code there of the unit that holds this one's institutions."""
    found = {boundary_set: code}
    for row in edition.rows("boundary_sets", {"lang": "lv"}):
        other = row["boundary_set"]
        for step in edition.rows("successors", {"boundary_set": other}):
            if step["seat"] and (step["from_set"], step["from_code"]) == (boundary_set, code):
                found[other] = step["to_code"]
        for step in edition.rows("successors", {"boundary_set": boundary_set}):
            same = step["from_set"] == other and step["from_code"] == step["to_code"] == code
            if same:
                found.setdefault(other, code)
    return dict(sorted(found.items()))


def history(edition: Edition, voice: Voice, place: Municipality) -> str:
    """What became of the unit since, or which units it was made of."""
    w, atlas = voice.words, voice.atlas
    applies = w("profile.boundaries.applies", year=int(atlas.boundary_set))
    sentences = [
        sentence
        for row in edition.rows("boundary_sets", {"lang": w.lang})
        if row["boundary_set"] > atlas.boundary_set
        for sentence in _change(edition, voice, place, row["boundary_set"], row["in_force_from"])
    ]
    if atlas.boundary_set != atlas.wave["boundary_set"]:
        sentences = [_formed(edition, voice, place)]
    if not any(sentences):
        sentences = [w("profile.boundaries.unchanged", place=place.name_nom)]
    return " ".join([*dict.fromkeys(sentences), applies])


def _formed(edition: Edition, voice: Voice, place: Municipality) -> str:
    own_set, w = voice.atlas.wave["boundary_set"], voice.words
    parts = [
        row
        for row in edition.rows("successors", {"boundary_set": voice.atlas.boundary_set})
        if row["from_set"] == own_set and row["to_code"] == place.code and row["seat"]
    ]
    if len(parts) < 2:
        return ""
    names = [row["from_name"] for row in parts]
    return w("profile.boundaries.parts", place=place.name_nom, names=", ".join(names))


def _change(
    edition: Edition, voice: Voice, place: Municipality, newer: str, since: date
) -> list[str]:
    """What a reform did to the unit: split, merged with others, or nothing."""
    w = voice.words
    steps = edition.rows("successors", {"boundary_set": newer})
    steps = [row for row in steps if row["from_set"] == voice.atlas.boundary_set]
    own = [row for row in steps if row["from_code"] == place.code]
    targets = read_atlas(edition, newer).municipalities
    if len(own) > 1:
        return [_split(voice, place, own, targets, since)]
    joined = [row for row in steps if own and row["to_code"] == own[0]["to_code"]]
    if len(joined) < 2:
        return []
    old = [voice.atlas.municipalities[row["from_code"]] for row in joined if row["seat"]]
    names = place_list(old, w.lang, "nom")
    when = long_date(since, w.lang, "gen")
    return [w("profile.boundaries.merged", old=names, date=when, new=own[0]["to_name"])]


def _split(
    voice: Voice,
    place: Municipality,
    steps: list[dict[str, Any]],
    targets: Mapping[str, Municipality],
    since: date,
) -> str:
    w = voice.words
    where = [targets[row["to_code"]] for row in steps]
    seat = next(targets[row["to_code"]] for row in steps if row["seat"])
    return w(
        "profile.boundaries.split",
        old=place_list([place], w.lang, "acc"),
        date=long_date(since, w.lang, "loc"),
        new=place_list(where, w.lang, "nom"),
        seat=seat.name_nom,
    )
