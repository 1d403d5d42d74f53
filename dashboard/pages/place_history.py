"""What the reforms did to a municipality: where it went, what it was made of."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from dashboard.atlas import read_atlas
from dashboard.database import Edition
from dashboard.i18n.grammar import joined, place_list
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
    """What became of the unit at each reform since, and which units it was made of."""
    w, atlas = voice.words, voice.atlas
    sentences = [*_formed(edition, voice, place), *_changes(edition, voice, place)]
    if not sentences:
        sentences = [w("profile.boundaries.unchanged", place=place.name_nom)]
    applies = w("profile.boundaries.applies", year=int(atlas.boundary_set))
    return " ".join([*sentences, applies])


def origin(edition: Edition, voice: Voice, code: str) -> str:
    """How a newer unit came to be, in a few words: formed of so many, joined by whom."""
    own_set, here = _oldest(edition, voice), voice.atlas.boundary_set
    sets = [row["boundary_set"] for row in edition.rows("boundary_sets", {"lang": "lv"})]
    sets = [one for one in sets if own_set <= one <= here]
    phrases: list[str] = []
    for older, newer in reversed(list(pairwise(sets))):
        steps = _steps(edition, older, newer)
        before = [s["from_code"] for s in steps if s["to_code"] == code and s["seat"]]
        if len(before) > 1:
            units = [read_atlas(edition, older).municipalities[one] for one in before]
            phrases.insert(0, _joined(voice, units, code, newer, first=older == own_set))
        code = code if code in before else before[0]
    return ", ".join(phrases)


def _joined(voice: Voice, units: list[Municipality], code: str, year: str, *, first: bool) -> str:
    w = voice.words
    if first:
        return w("panel.formed", n=len(units), year=int(year))
    names = place_list([unit for unit in units if unit.code != code], w.lang, "acc")
    return w("panel.merged", year=int(year), names=names)


def _formed(edition: Edition, voice: Voice, place: Municipality) -> list[str]:
    own_set, w = _oldest(edition, voice), voice.words
    steps = _steps(edition, own_set, voice.atlas.boundary_set)
    here = [row["from_name"] for row in steps if row["to_code"] == place.code]
    parts = [
        row["from_name"]
        for row in steps
        if row["to_code"] == place.code and _is_split(row["from_code"], steps)
    ]
    whole = [name for name in here if name not in parts]
    sentences = []
    if len(whole) > 1:
        names = ", ".join(whole)
        sentences.append(w("profile.boundaries.parts", place=place.name_nom, names=names))
    if parts:
        names = ", ".join(parts)
        sentences.append(
            w("profile.boundaries.parts_too", n=len(parts), place=place.name_nom, names=names)
        )
    return sentences


def _oldest(edition: Edition, voice: Voice) -> str:
    """The boundary set from which a unit's history is told, whatever the wave."""
    rows = edition.rows("boundary_sets", {"lang": voice.words.lang})
    return str(rows[0]["boundary_set"])


def _steps(edition: Edition, older: str, newer: str) -> list[dict[str, Any]]:
    """The crosswalk from one boundary set to another."""
    rows = edition.rows("successors", {"boundary_set": newer})
    return [row for row in rows if row["from_set"] == older]


def _changes(edition: Edition, voice: Voice, place: Municipality) -> Iterator[str]:
    """Reform by reform: a unit split, or joined with others; nothing where it stayed as it was."""
    older, code = voice.atlas.boundary_set, place.code
    for row in edition.rows("boundary_sets", {"lang": voice.words.lang}):
        newer = row["boundary_set"]
        if newer <= older:
            continue
        steps = _steps(edition, older, newer)
        own = [step for step in steps if step["from_code"] == code]
        together = [step for step in steps if step["to_code"] == own[0]["to_code"]]
        if len(own) > 1:
            yield _split(voice, read_atlas(edition, older).municipalities[code], own, row)
        elif len(together) > 1:
            units = [read_atlas(edition, older).municipalities[s["from_code"]] for s in together]
            shared = {s["from_code"] for s in together if _is_split(s["from_code"], steps)}
            whole = [unit for unit in units if unit.code not in shared]
            parts = [unit for unit in units if unit.code in shared]
            yield _merged(voice, whole, parts, own[0]["to_name"], row["in_force_from"])
        older, code = newer, next(step["to_code"] for step in own if step["seat"])


def _is_split(code: str, steps: list[dict[str, Any]]) -> bool:
    return [step["from_code"] for step in steps].count(code) > 1


def _merged(
    voice: Voice, whole: list[Municipality], parts: list[Municipality], new: str, since: date
) -> str:
    """Which units became one, and of which others a part was added."""
    w = voice.words
    old, when = place_list(whole, w.lang, "nom"), long_date(since, w.lang, "gen")
    sentence = w("profile.boundaries.merged", old=old, date=when, new=new)
    if not parts:
        return sentence
    added = w("profile.boundaries.part", names=place_list(parts, w.lang, "gen"))
    return f"{sentence} {added}"


def _split(
    voice: Voice, place: Municipality, steps: list[dict[str, Any]], newer: Mapping[str, Any]
) -> str:
    w = voice.words
    seat = next(step["to_name"] for step in steps if step["seat"])
    return w(
        "profile.boundaries.split",
        old=place_list([place], w.lang, "acc"),
        date=long_date(newer["in_force_from"], w.lang, "loc"),
        new=joined([step["to_name"] for step in steps], w.lang),
        seat=seat,
    )
