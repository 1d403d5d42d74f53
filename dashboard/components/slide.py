"""A slide of the presentation: kicker, headline, map on the left, what the map means on the right.

All sizes are those of a screen of 1920 x 1080; assets/present.css scales them to any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes, classes
from dashboard.components.evidence_badge import Badge, evidence_badge
from dashboard.components.picture import PictureMarks, picture
from dashboard.components.squares import squares

ONE_COLUMN = 12  # so many places still stand in one column


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A class in words and how many municipalities it has."""

    fill: str  # class name of the swatch
    word: str
    count: int
    outlined: bool = False  # the headline speaks of it
    apart: bool = False  # a space before it


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend of a slide; a `flat` one stands in lines under its map, a `tight` one is long."""

    what: str
    counted: str
    rows: tuple[LegendRow, ...]
    flat: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group of municipalities with its names, as many as there is room for."""

    fill: str
    title: str
    count: int
    names: tuple[str, ...]
    more: str = ""  # "un vēl 12"
    main: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One municipality of a region."""

    fill: str
    number: str  # as on the map
    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class AnswerBlock:
    """One indicator of a municipality: its value and what each kind of institution says."""

    indicator: str
    name: str
    kinds: tuple[str, ...]
    amount: str
    answers: tuple[tuple[str, str, Badge], ...]  # institution, answer, how it is known


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name on the map, its place in per cent of the picture."""

    text: str
    left: float
    top: float
    kind: str = "name"  # "name" above its point, or "number" on it


@dataclass(frozen=True, slots=True)
class SlideMap:
    """The map of a slide."""

    picture: tuple[str, ...]  # the parts of the picture's name
    label: str
    marks: PictureMarks
    labels: tuple[MapLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """What a slide shows, in words."""

    name: str  # its value in the address
    swatch: str  # class name of the square in the kicker; "" for none
    subject: str
    scope: str
    headline: str
    lines: int  # that the headline takes
    map: SlideMap
    aside: tuple[Legend | NamedGroup | tuple[PlaceRow, ...] | AnswerBlock | str, ...]
    under: tuple[Legend, ...] = ()  # under the map, which then is the narrower half


def slide(item: Slide, address: str, foot: Child, title: str, *, shown: bool) -> html.Section:
    """Return a slide; `address` is that of its picture, `title` the page's while it is shown."""
    heading = f"slide-{item.name}"
    parts: list[Child] = [
        _kicker(item),
        html.H1(item.headline, id=heading, className=f"slide-headline is-{item.lines}"),
        html.Div(
            [_map(item.map, address), *(_part(one) for one in item.under)], className="slide-left"
        ),
        html.Div([_part(one) for one in item.aside], className="slide-right"),
        foot,
    ]
    wide = "has-wide-list" if item.under else None
    return html.Section(
        parts,
        className=classes("slide", wide, "is-shown" if shown else None),
        **attributes({"aria-labelledby": heading, "data-slide": item.name, "data-title": title}),
    )


def _kicker(item: Slide) -> html.P:
    sign = [html.Span(className=f"slide-sign {item.swatch}")] if item.swatch else []
    return html.P(
        [*sign, html.Strong(item.subject), html.Span(f" · {item.scope}")], className="slide-kicker"
    )


def _map(item: SlideMap, address: str) -> html.Div:
    labels = [
        html.Span(
            one.text,
            className=f"slide-label is-{one.kind} {_side(one)}",
            style={"left": f"{one.left:.2f}%", "top": f"{one.top:.2f}%"},
            **attributes({"aria-hidden": "true"}),
        )
        for one in item.labels
    ]
    names = None if item.labels else "has-names"
    return html.Div(
        [picture(address, item.label, item.marks), *labels], className=classes("slide-map", names)
    )


def _side(label: MapLabel) -> str:
    """Return to which sides of its point a name grows, so that it stays within the picture."""
    across = "from-left" if label.left < 25 else "from-right" if label.left > 75 else "from-middle"
    return f"{across} from-top" if label.top < 12 else across


def _part(part: Legend | NamedGroup | tuple[PlaceRow, ...] | AnswerBlock | str) -> Child:
    if isinstance(part, Legend):
        return _legend(part)
    if isinstance(part, NamedGroup):
        return _group(part)
    if isinstance(part, AnswerBlock):
        return _answers(part)
    if isinstance(part, tuple):
        return _places(part)
    return html.P(part, className="slide-note")


def _legend(item: Legend) -> html.Table:
    head = html.Tr(
        [
            html.Th(item.what, colSpan="2", **attributes({"scope": "col"})),
            html.Th(item.counted, className="slide-count", **attributes({"scope": "col"})),
        ]
    )
    dense = "is-dense" if item.tight or len(item.rows) > 9 else None
    tight = "is-tight" if item.tight else None
    return html.Table(
        [html.Thead(head), html.Tbody([_legend_row(row) for row in item.rows])],
        className=classes("slide-legend", "is-flat" if item.flat else None, dense, tight),
    )


def _legend_row(row: LegendRow) -> html.Tr:
    outlined = "is-outlined" if row.outlined else None
    return html.Tr(
        [
            html.Td(html.Span(className=classes("slide-swatch", row.fill, outlined))),
            html.Th(row.word, className="slide-word", **attributes({"scope": "row"})),
            html.Td(str(row.count), className="slide-count"),
        ],
        className="is-apart" if row.apart else None,
    )


def _group(item: NamedGroup) -> html.Section:
    title = html.H2(
        [
            html.Span(className=classes("slide-swatch", item.fill)),
            html.Span(item.title),
            html.Span(str(item.count), className="slide-count"),
        ]
    )
    parts: list[Child] = [title]
    if item.names:
        parts.append(html.Ul([html.Li(name) for name in item.names]))
    if item.more:
        parts.append(html.P(item.more, className="slide-more"))
    return html.Section(parts, className=classes("slide-group", "is-main" if item.main else None))


def _places(rows: Sequence[PlaceRow]) -> html.Ul:
    items = [
        html.Li(
            [
                html.Span(row.number, className="slide-number"),
                html.Span(className=f"slide-swatch {row.fill}"),
                html.Span(row.name, className="slide-place"),
                html.Span(row.amount, className="slide-amount"),
            ]
        )
        for row in rows
    ]
    columns = "is-long" if len(rows) > ONE_COLUMN else None
    return html.Ul(items, className=classes("slide-places", columns))


def _answers(item: AnswerBlock) -> html.Section:
    head = html.H2(
        [
            html.Span(item.name),
            squares(item.indicator, item.kinds),
            html.Span(item.amount, className="slide-amount"),
        ]
    )
    rows = [
        html.Div([html.Dt(who), html.Dd([html.Span(answer), evidence_badge(badge)])])
        for who, answer, badge in item.answers
    ]
    return html.Section([head, html.Dl(rows)], className=f"slide-answers of-{item.indicator}")


def foot(source: str, place: str, current: int, count: int) -> html.Footer:
    """Return the foot of a slide: the source, a dot for each slide, "2 no 7"."""
    dots = [
        html.Span(className=classes("slide-dot", "is-current" if at == current else None))
        for at in range(count)
    ]
    return html.Footer(
        [
            html.Span(source, className="slide-source"),
            html.Span(dots, className="slide-dots", **attributes({"aria-hidden": "true"})),
            html.Span(place),
        ],
        className="slide-foot",
    )
