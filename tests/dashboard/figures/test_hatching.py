"""Patterns and the generated stylesheet."""

import re

from dashboard.figures import colours, hatching

BOTH = (hatching.MAP, hatching.SMALL)


def test_the_stylesheet_is_not_stale() -> None:
    written = hatching.STYLESHEET.read_text(encoding="utf-8")
    remedy = "Run `python -m dashboard.figures.hatching`."
    assert written == hatching.stylesheet(), remedy


def test_every_patterned_row_has_its_definition_and_its_rule() -> None:
    svg, css = hatching.all_patterns(hatching.MAP), hatching.stylesheet()
    for name in colours.INDICATORS:
        for paint in colours.paints(name):
            rule = f".paints-{name} > .paint-{paint.code} {{ fill: "
            if paint.pattern is None:
                assert f"{rule}{paint.ground}; }}" in css
            else:
                assert f"{rule}url(#{paint.pattern}); }}" in css
                assert f'<pattern id="{paint.pattern}"' in svg


def test_all_references_of_the_stylesheet_are_defined() -> None:
    defined = set(re.findall(r'<pattern id="([^"]+)"', hatching.all_patterns(*BOTH)))
    used = set(re.findall(r"fill: url\(#([^)]+)\)", hatching.stylesheet()))
    assert used == defined


def test_the_tile_is_drawn_unrotated_at_the_measures_of_the_look() -> None:
    assert hatching.hatch_path(8) == "M-2,2 2,-2 M0,8 8,0 M6,10 10,6"
    assert "patternTransform" not in hatching.all_patterns(*BOTH)
    assert (hatching.MAP.tile, hatching.MAP.line) == (8, 1.5)
    assert (hatching.SMALL.tile, hatching.SMALL.line) == (6, 1.2)


def test_an_unpublished_area_still_takes_the_pointer() -> None:
    assert "fill: transparent" in hatching.stylesheet()
    assert "fill: none" not in hatching.stylesheet()
