"""The priorities page as parts: what is listed, said, linked and painted."""

from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.figures.colours import GROUP_INKS
from dashboard.i18n.translate import Words
from dashboard.pages import priorities as page
from dashboard.pages.priority_rows import listed_groups, toggled
from dashboard.pages.priority_words import lead, still
from dashboard.picture_files import PAINTERS
from dashboard.priorities import PARAMETERS, Pair, Standing, pair_of, standings
from dashboard.state import Choices, ParsedState, parse_state

TRAINING = pair_of("identified_cases", "training_coverage")
ASSETS = Path(page.__file__).parents[1] / "assets"


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


def asked(edition: Edition, query: str) -> ParsedState:
    sets = {one: frozenset(read_atlas(edition, one).municipalities) for one in ("2009", "2021")}
    regions = frozenset(read_atlas(edition, "2009").planning_regions)
    return parse_state(query, Choices(sets, regions), PARAMETERS)


def found(edition: Edition, pair: Pair = TRAINING, boundary_set: str = "2009") -> list[Standing]:
    return standings(read_atlas(edition, boundary_set), pair)


def standing(edition: Edition, name: str, boundary_set: str = "2009") -> Standing:
    members = found(edition, boundary_set=boundary_set)
    return next(one for one in members if one.place.name_nom == name)


@pytest.mark.parametrize(
    ("name", "latvian", "english"),
    [
        ("Bauskas novads", "Bāriņtiesa, sociālais dienests", "Orphans' court, social service"),
        (
            "Strenču novads",
            "Bāriņtiesa, sociālais dienests (mācības bija plānotas)",
            "Orphans' court, social service (training was planned)",
        ),
        (
            "Ādažu novads",
            "Sociālais dienests; bāriņtiesa neatbildēja",
            "Social service; the orphans' court did not respond",
        ),
        (
            "Daugavpils novads",
            (
                "Višķu pagasta bāriņtiesa; Naujenes pagasta bāriņtiesa un Līksnas bāriņtiesa "
                "neatbildēja"
            ),
            (
                "Višķu pagasts orphans' court; the Naujenes pagasts orphans' court and the "
                "Līksnas orphans' court did not respond"
            ),
        ),
        (
            "Naukšēnu novads",
            "Bāriņtiesa un sociālais dienests neatbildēja",
            "The orphans' court and the social service did not respond",
        ),
        ("Liepāja", "", ""),
    ],
)
def test_who_is_left_to_train_is_named_and_silence_is_not_a_gap(
    edition: Edition, name: str, latvian: str, english: str
) -> None:
    one = standing(edition, name)
    assert (still(one, Words("lv")), still(one, Words("en"))) == (latvian, english)


def test_nobody_is_left_out_of_a_long_list(edition: Edition) -> None:
    text = still(standing(edition, "Valmieras novads", "2021"), Words("lv"))
    assert "un vēl" not in text
    assert text.count("bāriņtiesa") + text.count("sociālais dienests") == 8


def test_the_lead_names_the_first_group_and_counts_the_second(edition: Edition) -> None:
    assert lead(found(edition), TRAINING, Words("lv")) == (
        "2 novados ir atpazīti gadījumi, bet nevienā iestādē, kas atbildēja, nav apmācītu "
        "darbinieku: Bauskas novadā un Strenču novadā. Vēl 8 pašvaldībās ir atpazīti gadījumi, un "
        "apmācīti darbinieki ir daļā iestāžu."
    )
    # In 2021 an institution of Bauskas novads answered the survey and not the question.
    newer = lead(found(edition, boundary_set="2021"), TRAINING, Words("lv"))
    assert newer.startswith(
        "Vienā novadā ir atpazīti gadījumi, bet nevienā iestādē, kas atbildēja uz jautājumu par "
        "mācībām, nav apmācītu darbinieku: Bauskas novadā."
    )
    latgale = standings(read_atlas(edition, "2009"), TRAINING, "Latgales")
    assert lead(latgale, TRAINING, Words("en")) == (
        "There is no municipality where cases are reported and no responding institution has "
        "trained staff."
    )


def test_where_totals_alone_are_known_the_lead_says_so_and_what_would_change_it(
    edition: Edition,
) -> None:
    pair = pair_of("identified_cases", "materials_availability")
    assert lead(found(edition, pair), pair, Words("lv")) == (
        "118 pašvaldībās no 119 vismaz vienam no šiem jautājumiem zināms tikai kopskaits. Aplēse "
        "nav prioritāte, tāpēc šīs pašvaldības nav nevienā grupā. Grupas varētu noteikt, ja "
        "ielādētu pašu iestāžu atbildes."
    )
    groups = listed_groups(
        asked(edition, "gap=materials_availability"),
        read_atlas(edition, "2009"),
        found(edition, pair),
        pair,
    )
    assert groups == []


