"""The parts of the page of changes: lists of places, the chosen place, tooltips, the text table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.atlas import PLACED_TYPES, Atlas
from dashboard.change_views import change_of
from dashboard.components.attributes import Child
from dashboard.i18n.change_sentences import (
    Span,
    amounts,
    caveat_words,
    change_words,
    direction_words,
    reason_words,
)
from dashboard.i18n.grammar import in_alphabet, sentence_case
from dashboard.i18n.numbers import decimal_number
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice
from dashboard.pages.compare_parts import Scene
from dashboard.records import Change, Municipality

PARTS = frozenset({"part_left_out", "part_silent"})  # not all institutions are compared


@dataclass(frozen=True, slots=True)
class Changes:
    """What is compared: two surveys, what of them, and the change of each municipality shown."""

    span: Span
    choice: MapChoice
    shown: Sequence[Change]

    def went(self, *directions: str) -> list[Change]:
        """The changes of these directions."""
        return [one for one in self.shown if one.direction in directions]


def change_lists(scene: Scene, changes: Changes) -> html.Div:
    """Where it rose, where it fell, and where it cannot be told, with the reasons."""
    w, atlas = scene.words, scene.atlas
    parts = [
        _list(w("change.list.grew"), _rows(atlas, changes, changes.went("grew"), w), w),
        _list(w("change.list.shrank"), _rows(atlas, changes, changes.went("shrank"), w), w),
        html.Section([html.H2(w("change.list.unsure")), *_unsure(atlas, changes, w)]),
    ]
    return html.Div(parts, className="compare-changes is-3")


def _list(title: str, rows: Sequence[Child], w: Words) -> html.Section:
    shown = html.Ul(list(rows)) if rows else html.P(w("change.list.empty"))
    return html.Section([html.H2(title), shown])


def _rows(atlas: Atlas, changes: Changes, found: Sequence[Change], w: Words) -> list[Child]:
    rows: list[Child] = []
    for place, change in _named(atlas, found):
        was, now = amounts(change, w.lang)
        said = w("change.amounts", was=was, now=now, **changes.span.words())
        # The counts are of those compared: without a word they would pass for all of the place.
        part = [" · ", w("change.list.part")] if PARTS & set(change.caveats) else []
        rows.append(html.Li([_profile(atlas, place, w), f" {said}", *part]))
    return rows


def _unsure(atlas: Atlas, changes: Changes, w: Words) -> list[Child]:
    """Reason by reason: how many, and who."""
    groups: dict[str, list[Change]] = {}
    for change in changes.shown:
        if change.reason:
            why = reason_words(change, changes.span, w.lang)
        elif change.class_number is None:
            why = direction_words(change, w.lang)
        else:
            continue
        groups.setdefault(why, []).append(change)
    if not groups:
        return [html.P(w("change.list.empty"))]
    items = []
    for why, found in sorted(groups.items(), key=lambda one: -len(one[1])):
        names: list[Child] = []
        for place, _ in _named(atlas, found):
            names += [", ", _profile(atlas, place, w)]
        title = html.Strong(f"{sentence_case(why)} ({len(found)}): ")
        items.append(html.Li([title, *names[1:]]))
    return [html.Ul(items)]


def _named(atlas: Atlas, found: Sequence[Change]) -> list[tuple[Municipality, Change]]:
    by_code = {change.code: change for change in found}
    places = in_alphabet(atlas.municipalities[code] for code in by_code)
    return [(place, by_code[place.code]) for place in places]


def _profile(atlas: Atlas, place: Municipality, w: Words) -> html.A:
    return html.A(place.name_nom, href=atlas.state(w.lang).address(f"/municipality/{place.code}"))


def place_changes(scene: Scene, changes: Changes) -> list[Child]:
    """The chosen municipality: its courts and its services, each in words with what to know."""
    code = scene.state.municipality
    if not code:
        return []
    title = html.H2(scene.atlas.municipalities[code].name_nom)
    lines = type_lines(scene.atlas, changes.span, changes.choice, code, scene.words)
    return [html.Div(html.Section([title, *lines]), className="compare-changes", role="status")]


def type_lines(atlas: Atlas, span: Span, choice: MapChoice, code: str, w: Words) -> list[html.P]:
    """A paragraph for each type of institution of a municipality."""
    kinds = PLACED_TYPES if choice.institution_type == "all" else (choice.institution_type,)
    lines = []
    for kind in kinds:
        one = MapChoice(choice.indicator, kind, choice.estimates)
        change = change_of(atlas, span.before, one, code)
        if change is None:
            continue
        said = [f"{sentence_case(change_words(change, span, w.lang))}."]
        said += caveat_words(change, span, w.lang)
        lines.append(html.P([html.Strong(f"{w(f'institutions.{kind}')}. "), " ".join(said)]))
    return lines


def tip_lines(scene: Scene, changes: Changes) -> dict[str, list[str]]:
    """Code → name, then what pointing at it tells, a line each."""
    places, lang = scene.atlas.municipalities, scene.lang
    return {
        one.code: [
            places[one.code].name_nom,
            sentence_case(change_words(one, changes.span, lang)),
            *caveat_words(one, changes.span, lang),
        ]
        for one in changes.shown
    }


def table_of_changes(scene: Scene, changes: Changes) -> dict[str, Any]:
    """Every municipality: both counts, the bounds of the difference, what is to be known."""
    w, span = scene.words, changes.span
    rows = [
        [
            place.name_nom,
            *({"text": one, "sort": ""} for one in amounts(change, w.lang)),
            {"text": direction_words(change, w.lang), "sort": change.direction},
            _share(change.lower, change, w.lang),
            _share(change.upper, change, w.lang),
            _why(change, span, w.lang),
        ]
        for place, change in _named(scene.atlas, changes.shown)
    ]
    heads = [
        (w("columns.municipality"), False),
        (w("change.column_before", before=span.before), False),
        (w("change.column_after", after=span.after), False),
        (w("change.column_change"), False),
        (w("change.lower"), True),
        (w("change.upper"), True),
        (w("change.column_why"), False),
    ]
    return {
        "caption": w("change.title", before=span.before),
        "columns": [{"text": text, "number": number} for text, number in heads],
        "rows": rows,
    }


def _share(share: float | None, change: Change, lang: str) -> Any:
    """A bound of the difference; a range stands behind what is certain, as it ranks nobody."""
    if share is None:
        return ""
    shown = round(share, 2) or 0.0
    return {"text": decimal_number(shown, lang), "sort": "" if change.is_range else share}


def _why(change: Change, span: Span, lang: str) -> str:
    if change.reason:
        return sentence_case(reason_words(change, span, lang))
    return " ".join(caveat_words(change, span, lang))
