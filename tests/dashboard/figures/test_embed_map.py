"""The map that takes any width and keeps its hatch, without a script."""

from dashboard.figures.embed_map import embed_map
from dashboard.figures.sheet_map import MapDrawing
from tests.dashboard.figures.sheets import SVG, missing_ids, read, small_sheet, texts


def drawn(**changes: object) -> str:
    drawing: MapDrawing = small_sheet(**changes).drawing
    return embed_map(drawing, "training_coverage", 'Karte "A"')


MAP = drawn()


def test_every_id_that_is_referred_to_is_there_once() -> None:
    assert missing_ids(MAP) == set()
    assert missing_ids(drawn(kept=frozenset({"B"}))) == set()


def test_hatch_is_outside_of_what_is_stretched() -> None:
    root = read(MAP)
    assert root.get("viewBox") is None  # a unit is a pixel of the screen
    assert root.get("aria-label") == 'Karte "A"'
    stretched = [one for one in root.iter(f"{SVG}svg") if one.get("viewBox")]
    assert len(stretched) == 2
    assert "url(#" not in "".join(one.get("fill", "") for part in stretched for one in part.iter())
    fills = [one.get("fill") for one in root.iter(f"{SVG}rect") if one.get("clip-path")]
    assert fills == [
        "url(#hatch-training_coverage-2)",
        "url(#no-answer)",
        "url(#hatch-training_coverage-2-small)",
        "url(#no-answer-small)",
    ]


def test_each_pattern_is_cut_to_its_own_areas() -> None:
    clips = {
        one.get("id"): [use.get("href") for use in one] for one in read(MAP).iter(f"{SVG}clipPath")
    }
    assert clips == {
        "clip-hatch-training_coverage-2": ["#pic-B"],
        "clip-no-answer": ["#pic-C"],
    }


def test_under_the_hatch_is_its_ground_so_that_no_gap_is_seen() -> None:
    fills = {
        one.get("data-code"): one.get("fill")
        for one in read(MAP).iter(f"{SVG}use")
        if one.get("data-code")
    }
    assert fills == {"A": "#7FC1D9", "B": "#B2DAE8", "C": "#E3E5E7"}


def test_a_region_fades_the_others_and_their_hatch() -> None:
    root = read(drawn(kept=frozenset({"A"})))
    faded = [one.get("data-code") for one in root.iter(f"{SVG}use") if one.get("opacity")]
    assert faded == ["B", "C"]
    rows = [one for one in root.iter(f"{SVG}rect") if one.get("clip-path")]
    assert {one.get("opacity") for one in rows} == {"0.28"}


def test_a_selected_place_is_outlined_and_alone_has_its_name() -> None:
    assert texts(MAP) == ["Bauskas novads"]
    assert 'stroke-width="6.2"' in MAP
    whole = drawn(selected="", label="")
    assert 'stroke-width="6.2"' not in whole
    assert texts(whole)[0] == "Rīga"
    minor = [one.text for one in read(whole).iter(f"{SVG}text") if one.get("class") == "is-minor"]
    assert minor == ["Jelgava", "Jēkabpils", "Rēzekne", "Jūrmala"]


def test_an_area_says_its_value_to_the_pointer() -> None:
    said = drawn(labels={"A": "Aknīstes <novads>: 1\u00a0no\u00a02"})
    titles = [one.text for one in read(said).iter(f"{SVG}title")]
    assert titles == ["Aknīstes <novads>: 1\u00a0no\u00a02"]
