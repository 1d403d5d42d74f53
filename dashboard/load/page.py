"""The office's page as HTML: plain forms; while a build runs a script looks how far it is."""

from collections.abc import Sequence
from html import escape

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.components.notice import notice
from dashboard.components.static import markup
from dashboard.database import Database, DatabaseMissing
from dashboard.exports.maps import choices_of
from dashboard.i18n.translate import Words
from dashboard.pages.shell import footer, page
from dashboard.settings import LoadSettings
from dashboard.state import parse_state

PATH = "/load"
MEGABYTES = 20  # the largest file; 286 institutions and all questions are some 100 kB
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
{refresh}<title>{title}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{style}">
</head>
<body>
<div id="first">{body}</div>
{script}</body>
</html>
"""
SCRIPT = "load/follow.js"
# Where scripts do not run the page is loaded anew; to those who have them nothing jumps.
REFRESH = '<noscript><meta http-equiv="refresh" content="2"></noscript>\n'


def whole_page(
    database: Database, content: Sequence[Child], at: tuple[str, str, str], script: str = ""
) -> str:
    """A page with the site's header and footer; `at`: path, language, address of the style.

    `script` is the address of the script that follows a build, "" where none runs.
    """
    path, lang, style = at
    w = Words(lang)
    shown = html.Div([html.H1(w("load.title")), *content], className="prose load-page")
    try:
        edition = database.edition()
    except DatabaseMissing:  # the first database of a site may come by this very page
        parts: list[Child] = [html.Main(shown, id="main", className="page")]
    else:
        state = parse_state(f"lang={lang}", choices_of(edition)).state
        header, main, _ = page(edition, state, path, [shown])
        parts = [header, main, footer(edition, state)]  # nothing here is for citing
    return PAGE.format(
        lang=lang,
        refresh=REFRESH if script else "",
        script=f'<script src="{script}" defer></script>\n' if script else "",
        title=escape(w("site.title", page=w("load.title"))),
        style=style,
        body=markup(parts),
    )


def address(path: str, w: Words) -> str:
    """An address in the page's language."""
    return path if w.lang == "lv" else f"{path}?lang={w.lang}"


def refused(reason: str, w: Words) -> list[Child]:
    """Why something was not done, and the way back."""
    told = notice(w("load.refused.title"), reason, sign="flag")
    return [told, html.P(html.A(w("load.refused.back"), href=address(PATH, w)))]


def entrance(settings: LoadSettings, w: Words, *, wrong: bool = False) -> list[Child]:
    """The way in: a form for the token, or where to sign in."""
    if settings.user_header:
        return [html.P(w("load.enter.outside"))]
    fields = [
        _field("token", w("load.enter.token"), required="", type="password", autocomplete="off"),
        _field("name", w("load.enter.name"), required="", type="text", autocomplete="name"),
    ]
    told = [notice(w("load.refused.title"), w("load.enter.wrong"), sign="flag")] if wrong else []
    return [
        html.H2(w("load.enter.title")),
        html.P(w("load.enter.text")),
        *told,
        button_form(f"{PATH}/enter", w("load.enter.send"), w, fields),
    ]


def sending(w: Words) -> list[Child]:
    """The form for a file and its decisions; a browser lets a file be dropped on its field."""
    fields: list[Child] = []
    label = w("load.send.label", megabytes=MEGABYTES)
    for name, told, needed in (
        ("file", label, {"required": ""}),
        ("decisions", w("load.send.decisions"), {}),
    ):
        hint = f"load-{name}-hint"
        described = attributes({"aria-describedby": hint})
        fields += [
            _field(name, told, type="file", accept=".csv,.xlsx", **needed, **described),
            html.P(w(f"load.send.{name}_hint"), id=hint, className="load-hint"),
        ]
    return [html.H2(w("load.send.title")), button_form(PATH, w("load.send.send"), w, fields)]


def button_form(path: str, label: str, w: Words, fields: Sequence[Child] = ()) -> html.Form:
    """A form that is sent with one button."""
    send = html.Button(label, type="submit", className="button button-main")
    return html.Form(
        [*fields, send],
        method="post",
        action=address(path, w),
        encType="multipart/form-data",
        className="load-form",
    )


def _field(name: str, label: str, **properties: str) -> html.Div:
    """A field with its label. Dash has no plain input, so its markup is written out here."""
    place = f"load-{name}"
    named = "".join(f' {key}="{escape(value)}"' for key, value in properties.items())
    field = f'<input id="{place}" name="{name}"{named}>'
    inside = html.Div(**attributes({"data-static": field}))
    return html.Div([html.Label(label, htmlFor=place), inside])
