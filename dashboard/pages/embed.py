"""/embed: a view of the map for another site's frame. Whole HTML: no script, no Dash, no cookie."""

from dash import html

from dashboard.components.attributes import Child, attributes, classes
from dashboard.components.legend import Column
from dashboard.components.static import markup
from dashboard.figures.classes import NOT_PUBLISHED
from dashboard.figures.colours import paints
from dashboard.figures.embed_map import embed_map
from dashboard.figures.hatching import SMALL, pattern_id
from dashboard.figures.map_sheet import MapSheet
from dashboard.figures.paragraphs import Said
from dashboard.i18n.translate import Words
from dashboard.state import INDICATORS, ViewState

PATH = "/embed"
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/tokens.css">
<link rel="stylesheet" href="/assets/embed.css">
</head>
<body>
<main class="embed">
{head}
<div class="embed-stage">{map}{legend}</div>
</main>
{foot}
</body>
</html>
"""


def embed_page(sheet: MapSheet, state: ViewState, *, locked: bool) -> str:
    """The page of a sheet; a locked one offers no other indicator."""
    w, words = Words(state.lang), sheet.words
    return PAGE.format(
        lang=state.lang,
        title=markup(f"{words.headline} · {words.product}"),
        head=markup(_head(sheet, state, w, locked=locked)),
        map=embed_map(sheet.drawing, sheet.indicator, words.map_label),
        legend=_legend(sheet),
        foot=markup(_foot(sheet, state, w)),
    )


def _head(sheet: MapSheet, state: ViewState, w: Words, *, locked: bool) -> html.Header:
    words = sheet.words
    parts: list[Child] = [
        _said(words.kicker, "embed-kicker"),
        html.H1(words.headline),
        html.P(words.lead, className="embed-lead"),
    ]
    parts += [_said(one, "embed-note") for one in (words.chosen, *words.notices) if one.whole]
    if not locked:
        parts.insert(0, _indicators(state, w))
    return html.Header(parts)


def _said(said: Said, name: str) -> html.P:
    return html.P([html.Strong(said.strong), f" {said.text}"], className=name)


def _indicators(state: ViewState, w: Words) -> html.Nav:
    """The four indicators, as links that keep the rest of the view."""
    links = [
        html.A(
            w(f"indicator.{one}.short"),
            href=state.address(PATH, indicator=one, view="map"),
            **attributes({"aria-current": "true" if one == state.indicator else None}),
        )
        for one in INDICATORS
    ]
    return html.Nav(links, **attributes({"aria-label": w("tab.label")}))


def _legend(sheet: MapSheet) -> str:
    title = sheet.words.legend
    rows = "".join(_row(sheet.indicator, column) for column in sheet.columns)
    return f'{markup(_said(title, "embed-legend-title"))}<ul class="embed-legend">{rows}</ul>'


def _row(indicator: str, column: Column) -> str:
    paint = paints(indicator)[column.swatch]
    fill = f"url(#{pattern_id(paint, SMALL)})" if paint.pattern else paint.ground
    name = classes("embed-swatch", "is-dashed" if column.swatch == NOT_PUBLISHED else None)
    swatch = (
        f'<svg class="{name}" aria-hidden="true"><rect width="100%" height="100%" fill="{fill}"/>'
        "</svg>"
    )
    said = ", ".join(part for part in (column.range, column.word) if part)
    return f"<li>{swatch}{markup([html.Span(said), html.Strong(str(column.count))])}</li>"


def _foot(sheet: MapSheet, state: ViewState, w: Words) -> html.Footer:
    whole = html.A(
        w("embed.open"), href=state.address("/"), target="_blank", **attributes({"rel": "noopener"})
    )
    return html.Footer([html.Span(sheet.words.short_foot), whole], className="embed-foot")
