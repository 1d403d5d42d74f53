"""The list of the priorities page: its groups, their rows, what of them is shown."""

from collections.abc import Sequence

from dashboard.atlas import Atlas
from dashboard.components.priority_list import Amount, PriorityGroup, PriorityRow
from dashboard.i18n.grammar import region_stem
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, amount_of, place_kinds
from dashboard.pages.priority_words import group_title, outside_title, still
from dashboard.priorities import GROUPS, PATH, Pair, Standing, in_cell, in_group
from dashboard.records import AreaValue
from dashboard.state import ParsedState

CLOSED = 3  # the group that is long and comes last


def listed_groups(
    parsed: ParsedState, atlas: Atlas, found: Sequence[Standing], pair: Pair
) -> list[PriorityGroup]:
    """The three groups; of a chosen cell whatever stands in it, grouped or not."""
    cell = parsed.own["cell"]
    if cell:
        return _of_cell(parsed, atlas, in_cell(found, cell), pair)
    if not any(one.group for one in found):
        return []
    return [
        _group(parsed, atlas, in_group(found, group), pair, group)
        for group in sorted(GROUPS.values())
    ]


def _group(
    parsed: ParsedState, atlas: Atlas, members: Sequence[Standing], pair: Pair, group: int
) -> PriorityGroup:
    w = Words(parsed.state.lang)
    title, count = group_title(pair, group, w), w("count.municipalities", n=len(members))
    if len({one.need.numerator for one in members}) > 1:
        count = f"{count}, {w(f'priority.ordered.{pair.need}')}"
    toggle, shown = None, members
    if group == CLOSED and members:
        opened = parsed.own["open"] == str(CLOSED)
        word = "hide" if opened else "show"
        address = parsed.address(PATH, open="" if opened else str(CLOSED))
        toggle = (w(f"priority.{word}"), w(f"priority.{word}_group", group=title), address)
        shown = members if opened else ()
    return PriorityGroup(f"group-{group}", title, count, _rows(parsed, atlas, shown, pair), toggle)


def _of_cell(
    parsed: ParsedState, atlas: Atlas, members: Sequence[Standing], pair: Pair
) -> list[PriorityGroup]:
    w = Words(parsed.state.lang)

    parts: dict[tuple[int, str], list[Standing]] = {}
    for one in members:
        title = group_title(pair, one.group, w) if one.group else outside_title(pair, one, w)
        parts.setdefault((one.group, title), []).append(one)
    return [
        PriorityGroup(
            f"group-{group}",
            title,
            w("count.municipalities", n=len(part)),
            _rows(parsed, atlas, part, pair),
        )
        for (group, title), part in parts.items()
    ]


def _rows(
    parsed: ParsedState, atlas: Atlas, members: Sequence[Standing], pair: Pair
) -> tuple[PriorityRow, ...]:
    return tuple(_row(parsed, atlas, one, pair) for one in members)


def _row(parsed: ParsedState, atlas: Atlas, one: Standing, pair: Pair) -> PriorityRow:
    w, place = Words(parsed.state.lang), one.place
    picked = [code for code in parsed.own["picked"].split(",") if code]
    profile = atlas.state(w.lang)
    note = w(f"answer.{pair.need}.suspicion") if one.has_suspicion else ""
    return PriorityRow(
        code=place.code,
        name=place.name_nom,
        href=profile.address(f"/municipality/{place.code}"),
        region=region_stem(place.planning_region, w.lang),
        amounts=(
            _amount(atlas, one.need, pair, w, note),
            _amount(atlas, one.gap, pair, w, ""),
        ),
        still=still(one, w),
        picked=place.code in picked,
        pick_label=w("priority.pick_place", place=place.name_nom),
        pick_href=parsed.address(PATH, picked=toggled(picked, place.code)),
    )


def toggled(picked: Sequence[str], code: str) -> str:
    """The ticked codes as the address has them, with one more or one less."""
    return ",".join([one for one in picked if one != code] + ([] if code in picked else [code]))


def _amount(atlas: Atlas, value: AreaValue, pair: Pair, w: Words, note: str) -> Amount:
    choice = MapChoice(value.indicator, "all", pair.estimates)
    kinds = place_kinds(atlas, choice, value.code)
    return Amount(value.indicator, kinds, amount_of(value, w.lang), note)
