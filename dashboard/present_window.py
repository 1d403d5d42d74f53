"""The part of a picture that a slide shows: a region, in the shape of its place on the slide."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.figures.picture import FRAME
from dashboard.figures.projection import Point

ASPECT = 660 / 552  # width to height of the map beside a list, as in assets/present.css
MARGIN = 16  # px of the picture around a region


@dataclass(frozen=True, slots=True)
class Window:
    """A box in the pixels of the picture."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> str:
        """The same as a view box: "x y width height"."""
        return f"{self.left:.1f} {self.top:.1f} {self.width:.1f} {self.height:.1f}"

    def share(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point lies in the box, in per cent of its width and of its height."""
        x, y = FRAME.place((lon, lat))
        return 100 * (x - self.left) / self.width, 100 * (y - self.top) / self.height


def window_around(points: Iterable[Point]) -> Window:
    """The smallest box of the right shape that holds all points (longitude, latitude)."""
    placed = [FRAME.place(point) for point in points]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    width, height = max(xs) - min(xs) + 2 * MARGIN, max(ys) - min(ys) + 2 * MARGIN
    wide, high = max(width, height * ASPECT), max(height, width / ASPECT)
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return Window(middle_x - wide / 2, middle_y - high / 2, wide, high)
