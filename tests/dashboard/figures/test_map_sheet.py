"""Sheets: whole files that need nothing beside them."""

import re
from xml.etree import ElementTree

import pytest

from dashboard.figures.map_sheet import WIDTH, map_sheet
from tests.dashboard.figures.sheets import SVG, WORDS, missing_ids, read, small_sheet, texts

SHEET = map_sheet(small_sheet())


def uses(svg: str, **attributes: str) -> list[ElementTree.Element]:
    return [
        one
        for one in read(svg).iter(f"{SVG}use")
        if all(one.get(name.replace("_", "-")) == value for name, value in attributes.items())
    ]


def test_every_id_that_is_referred_to_is_there_once() -> None:
    assert missing_ids(SHEET) == set()


def test_it_needs_no_stylesheet_no_variable_and_no_other_file() -> None:
    assert "var(" not in SHEET
    assert "<style" not in SHEET
    assert "<image" not in SHEET
    assert set(re.findall(r'href="(.)', SHEET)) == {"#"}
    assert set(re.findall(r"https?://[^\"]+", SHEET)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    fonts = set(re.findall(r'font-family="([^"]+)"', SHEET))
    assert {font.rpartition(", ")[2] for font in fonts} == {"serif", "sans-serif"}


def test_it_says_what_it_shows_to_who_does_not_see_it() -> None:
    root = read(SHEET)
    assert (root.get("role"), root.get("lang")) == ("img", "lv")
    title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert described is not None
    assert (title.text or "").startswith(WORDS.headline)
    assert described.text == (
        "Apmācīti darbinieki & citi. Bauskas novads. Nav atbildes. nav atbildes: 1 pašvaldība."
    )


def test_sentence_legend_source_and_notices_stand_on_it() -> None:
    said = " ".join(texts(SHEET))
    for one in (
        WORDS.headline,
        WORDS.lead,
        WORDS.chosen.whole,
        WORDS.notices[0].whole,
        WORDS.legend.whole,
        "neviena",
        "nav publicēts",
        *(one.strip() for one in WORDS.foot),
    ):
        assert one in said


def test_lines_and_hatch_are_of_the_drawing_and_have_the_maps_size() -> None:
    assert "vector-effect" not in SHEET
    assert "patternTransform" not in SHEET
    scale = 0.5
    (tile,) = {
        one.get("width")
        for one in read(SHEET).iter(f"{SVG}pattern")
        if (one.get("id") or "").startswith("pic-hatch")
    }
    assert float(tile or 0) * scale == 8
    legend = {
        one.get("width")
        for one in read(SHEET).iter(f"{SVG}pattern")
        if (one.get("id") or "").startswith("hatch-")
    }
    assert legend == {"8"}
    (country,) = (one for one in read(SHEET).iter() if one.get("class") == "picture-country")
    assert float(country.get("stroke-width") or 0) * scale == 1.1


def test_the_selected_area_is_outlined_last_and_named() -> None:
    casing, outline = uses(SHEET, href="#pic-C", fill="none")[-2:]
    assert [one.get("stroke") for one in (casing, outline)] == ["#FFFFFF", "#15191E"]
    assert [float(one.get("stroke-width") or 0) / 2 for one in (casing, outline)] == [6.2, 2.8]
    assert texts(SHEET).count("Bauskas novads") == 2  # casing and letters
    nothing = map_sheet(small_sheet(selected="", label=""))
    assert uses(nothing, href="#pic-C", fill="none") == []
    assert "Bauskas novads" not in texts(nothing)


def test_a_city_gives_way_to_the_name_of_the_selected_place() -> None:
    here = map_sheet(small_sheet(label_point=(23.72, 56.65)))
    assert "Jelgava" not in texts(here)
    assert "Jelgava" in texts(SHEET)
    assert texts(map_sheet(small_sheet(label="Jelgava"))).count("Jelgava") == 2


def test_a_region_fades_the_others() -> None:
    faded = map_sheet(small_sheet(kept=frozenset({"A"})))
    assert [one.get("data-code") for one in uses(faded, opacity="0.28")] == ["B", "C"]
    assert uses(SHEET, opacity="0.28") == []


def test_the_legend_has_the_patterns_of_the_map() -> None:
    fills = [one.get("fill") for one in read(SHEET).iter(f"{SVG}rect")]
    assert "url(#hatch-training_coverage-2)" in fills
    assert "url(#no-answer)" in fills
    dashed = [one for one in read(SHEET).iter(f"{SVG}rect") if one.get("stroke-dasharray")]
    assert [one.get("fill") for one in dashed] == ["none"]  # not published


def test_everything_is_inside_the_sheet() -> None:
    root = read(SHEET)
    width, height = float(root.get("width") or 0), float(root.get("height") or 0)
    assert (width, root.get("viewBox")) == (WIDTH, f"0 0 {width:g} {height:g}")
    (drawn,) = (one for one in root if (one.get("transform") or "").endswith("scale(0.5)"))
    of_map = set(drawn.iter())
    placed = [one for tag in ("text", "tspan", "rect") for one in root.iter(f"{SVG}{tag}")]
    outside = [
        (one.get("x"), one.get("y"))
        for one in placed
        if one not in of_map
        and not (
            0 <= float(one.get("x") or 0) + float(one.get("width") or 0) <= width
            and 0 <= float(one.get("y") or 0) + float(one.get("height") or 0) <= height
        )
    ]
    assert outside == []


@pytest.mark.parametrize("text", ['<script>alert("1")</script>', "a & b", '"></text>'])
def test_no_word_is_taken_for_markup(text: str) -> None:
    drawn = map_sheet(small_sheet(label=text))
    assert texts(drawn).count(text) == 2
