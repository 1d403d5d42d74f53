"""The map's legend: a histogram of municipalities over the classes, each column a toggle."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, classes
from dashboard.figures.classes import (
    CLASS_COUNT,
    FIRST_ESTIMATED,
    NO_ANSWER,
    NOT_PUBLISHED,
    SUPPRESSED,
    LegendCounts,
    legend_counts,
)

BAR_HEIGHT = 44  # px, of the largest count
SHORTEST_BAR = 2  # px: a count of one must still be seen
ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class LegendWords:
    """The words of the legend; `name` gives a column's full name for screen readers.

    `name` takes the column's key (a drawing code, or "estimate") and its count.
    """

    title: str  # "Pašvaldību skaits"
    rest: str  # "pēc …, % no iestādēm, kas atbildēja"
    ranges: tuple[str, str, str, str, str, str]
    none: str  # under class 0
    half: str  # under class 3: "puse" or "ap pusi"
    all: str  # under class 5: "visas" or "gandrīz visas"
    no_answer: str
    estimate: str
    not_published: str
    suppressed: str
    name: Callable[[int | str, int], str]
    marks: str = ""  # "Pamatojuma zīmes": the switch of the evidence marks on the map


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its counts, and what stands under it."""

    key: int | str
    known: int
    estimated: int
    range: str
    word: str = ""
    gap: str = ""  # class name of the space before it
    swatch: int = 0  # drawing code of the swatch
    bar: bool = True

    @property
    def count(self) -> int:
        """All municipalities of the column."""
        return self.known + self.estimated


def legend(
    indicator: str, codes: Sequence[int], words: LegendWords, *, estimates: bool = True
) -> html.Div:
    """Return the legend of a map with these drawing codes."""
    counts = legend_counts(codes)
    columns = legend_columns(counts, words, estimates=estimates)
    tallest = max(1, *(column.count for column in columns if column.bar))
    return html.Div(
        [
            _head(words),
            html.Div(
                [_column(indicator, column, tallest, words) for column in columns],
                className="legend-columns",
            ),
        ],
        className="legend",
    )


def _head(words: LegendWords) -> html.Div:
    parts: list[Child] = [
        html.P([html.Strong(words.title), f" {words.rest}"], className="legend-title")
    ]
    if words.marks:
        # Dash has no plain checkbox, and its Checklist is a list box without a name.
        parts.append(
            html.Button(
                [html.Span(className="checkbox"), words.marks],
                type="button",
                role="checkbox",
                className="legend-marks",
                **attributes({"aria-checked": "false", "data-map-marks": ""}),
            )
        )
    return html.Div(parts, className="legend-head")


def legend_columns(counts: LegendCounts, words: LegendWords, *, estimates: bool) -> list[Column]:
    """Return the columns in order: six classes, no answer, estimate, and what else there is."""
    columns = [_class_column(number, counts, words) for number in range(CLASS_COUNT)]
    columns.append(
        Column(NO_ANSWER, counts.no_answer, 0, words.no_answer, gap="gap-16", swatch=NO_ANSWER)
    )
    columns.append(_estimate_column(counts, words))
    if counts.not_published or not estimates:
        columns.append(_other(NOT_PUBLISHED, counts.not_published, words.not_published))
    if counts.suppressed:
        columns.append(_other(SUPPRESSED, counts.suppressed, words.suppressed))
    return columns


def _class_column(number: int, counts: LegendCounts, words: LegendWords) -> Column:
    known, estimated = counts.known[number], counts.estimated[number]
    only_estimates = estimated and not known
    return Column(
        key=number,
        known=known,
        estimated=estimated,
        range=words.ranges[number],
        word={0: words.none, 3: words.half, 5: words.all}.get(number, ""),
        gap="gap-10" if number == 1 else "",
        swatch=number + FIRST_ESTIMATED if only_estimates else number,
    )


def _estimate_column(counts: LegendCounts, words: LegendWords) -> Column:
    """Return the column of all estimates; it has no bar, as its bars stand in the classes."""
    most = max(range(CLASS_COUNT), key=counts.estimated.__getitem__)
    shown = most if counts.estimated[most] else 1
    return Column(
        ESTIMATE,
        0,
        sum(counts.estimated),
        words.estimate,
        gap="gap-16",
        swatch=shown + FIRST_ESTIMATED,
        bar=False,
    )


def _other(code: int, count: int, text: str) -> Column:
    return Column(code, count, 0, text, gap="gap-16", swatch=code)


def _column(indicator: str, column: Column, tallest: int, words: LegendWords) -> html.Button:
    count = classes("legend-count", None if column.count else "is-zero")
    parts: list[Child] = [html.Span(str(column.count), className=count)]
    if column.bar:
        parts += _bars(indicator, column, tallest)
    parts.append(html.Span(className=f"legend-swatch fill-{indicator}-{column.swatch}"))
    parts.append(_range(column.range))
    parts.append(html.Span(column.word, className="legend-word"))
    wide = None if isinstance(column.key, int) and column.key < CLASS_COUNT else "is-wide"
    return html.Button(
        parts,
        type="button",
        className=classes("legend-column", column.gap, wide),
        **attributes(
            {
                "aria-pressed": "false",
                "aria-label": words.name(column.key, column.count),
                "data-class": str(column.key),
            }
        ),
    )


def _range(text: str) -> html.Span:
    """Return the range; phones hide its per cent sign, which the title says too."""
    numbers = text.removesuffix("%").rstrip()
    unit = html.Span(text[len(numbers) :], className="legend-unit") if numbers != text else None
    return html.Span([numbers, unit], className="legend-range")


def _bars(indicator: str, column: Column, tallest: int) -> list[Child]:
    """Return the bar of a column, the hatched count on top of the solid one."""
    return [
        html.Span(
            className=f"legend-bar fill-{indicator}-{code}",
            style={"height": f"{bar_height(count, tallest)}px"},
        )
        for count, code in column_pieces(column)
    ]


def column_pieces(column: Column) -> list[tuple[int, int]]:
    """Return the pieces of a column's bar from above: how many, and their drawing code."""
    if not column.bar:
        return []
    solid = NO_ANSWER if column.key == NO_ANSWER else column.swatch % FIRST_ESTIMATED
    if isinstance(column.key, int) and column.key >= NO_ANSWER:
        solid = column.key
    pieces = ((column.estimated, solid + FIRST_ESTIMATED), (column.known, solid))
    return [(count, code) for count, code in pieces if count]


def bar_height(count: int, tallest: int) -> int:
    """Return the height of a bar in whole pixels."""
    return max(SHORTEST_BAR, round(BAR_HEIGHT * count / tallest))
