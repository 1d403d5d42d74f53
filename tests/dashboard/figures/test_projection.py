"""Path data: rings, and the lines that a merger wiped off the map."""

from dashboard.figures.projection import Frame, Rings, inner_lines, path

FRAME = Frame(2000, 1190, 12)


def square(west: float, south: float) -> Rings:
    east, north = west + 1, south + 0.5
    return [[(west, south), (west, north), (east, north), (east, south), (west, south)]]


def test_of_two_units_that_were_merged_only_the_border_between_them_is_left() -> None:
    parts = [square(23, 56), square(24, 56)]
    whole: list[Rings] = [
        [[(23, 56), (23, 56.5), (24, 56.5), (25, 56.5), (25, 56), (24, 56), (23, 56)]]
    ]
    x, bottom = FRAME.place((24, 56))
    _, top = FRAME.place((24, 56.5))
    line = inner_lines(parts, whole, FRAME)
    assert line == f"M{round(x)},{round(top)}l0,{round(bottom) - round(top)}"


def test_units_that_stayed_as_they_were_leave_no_line() -> None:
    assert inner_lines([square(23, 56)], [square(23, 56)], FRAME) == ""


def test_a_border_that_ends_in_a_junction_is_drawn_once() -> None:
    parts = [square(23, 56), square(24, 56), square(23, 56.5), square(24, 56.5)]
    line = inner_lines(parts, [], FRAME)
    x, y = (round(one) for one in FRAME.place((24, 56.5)))
    assert line.count("M") >= 2
    # Twelve edges, each of them one step.
    assert len(line.replace("M", " ").replace("l", " ").split()) == 12 + line.count("M")
    assert f"{x},{y}" in line or line.count("M") > 1


def test_an_enclave_is_a_ring_of_its_own() -> None:
    assert path([*square(23, 56), *square(23.2, 56.1)], FRAME).count("z") == 2
