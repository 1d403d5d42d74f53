"""The URL owns the view: what is written is read back, and what is not understood is told."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.state import A_BOUNDARY_SET, SEVERAL_CODES, Choices, ViewState, parse_state

CHOICES = Choices(
    {
        "2009": frozenset({"LV-001", "LV-041", "LV-RIX"}),
        "2021": frozenset({"LV-041", "LV-112"}),
        "2025": frozenset({"LV-041"}),
    },
    frozenset({"Zemgales", "Rīgas"}),
)


@st.composite
def views(draw: st.DrawFn) -> ViewState:
    boundary_set = draw(st.sampled_from(sorted(CHOICES.municipalities)))
    allowed = CHOICES.allowed(boundary_set) | {"boundary_set": {boundary_set}}
    return ViewState(
        **{name: draw(st.sampled_from(sorted(values))) for name, values in allowed.items()}
    )


@given(views(), st.sampled_from(["", "?"]))
def test_what_a_view_writes_is_read_back(view: ViewState, mark: str) -> None:
    parsed = parse_state(mark + view.to_query(), CHOICES)
    assert (parsed.state, parsed.unknown) == (view, ())


@given(st.text(max_size=60))
def test_any_text_whatever_gives_a_view(search: str) -> None:
    parsed = parse_state(search, CHOICES)
    assert parse_state(parsed.state.to_query(), CHOICES).state == parsed.state


def test_a_default_view_has_a_bare_address() -> None:
    assert ViewState().to_query() == ""
    assert ViewState().address() == "/"
    assert ViewState().address("/methods") == "/methods"


def test_an_address_changes_what_is_asked_and_keeps_the_rest() -> None:
    view = ViewState(planning_region="Rīgas", lang="en")
    assert view.address("/", municipality="LV-RIX", lang="lv") == (
        "/?planning_region=R%C4%ABgas&municipality=LV-RIX"
    )
    assert view == ViewState(planning_region="Rīgas", lang="en")
    assert view.within("2021").boundary_set == "2021"


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("indicator", "happiness"),
        ("institution_type", "court"),
        ("planning_region", "Sēlijas"),
        ("boundary_set", "1990"),
        ("municipality", "LV-112"),  # of 2021, not of 2009
        ("estimates", "maybe"),
        ("view", "globe"),
        ("lang", "de"),
        ("indicator", ""),
        ("colour", "red"),
    ],
)
def test_an_unknown_value_falls_to_the_default_and_is_told(parameter: str, value: str) -> None:
    good = {"planning_region": "Zemgales"} if parameter != "planning_region" else {}
    parsed = parse_state(urlencode(good | {parameter: value}), CHOICES)
    assert parsed.state == ViewState(**good)
    assert parsed.unknown == ((parameter, value),)


def test_every_unknown_value_is_told_in_the_order_given() -> None:
    parsed = parse_state("?view=globe&x=1&lang=en&lang=fr", CHOICES)
    assert parsed.unknown == (("view", "globe"), ("x", "1"), ("lang", "fr"))
    assert parsed.state == ViewState()


def test_a_municipality_is_sought_in_the_set_that_is_shown() -> None:
    asked = "municipality=LV-112&boundary_set=2021"
    assert parse_state(asked, CHOICES).state == ViewState(
        boundary_set="2021", municipality="LV-112"
    )
    # An unknown set falls to the default, and the municipality is one of the default set.
    parsed = parse_state("boundary_set=1990&municipality=LV-001", CHOICES)
    assert parsed.state == ViewState(municipality="LV-001")
    assert parsed.unknown == (("boundary_set", "1990"),)


def test_a_page_may_take_a_boundary_set_of_the_database() -> None:
    own = {"against": A_BOUNDARY_SET, "with": ("",)}
    for known in ("2021", "2025"):
        parsed = parse_state(f"against={known}", CHOICES, own)
        assert (parsed.own["against"], parsed.unknown) == (known, ())
    parsed = parse_state("against=2030&with=2021", CHOICES, own)
    assert parsed.own == {"against": "", "with": ""}
    assert parsed.unknown == (("against", "2030"), ("with", "2021"))


def test_a_page_may_take_several_codes_in_one_parameter() -> None:
    own = {"picked": SEVERAL_CODES, "one": ("",)}
    parsed = parse_state("picked=LV-001,LV-RIX&one=LV-001", CHOICES, own)
    assert (parsed.own, parsed.unknown) == ({"picked": "LV-001,LV-RIX", "one": "LV-001"}, ())
    assert parsed.address("/x", one="") == "/x?picked=LV-001%2CLV-RIX"
    for repeated in ("LV-001,LV-001", ",,,"):  # else every link of the page could be as long
        assert parse_state(f"picked={repeated}", CHOICES, own).unknown == (("picked", repeated),)
    wrong = "picked=LV-001,LV-999&one=LV-001,LV-RIX"
    parsed = parse_state(wrong, CHOICES, own)
    assert parsed.own == {"picked": "", "one": ""}
    assert parsed.unknown == (("picked", "LV-001,LV-999"), ("one", "LV-001,LV-RIX"))
