"""Beside the list: the cross-table, the map in the groups' inks, its key, what a group is not."""

from collections.abc import Sequence

from dash import html

from dashboard.atlas import Atlas
from dashboard.components.attributes import Child, attributes
from dashboard.components.cross_table import CrossCell, CrossRow, Dot, cross_table
from dashboard.components.picture import PictureMarks, picture
from dashboard.components.static import static
from dashboard.database import Edition
from dashboard.i18n.grammar import sentence_case
from dashboard.i18n.translate import Words
from dashboard.pages.priority_words import column_words, gap_words, group_title, row_words
from dashboard.picture_files import picture_address
from dashboard.priorities import (
    GROUPS,
    PATH,
    PICTURE,
    UNKNOWN,
    Pair,
    Standing,
    in_cell,
    shown_states,
)
from dashboard.state import ParsedState


def overview(
    edition: Edition, parsed: ParsedState, atlas: Atlas, found: Sequence[Standing], pair: Pair
) -> html.Section:
    """The right column of the page."""
    w = Words(parsed.state.lang)
    heading = sentence_case(w("priority.pair", **_names(pair, w)))
    return html.Section(
        [
            html.H2(heading),
            _table(parsed, found, pair, heading),
            html.Div(_map(edition, parsed, atlas, found, pair), className="priority-map"),
            html.P(
                "\N{NO-BREAK SPACE}",
                className="priority-pointed",
                **attributes({"aria-hidden": "true"}),
            ),
            html.Ul(_key(found, pair, w), className="priority-key"),
            html.P(_caveat(found, w), className="priority-caveat"),
        ],
        className="priority-overview",
    )


def _names(pair: Pair, w: Words) -> dict[str, str]:
    return {
        "need": w(f"priority.word.{pair.need}"),
        "gap": w(f"priority.word.{pair.gap}"),
    }


def _table(parsed: ParsedState, found: Sequence[Standing], pair: Pair, caption: str) -> html.Div:
    w = Words(parsed.state.lang)
    rows, columns = shown_states(found)
    table = [
        CrossRow(
            row_words(pair, row, w) if row not in UNKNOWN else w(f"state.{row}"),
            tuple(_cell(parsed, found, pair, row, column) for column in columns),
        )
        for row in rows
    ]
    over = w(f"indicator.{pair.gap}.name")
    return static(cross_table(caption, over, [column_words(one, w) for one in columns], table))


def _cell(
    parsed: ParsedState, found: Sequence[Standing], pair: Pair, row: str, column: str
) -> CrossCell:
    w = Words(parsed.state.lang)
    name = f"{row}-{column}"
    members = in_cell(found, name)
    chosen = parsed.own["cell"] == name
    words = {"need": row_words(pair, row, w), "gap": gap_words(pair, column, w)}
    label = w("priority.cell", places=w("count.municipalities", n=len(members)), **words)
    return CrossCell(
        dots=tuple(_dot(one, pair, w) for one in members),
        label=label,
        href=parsed.address(PATH, cell="" if chosen else name),
        indicator=pair.gap if column == "estimated" else pair.need,
        chosen=chosen,
    )


def _dot(one: Standing, pair: Pair, w: Words) -> Dot:
    hidden = [state for state in UNKNOWN if state in {one.row, one.column}]
    return Dot(
        code=one.place.code,
        kind=hidden[0] if hidden else f"group-{one.group}",
        text=w(
            "priority.cell",
            places=one.place.name_nom,
            need=row_words(pair, one.row, w),
            gap=gap_words(pair, one.column, w),
        ),
        dashed=not one.place.frame_complete,
    )


def _map(
    edition: Edition, parsed: ParsedState, atlas: Atlas, found: Sequence[Standing], pair: Pair
) -> html.Div:
    w = Words(parsed.state.lang)
    switch = "on" if pair.estimates else "off"
    address = picture_address(edition, atlas.scope, "small", PICTURE, pair.need, pair.gap, switch)
    kept = [one.place.code for one in in_cell(found, parsed.own["cell"])]
    if not kept and parsed.state.planning_region:
        kept = [one.place.code for one in found]
    label = w("priority.map", **_names(pair, w))
    return picture(address, label, PictureMarks(kept=kept), interactive=True)


def _key(found: Sequence[Standing], pair: Pair, w: Words) -> list[html.Li]:
    """The inks in words; the states that hide a group only where they occur."""
    entries: list[tuple[str, str]] = [
        (f"dot-group-{group}", group_title(pair, group, w)) for group in sorted(GROUPS.values())
    ]
    entries.append(("dot-group-0", sentence_case(w("priority.no_group"))))
    for state in UNKNOWN:
        indicators = [pair.gap] if any(one.column == state for one in found) else []
        indicators += [pair.need] if any(one.row == state for one in found) else []
        # Silence looks alike for every indicator; an estimate has the hatch of its own.
        kept = indicators if state == "estimated" else indicators[:1]
        entries += [(f"dot-{state} of-{one}", _state_words(state, one, w)) for one in kept]
    return [_entry(swatch, text) for swatch, text in entries]


def _state_words(state: str, indicator: str, w: Words) -> str:
    if state == "estimated":
        word = w(f"priority.word.{indicator}")
        return sentence_case(w("priority.state", word=word, state=w("state.estimated")))
    return sentence_case(w(f"state.{state}"))


def _entry(swatch: str, text: str) -> html.Li:
    mark: Child = html.Span(
        className=f"group-swatch {swatch}", **attributes({"aria-hidden": "true"})
    )
    return html.Li([mark, html.Span(text)])


def _caveat(found: Sequence[Standing], w: Words) -> str:
    parts = [w("priority.caveat")]
    if any("no_answer" in (one.row, one.column) for one in found):
        parts.append(w("priority.caveat_silent"))
    open_frames = sum(not one.place.frame_complete for one in found)
    if open_frames:
        parts.append(w("priority.caveat_frame", n=open_frames))
    return " ".join(parts)
