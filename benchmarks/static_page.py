"""The floor: the product's own map as a page without a script, packed, kept in memory.

The same 119 areas of 2009 with the same outlines and colours, a headline and a line of legend.
Nothing that shows this map can be faster, and nothing less would be the same map.
"""

from html import escape

from flask import Flask, Response

from benchmarks.brotli_11 import serve_packed
from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.figures.colours import paints
from dashboard.i18n.translate import Words
from dashboard.map_views import MapChoice, view_headline
from dashboard.picture_files import picture_file
from dashboard.settings import read_settings

CHOICE = MapChoice("training_coverage", "all", estimates=True)
BOUNDARY_SET = "2009"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>
body {{ margin: 1rem; font: 16px system-ui, sans-serif }}
svg {{ display: block; width: 100%; max-height: 75vh }}
text {{ font-size: 26px; font-weight: 600; stroke-width: 6px }}
span {{ padding: 0.2rem 0.8rem; border: 1px solid #5C6670 }}
</style>
</head>
<body>
<h1>{title}</h1>
{picture}
<p>{legend}</p>
</body>
</html>
"""


def page(edition: Edition) -> str:
    """Return the page."""
    name = CHOICE.key.replace("|", ".")
    return PAGE.format(
        title=escape(view_headline(read_atlas(edition, BOUNDARY_SET), CHOICE, "", "en")),
        picture=picture_file(edition, BOUNDARY_SET, "map", name),
        legend=_legend(),
    )


def _legend() -> str:
    w = Words("en")
    words = ("0", "≤ 20 %", "≤ 40 %", "≤ 60 %", "≤ 80 %", "≤ 100 %", w("state.no_answer"))
    known = [*paints(CHOICE.indicator)[:6], paints(CHOICE.indicator)[12]]
    keys = (
        f'<span style="background: {paint.ground}"></span> {escape(word)}'
        for paint, word in zip(known, words, strict=True)
    )
    return " ".join(keys)


def create_server() -> Flask:
    """Return the server of the page."""
    server = Flask(__name__)
    content = page(Database(read_settings().database).edition())
    serve_packed(server)

    @server.get("/")
    def show() -> Response:
        return Response(content, mimetype="text/html")

    return server
