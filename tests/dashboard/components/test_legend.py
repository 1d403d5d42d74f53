"""The legend."""

from dataclasses import replace

from dashboard.components.legend import LegendWords, legend

from .trees import text, with_class

WORDS = LegendWords(
    title="Pašvaldību skaits",
    rest="pēc īpatsvara",
    ranges=("0 %", "līdz 20", "20–40", "40–60", "60–80", "80–100 %"),
    none="neviena",
    half="puse",
    all="visas",
    no_answer="nav atbildes",
    estimate="aplēse",
    not_published="nav publicēts",
    suppressed="aizsargāts",
    name=lambda key, count: f"{key}: {count}",
)


def columns(codes: list[int], *, estimates: bool = True) -> dict[str, str]:
    made = legend("training_coverage", codes, WORDS, estimates=estimates)
    return {
        column["props"]["data-class"]: text(with_class(column, "legend-count"))
        for column in with_class(made, "legend-column")
    }


def test_no_answer_and_estimate_are_always_there() -> None:
    assert columns([0, 0, 5]) == {
        "0": "2", "1": "0", "2": "0", "3": "0", "4": "0", "5": "1", "12": "0", "estimate": "0",
    }  # fmt: skip


def test_not_published_joins_when_estimates_are_off_even_with_none() -> None:
    assert columns([0], estimates=False)["13"] == "0"
    assert columns([0, 13])["13"] == "1"
    assert "13" not in columns([0])


def test_estimates_count_in_their_class_and_in_their_own_column() -> None:
    counted = columns([3, 9, 9])
    assert (counted["3"], counted["estimate"]) == ("3", "2")


def test_hatched_counts_stand_on_top_of_solid_ones() -> None:
    made = legend("training_coverage", [3, 3, 9], WORDS)
    bars = [bar["props"] for bar in with_class(made, "legend-bar")]
    assert [bar["className"].split("-")[-1] for bar in bars] == ["9", "3"]
    assert [bar["style"]["height"] for bar in bars] == ["15px", "29px"]


def test_a_class_of_estimates_alone_has_a_hatched_swatch() -> None:
    swatches = with_class(legend("ngo_awareness", [9, 9], WORDS), "legend-swatch")
    assert "fill-ngo_awareness-9" in swatches[3]["props"]["className"]


def test_each_column_is_a_named_toggle() -> None:
    first = with_class(legend("ngo_awareness", [0], WORDS), "legend-column")[0]
    assert first["type"] == "Button"
    assert first["props"]["aria-label"] == "0: 1"
    assert first["props"]["aria-pressed"] == "false"


def test_the_switch_of_the_marks_is_there_only_with_its_word() -> None:
    assert with_class(legend("ngo_awareness", [0], WORDS), "legend-marks") == []
    named = legend("ngo_awareness", [0], replace(WORDS, marks="Pamatojuma zīmes"))
    assert with_class(named, "legend-marks")[0]["props"]["role"] == "checkbox"


def test_words_stand_under_none_half_and_all() -> None:
    made = legend("training_coverage", [0], WORDS)
    words = [text(word) for word in with_class(made, "legend-word")]
    assert [word for word in words if word] == ["neviena", "puse", "visas"]


def test_the_per_cent_sign_can_be_hidden_without_hiding_the_range() -> None:
    made = legend("training_coverage", [0], WORDS)
    assert [text(unit) for unit in with_class(made, "legend-unit")] == [" %", " %"]
    assert text(with_class(made, "legend-range")[0]) == "0 %"
