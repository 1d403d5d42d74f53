"""The small map of a profile that shows where a municipality lies: an SVG string, no text in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.figures.colours import CLASS_OUTLINE, COUNTRY_OUTLINE, INK, WHITE
from dashboard.figures.projection import Frame, Rings, path

REGION_GREY = "#D3D7DA"
FRAME = Frame(300, 190)


@dataclass(frozen=True, slots=True)
class Ground:
    """The path data of every area by code, and of the country: the same on every locator."""

    areas: Mapping[str, str]
    country: str


def ground(areas: Mapping[str, Rings], country: Rings) -> Ground:
    """Return what all locators of a boundary set share."""
    return Ground({code: path(rings, FRAME) for code, rings in areas.items()}, path(country, FRAME))


def locator(shared: Ground, own: str, region: Iterable[str]) -> str:
    """Return an SVG of all areas: the own one ink, its region grey.

    The SVG says nothing by itself; the page gives it an alternative text.
    """
    grey = set(region)
    drawn = "".join(
        f'<path d="{data}" fill="{_fill(code, own, grey)}"/>' for code, data in shared.areas.items()
    )
    outline = (
        f'<path d="{shared.country}" fill="none" stroke="{COUNTRY_OUTLINE}" '
        'stroke-opacity="1" stroke-width="1.1"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FRAME.width:g} {FRAME.height:g}" '
        f'width="{FRAME.width:g}" height="{FRAME.height:g}" fill-rule="evenodd" '
        f'stroke="{CLASS_OUTLINE}" stroke-opacity="0.5" stroke-width="0.5" '
        f'stroke-linejoin="round">{drawn}{outline}</svg>'
    )


def _fill(code: str, own: str, region: set[str]) -> str:
    if code == own:
        return INK
    return REGION_GREY if code in region else WHITE
