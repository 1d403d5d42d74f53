"""Map pictures as SVG."""

from xml.etree import ElementTree

from dashboard.figures.colours import paints
from dashboard.figures.hatching import PRESENT, SMALL
from dashboard.figures.picture import Fill, Shapes, fill_of, picture

SVG = "{http://www.w3.org/2000/svg}"
AREAS = {"A": "M0,0l9,0 0,9z", "B": "M9,0l9,0 0,9z", "C": "M0,9l9,0 0,9z"}
SHAPES = Shapes(AREAS, "M0,0l18,0 0,18z")
OVER_OLD = Shapes(AREAS, SHAPES.country, "M1,1l2,0 0,2z")
TRAINING = paints("training_coverage")
FILLS = {"A": fill_of(TRAINING[3]), "B": fill_of(TRAINING[8]), "C": fill_of(TRAINING[13])}


def drawn(shapes: Shapes = SHAPES) -> ElementTree.Element:
    return ElementTree.fromstring(picture(shapes, FILLS, SMALL))


def group(name: str) -> ElementTree.Element:
    (found,) = (one for one in drawn().iter(f"{SVG}g") if one.get("class") == name)
    return found


def test_an_area_has_the_paint_of_its_value() -> None:
    fills = {one.get("data-code"): one.get("fill") for one in group("picture-areas")}
    assert fills == {
        "A": "#459CC2",
        "B": "url(#pic-hatch-training_coverage-2-small)",
        "C": "transparent",
    }


def test_every_pattern_that_is_used_is_in_the_file_and_no_other() -> None:
    patterns = [one.get("id") for one in drawn().iter(f"{SVG}pattern")]
    assert patterns == ["pic-hatch-training_coverage-2-small"]
    assert 'id="pic-hatch-training_coverage-2-present"' in picture(SHAPES, FILLS, PRESENT)


def test_what_is_not_published_has_a_dashed_boundary() -> None:
    lines = [one for one in group("picture-lines") if one.tag == f"{SVG}use"]
    assert [one.get("stroke-dasharray") for one in lines] == [None, None, "2.5 2.5"]


def test_boundaries_over_hatch_have_a_white_casing() -> None:
    assert [one.get("href") for one in group("picture-cased")] == ["#pic-B"]
    assert group("picture-cased").get("stroke") == "#FFFFFF"


def test_lines_do_not_grow_with_the_picture() -> None:
    stroked = [one for one in drawn().iter(f"{SVG}path") if one.get("d") and one.get("id")]
    assert len(stroked) == 3
    assert {one.get("vector-effect") for one in stroked} == {"non-scaling-stroke"}


def test_old_units_are_drawn_thin_under_newer_boundaries() -> None:
    paths = [one.get("d") for one in drawn(OVER_OLD).iter(f"{SVG}path")]
    assert paths.count(OVER_OLD.old) == 2  # casing and line
    assert len(paths) == len(list(drawn().iter(f"{SVG}path"))) + 2
    assert (
        'class="picture-lines is-new" fill="none" stroke="#15191E" stroke-width="1.5"'
        in picture(OVER_OLD, FILLS, SMALL)
    )


def test_plain_colours_take_no_pattern() -> None:
    svg = picture(SHAPES, {"A": Fill("#15191E")}, SMALL)
    assert "<pattern" not in svg
    assert 'data-code="A" fill="#15191E"' in svg
