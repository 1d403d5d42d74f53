"""A map picture in its place on a page; assets/picture.js fetches it and keeps it in scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes


@dataclass(frozen=True, slots=True)
class PictureMarks:
    """What is marked on a picture, by municipality code."""

    selected: str = ""  # ink outline on a white casing
    contoured: Sequence[str] = ()  # one ink line around these together
    kept: Sequence[str] = ()  # all others are faded; empty: nothing is
    window: str = ""  # the part that is shown, "x y width height" in the picture's own pixels


def picture(
    address: str, label: str, marks: PictureMarks | None = None, *, interactive: bool = False
) -> html.Div:
    """Return the place of a picture.

    Screen readers get `label` and no areas: what the map says must stand on the page as text too.
    An `interactive` one answers the pointer: assets/picture.js outlines the area in every picture
    of the page and tells it by the event `picture-point` (detail: the code, or "").
    """
    marks = marks or PictureMarks()
    return html.Div(
        className="picture",
        role="img",
        **attributes(
            {
                "aria-label": label,
                "data-picture": address,
                "data-selected": marks.selected or None,
                "data-contoured": " ".join(marks.contoured) or None,
                "data-kept": " ".join(marks.kept) or None,
                "data-window": marks.window or None,
                "data-interactive": "" if interactive else None,
            }
        ),
    )


def live_place(place: str, address: str, selected: str) -> html.Div:
    """Return the place of the live map; the first HTML holds the drawing in it already.

    Its areas are named one by one, so it is no image to a screen reader.
    """
    return html.Div(
        id=place,
        className="picture map-graph has-names",
        **attributes({"data-picture": address, "data-selected": selected, "data-interactive": ""}),
    )
