"""Parts written out by the server: the same tree, every text escaped."""

from html.parser import HTMLParser

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.static import markup, static


def test_tags_attributes_and_children_are_those_of_the_components() -> None:
    cell = html.Td(["a", html.Span("b", className="c"), None], colSpan="2", tabIndex="0")
    row = html.Tr([cell], role="row", **attributes({"data-row": "LV-016", "aria-label": "x"}))
    assert markup(row) == (
        '<tr aria-label="x" data-row="LV-016" role="row">'
        '<td colspan="2" tabindex="0">a<span class="c">b</span></td></tr>'
    )
    assert markup(html.I(style={"width": "12.5%"})) == '<i style="width: 12.5%"></i>'
    assert markup([]) == markup(None) == ""


def test_no_text_becomes_markup() -> None:
    evil = '"><script>alert(1)</script>&'
    found: list[tuple[str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, str(dict(attrs).get("title"))))

        def handle_data(self, data: str) -> None:
            found.append(("text", data))

    reader = Reader()
    reader.feed(markup(html.P(evil, title=evil)))
    reader.close()
    assert found == [("p", evil), ("text", evil)]


def test_the_place_holds_the_part_and_no_components() -> None:
    place = static(html.P("words"))
    assert place.to_plotly_json()["props"]["data-static"] == "<p>words</p>"