def test_the_third_group_is_closed_until_it_is_opened(edition: Edition) -> None:
    atlas, members = read_atlas(edition, "2009"), found(edition)
    for query, shown in (("", 0), ("open=3", 30)):
        groups = listed_groups(asked(edition, query), atlas, members, TRAINING)
        assert [len(group.rows) for group in groups] == [2, 8, shown]
        assert [group.count for group in groups] == [
            "2 pašvaldības",
            "8 pašvaldības, vispirms tās, kur gadījumus norāda vairāk iestāžu",
            "30 pašvaldību",
        ]
    assert [group.title for group in groups] == [
        "Gadījumi norādīti, apmācītu darbinieku nav nevienā iestādē, kas atbildēja",
        "Gadījumi norādīti, apmācīti darbinieki ir daļā iestāžu",
        "Gadījumi nav norādīti, apmācītu darbinieku nav nevienā iestādē, kas atbildēja",
    ]


def test_a_cell_lists_all_that_stand_in_it_and_says_why_some_have_no_group(
    edition: Edition,
) -> None:
    atlas, members = read_atlas(edition, "2009"), found(edition)
    some = listed_groups(asked(edition, "cell=reported-some"), atlas, members, TRAINING)
    assert [(group.title, len(group.rows)) for group in some] == [
        ("Gadījumi norādīti, apmācīti darbinieki ir daļā iestāžu", 8),
        ("Grupas nav: iespējams, zināmas ne visas bāriņtiesas", 1),
    ]
    silent = listed_groups(asked(edition, "cell=none-no_answer"), atlas, members, TRAINING)
    assert [(group.title, len(group.rows)) for group in silent] == [
        ("Grupas nav: gadījumi nav norādīti; apmācība – nav atbildes", 4)
    ]
    assert silent[0].rows[0].amounts[1].text == "nav atbildes"


def test_a_suspicion_is_said_beside_its_zero(edition: Edition) -> None:
    groups = listed_groups(
        asked(edition, "open=3"), read_atlas(edition, "2009"), found(edition), TRAINING
    )
    notes = {row.name: row.amounts[0] for group in groups for row in group.rows}
    assert (notes["Ķeguma novads"].text, notes["Ķeguma novads"].note) == (
        "0\xa0no\xa02",
        "aizdomas",
    )
    told = {name for name, amount in notes.items() if amount.note}
    assert told == {"Kandavas novads", "Ķeguma novads", "Vecumnieku novads"}


def test_a_tick_is_put_and_taken_away() -> None:
    assert toggled([], "LV-016") == "LV-016"
    assert toggled(["LV-016", "LV-041"], "LV-005") == "LV-016,LV-041,LV-005"
    assert toggled(["LV-016", "LV-041"], "LV-016") == "LV-041"


def test_the_file_is_of_these_municipalities_and_this_view(edition: Edition) -> None:
    parsed = asked(edition, "lang=en&boundary_set=2021")
    address = urlsplit(page.list_address(parsed, TRAINING, ["LV-041", "LV-016"]))
    assert address.path == "/export/priorities.csv"
    assert parse_qs(address.query) == {
        "need": ["identified_cases"],
        "gap": ["training_coverage"],
        "boundary_set": ["2021"],
        "municipality": ["LV-016", "LV-041"],
        "dialect": ["excel"],
        "lang": ["en"],
    }


def test_a_gap_that_is_the_need_is_told_unless_it_was_only_the_default(edition: Edition) -> None:
    settled, pair = page._settled(asked(edition, "gap=identified_cases"))
    assert (pair.gap, settled.unknown) == ("training_coverage", (("gap", "identified_cases"),))
    settled, pair = page._settled(asked(edition, "need=training_coverage"))
    assert (pair.gap, settled.unknown) == ("identified_cases", ())
    assert settled.own["gap"] == "identified_cases"


def test_the_picture_has_the_groups_inks_and_silence_is_dotted(edition: Edition) -> None:
    name = ("groups", "identified_cases", "training_coverage", "on")
    fills = PAINTERS["groups"](read_atlas(edition, "2009"), *name)
    none, first, second, third = GROUP_INKS
    tally = Counter(
        fill.colour if not fill.paint else fill.paint.pattern for fill in fills.values()
    )
    assert tally == {first: 2, second: 8, third: 30, none: 74, "no-answer": 5}
    assert fills["LV-016"].colour == first
    assert fills["LV-025"].colour == none  # may have more courts


@pytest.mark.parametrize(
    ("switch", "seen"), [("on", "hatch-materials_availability-0"), ("off", None)]
)
def test_an_estimate_is_hatched_or_left_open(
    edition: Edition, switch: str, seen: str | None
) -> None:
    name = ("groups", "identified_cases", "materials_availability", switch)
    fills = PAINTERS["groups"](read_atlas(edition, "2009"), *name)
    tally = Counter(fill.paint.pattern if fill.paint else "plain" for fill in fills.values())
    assert tally == {seen: 118, "no-answer": 1}


@pytest.mark.parametrize("rest", [(), ("identified_cases",), ("a", "b", "on")])
def test_a_picture_of_no_pair_is_none(edition: Edition, rest: tuple[str, ...]) -> None:
    assert PAINTERS["groups"](read_atlas(edition, "2009"), "groups", *rest) == {}


def test_the_inks_of_page_and_picture_are_the_same() -> None:
    tokens = (ASSETS / "tokens.css").read_text("utf-8")
    for group, ink in enumerate(GROUP_INKS):
        assert f"--group-{group}: {ink};" in tokens
