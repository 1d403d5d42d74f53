"""The live map: the drawing of picture.py with a class in place of each paint.

map.css says what the classes look like, so the browser shows another indicator by changing classes,
and the first HTML has the map before any script has come. assets/map_keys.js leans on the order:
areas and boundaries stand each in the order of the municipalities.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape

from dashboard.figures.hatching import MAP, SMALL, all_patterns
from dashboard.figures.picture import Layers, Shapes, cased, drawing, name_at


@dataclass(frozen=True, slots=True)
class LiveView:
    """What the map shows, by municipality code."""

    indicator: str
    title: str  # what a screen reader calls the map
    codes: Mapping[str, int]  # drawing codes
    labels: Mapping[str, str]  # name, value in words, evidence
    selected: str = ""
    faded: Collection[str] = ()  # outside of the chosen region


def live_map(
    shapes: Shapes,
    around: Mapping[str, tuple[float, float]],
    view: LiveView | None = None,
) -> str:
    """Return the SVG; `around` names sea and neighbours at longitude and latitude.

    Without a view it is the map of a boundary set that a page fetches when it needs it, and paints
    itself. One area is in the tab order: the selected one, else the first.
    """
    codes = list(shapes.areas)
    hatched = [code for code in codes if view and 6 <= view.codes[code] <= 11]
    casings = "".join(f'<use href="#pic-{code}"/>' for code in hatched)
    # Until a script knows the width on the screen it is taken to be half of the drawing's.
    patterns = all_patterns(MAP, SMALL).replace("<pattern", '<pattern patternTransform="scale(2)"')
    layers = Layers(
        patterns,
        _areas(codes, view),
        cased(casings) + _boundaries(codes, view),
        "".join(name_at(name, point, kind="picture-around") for name, point in around.items()),
        _selection(view.selected) if view else "",
    )
    return drawing(shapes, layers)


def _selection(code: str) -> str:
    """Return the outline of the selected area, as picture.js draws it."""
    lines = "".join(
        f'<use href="#pic-{code}" class="picture-{line}"/>' for line in ("casing", "selection")
    )
    return f'<g class="picture-marks">{lines}</g>' if code else ""


def _areas(codes: list[str], view: LiveView | None) -> str:
    if view is None:
        areas = "".join(f'<use href="#pic-{code}" data-code="{code}"/>' for code in codes)
        return f'<g class="picture-areas">{areas}</g>'
    stop = view.selected or codes[0]
    areas = "".join(_area(code, view, in_order=code == stop) for code in codes)
    title = escape(view.title)
    return (
        f'<g class="picture-areas paints-{view.indicator}" role="group" aria-label="{title}">'
        f"{areas}</g>"
    )


def _area(code: str, view: LiveView, *, in_order: bool) -> str:
    faded = " is-faded" if code in view.faded else ""
    pressed = "true" if code == view.selected else "false"
    return (
        f'<use href="#pic-{code}" data-code="{code}" class="paint-{view.codes[code]}{faded}" '
        f'role="button" aria-label="{escape(view.labels[code])}" aria-pressed="{pressed}" '
        f'tabindex="{0 if in_order else -1}"/>'
    )


def _boundaries(codes: list[str], view: LiveView | None) -> str:
    return "".join(
        f'<use href="#pic-{code}"{_paint(view.codes[code]) if view else ""}/>' for code in codes
    )


def _paint(code: int) -> str:
    return f' class="paint-{code}"'
