"""The small map of a profile that shows where a municipality lies: an SVG string, no text in it."""

from collections.abc import Iterable, Mapping

from dashboard.figures.colours import CLASS_OUTLINE, COUNTRY_OUTLINE, INK, WHITE
from dashboard.figures.projection import Frame, Rings, path

REGION_GREY = "#D3D7DA"


def locator(
    areas: Mapping[str, Rings],
    own: str,
    region: Iterable[str],
    country: Rings,
    frame: Frame | None = None,
) -> str:
    """Return an SVG of all `areas` by code: the own one ink, its region grey.

    The SVG says nothing by itself; the page gives it an alternative text.
    """
    frame = frame or Frame(300, 190)
    grey = set(region)
    drawn = "".join(
        f'<path d="{path(rings, frame)}" fill="{_fill(code, own, grey)}"/>'
        for code, rings in areas.items()
    )
    outline = (
        f'<path d="{path(country, frame)}" fill="none" stroke="{COUNTRY_OUTLINE}" '
        'stroke-opacity="1" stroke-width="1.1"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width:g} {frame.height:g}" '
        f'width="{frame.width:g}" height="{frame.height:g}" fill-rule="evenodd" '
        f'stroke="{CLASS_OUTLINE}" stroke-opacity="0.5" stroke-width="0.5" '
        f'stroke-linejoin="round">{drawn}{outline}</svg>'
    )


def _fill(code: str, own: str, region: set[str]) -> str:
    if code == own:
        return INK
    return REGION_GREY if code in region else WHITE
