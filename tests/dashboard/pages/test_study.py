"""The study page loses no chapter, no figure and no statement; a profile has those of its place."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.database import Database, Edition
from dashboard.i18n.translate import LANGUAGES
from dashboard.records import Statement
from dashboard.routes import page_at
from etl.write import opened
from tests.dashboard.components.trees import grown, nodes, plain, text, with_class

MATERIALS = "materials_availability"


@pytest.fixture(scope="module")
def study(study_database: Path) -> Database:
    return Database(study_database)


def tree(database: Database, address: str) -> list[dict[str, Any]]:
    """A page as the browser gets it."""
    path, _, query = address.partition("?")
    return [grown(plain(part)) for part in page_at(database, path, query)]  # type: ignore[arg-type]


def listed(page: Any, kind: str) -> list[dict[str, Any]]:
    """The rows of all lists of a kind, as a reader has them."""
    if kind == "figures":
        return [figure_row(node) for node in with_class(page, "figure-row")]
    return [statement_row(node) for node in with_class(page, "statement")]


def said(node: Any, name: str) -> str:
    """The text of the one part with a class name, "" without it."""
    found = with_class(node, name)
    assert len(found) < 2
    return "".join(text(one) for one in found)


def figure_row(node: dict[str, Any]) -> dict[str, Any]:
    fills = with_class(node, "figure-fill")
    width = fills[0]["props"]["style"].removeprefix("width: ").removesuffix("%") if fills else ""
    bar = " ".join(one["props"]["className"] for one in with_class(node, "figure-bar"))
    return {
        "ids": [int(number) for number in node["props"]["data-totals"].split()],
        "share": float(width) / 100 if width else None,
        "indicator": bar.partition("of-")[2],
        "about": bool(fills) and "is-about" in fills[0]["props"]["className"],
        **{part: said(node, f"figure-{part}") for part in ("label", "text", "source", "quote")},
    }


def statement_row(node: dict[str, Any]) -> dict[str, Any]:
    owner = [one for who in with_class(node, "statement-who") for one in nodes(who)]
    links = [one["props"]["href"] for one in owner if one["type"] == "a"]
    place = said(node, "statement-place")
    words = [one for one in nodes(node) if one["type"] == "p" and not one["props"]["className"]]
    return {
        "number": int(node["props"]["data-statement"]),
        "href": links[0] if links else "",
        "who": said(node, "statement-who").removesuffix(place),
        "place": place,
        "text": text(words),
        "source": said(node, "source-link"),
        "quote": said(node, "statement-quote"),
    }


def figures(page: Any) -> list[int]:
    return sorted(number for row in listed(page, "figures") for number in row["ids"])


def told(page: Any) -> list[int]:
    return sorted(row["number"] for row in listed(page, "statements"))


def all_ids(path: Path, table: str, column: str) -> list[int]:
    with opened(path) as connection:
        return [n for (n,) in connection.table(table).select(column).order(column).fetchall()]


def statements(edition: Edition, boundary_set: str = "2009") -> list[Statement]:
    own = {"wave": edition.rows("waves")[0]["wave"], "boundary_set": boundary_set, "lang": "lv"}
    return [Statement(**row) for row in edition.rows("statements", own)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("database", ["study_database", "small_database"])
def test_every_printed_figure_and_every_statement_stands_once_on_the_page(
    request: pytest.FixtureRequest, database: str, lang: str
) -> None:
    path = request.getfixturevalue(database)
    page = tree(Database(path), f"/study?lang={lang}")
    assert figures(page) == all_ids(path, "published_total", "total_id")
    assert told(page) == all_ids(path, "statement", "statement_id")


def test_every_figure_and_statement_has_its_words_and_its_source(study: Database) -> None:
    page = tree(study, "/study")
    for row in listed(page, "figures"):
        assert all(row[part].strip() for part in ("label", "text", "source")), row
    for row in listed(page, "statements"):
        assert all(row[part].strip() for part in ("text", "source", "quote")), row


def figure(page: Any, total_id: int) -> dict[str, Any]:
    (row,) = (row for row in listed(page, "figures") if total_id in row["ids"])
    return row


def total(path: Path, **where: str) -> int:
    condition = " and ".join(f"{column} = '{value}'" for column, value in where.items())
    with opened(path) as connection:
        rows = connection.table("published_total").filter(condition).order("total_id")
        return int(rows.select("total_id").fetchall()[0][0])


@pytest.mark.parametrize(
    ("where", "shown", "indicator"),
    [
        (("social_service", "case_experience", "yes"), "13 no 104", "identified_cases"),
        (("orphans_court", "client_materials", "yes"), "15 % no 126", MATERIALS),
        (("social_service", "client_materials", "yes"), "aptuveni 35 % no 104", MATERIALS),
        (("social_service", "support_contact", "drosa_maja"), "55 % no 104", ""),
        (("orphans_court", "training", "not_trained+planned"), "46 % no 126", ""),
        (("orphans_court", "cooperation", "no"), "115 no 126 (91 %)", ""),
        (("orphans_court", "client_education", "not_our_competence"), "8 no 39", ""),
    ],
)  # fmt: skip
def test_a_bar_has_the_indicators_colour_only_where_it_is_that_indicator(
    study: Database, study_database: Path, where: tuple[str, str, str], shown: str, indicator: str
) -> None:
    names = ("institution_type", "question", "category")
    number = total(study_database, **dict(zip(names, where, strict=True)))
    row = figure(tree(study, "/study"), number)
    assert row["text"].replace("\N{NO-BREAK SPACE}", " ") == shown
    assert row["indicator"] == indicator
    assert row["about"] == shown.startswith("aptuveni")
    assert 0 < row["share"] < 1


def test_officially_identified_victims_are_told_apart_from_reported_cases(
    study: Database, study_database: Path
) -> None:
    page = tree(study, "/study")
    for year, victims in (("2014", "34"), ("2015", "12"), ("2016", "17")):
        row = figure(page, total(study_database, category=f"identified_{year}"))
        assert (row["label"], row["text"]) == (f"{year}. gadā", victims)
        assert row["indicator"] == ""
    (block,) = (
        b for b in with_class(page, "study-question") if "Oficiāli identificētie" in text(b)
    )
    assert "nevar salīdzināt" in text(block)
    assert "iestāžu norādītie gadījumi" in text(block)


def test_a_figure_whose_meaning_is_not_known_is_no_share_of_anything(
    study: Database, study_database: Path
) -> None:
    row = figure(tree(study, "/study"), total(study_database, category="chart_label_unclear"))
    assert row["share"] is None
    assert "nav nosakāms" in row["label"]


def test_what_is_not_published_is_said_question_by_question(study: Database) -> None:
    page = tree(study, "/study")
    missing = {
        text(with_class(block, "study-question")[0]["props"]["children"][0]): text(note)
        for block in with_class(page, "study-question")
        for note in with_class(block, "study-unpublished")
    }
    told_of = {head: one.replace("\N{NO-BREAK SPACE}", " ") for head, one in missing.items()}
    materials = "Vai klientiem pieejami bukleti, plakāti vai citi informatīvie materiāli"
    assert told_of[materials] == (
        "Pētījums nenosauc visu iestāžu atbildes uz šo jautājumu. Nosauktas: bāriņtiesas – 0 no "
        "126; sociālie dienesti – 1 no 104; NVA filiāles – 0 no 26. "
        "Kopskaits nav publicēts: NVA filiāles."
    )
    complete = ("Vai iestāde atbildēja uz aptauju", "Vai iestāde ir saskārusies")
    assert not [head for head in told_of if head.startswith(complete)]


def test_a_choice_shows_exactly_the_statements_asked_for(study: Database) -> None:
    edition = study.edition()
    rows = statements(edition)
    own = {"wave": "2016", "boundary_set": "2009"}
    regions = {m["code"]: m["planning_region"] for m in edition.rows("municipalities", own)}
    for query, wanted in {
        "theme=good_practice": [r for r in rows if r.theme == "good_practice"],
        "institution_type=orphans_court": [
            r for r in rows if r.institution_type == "orphans_court"
        ],
        "planning_region=Kurzemes": [r for r in rows if regions.get(r.code) == "Kurzemes"],
        "theme=causes&planning_region=Zemgales&institution_type=employment_agency": [],
    }.items():
        page = tree(study, f"/study?{query}")
        assert figures(page) == []
        assert told(page) == [row.statement_id for row in wanted], query
        assert f"{len(wanted)} no {len(rows)}" in text(page).replace("\N{NO-BREAK SPACE}", " ")
        assert ("neatbilst neviens izteikums" in text(page)) == (not wanted)


def test_a_statement_leads_to_the_profile_where_it_stands_too(study: Database) -> None:
    shown = {row["number"]: row for row in listed(tree(study, "/study"), "statements")}
    there: dict[str, list[int]] = {}
    for row in statements(study.edition()):
        address = f"/municipality/{row.code}" if row.code else ""
        assert shown[row.statement_id]["href"] == address
        if address:
            there.setdefault(address, []).append(row.statement_id)
    assert len(there) > 20
    for address, numbers in there.items():
        assert told(tree(study, address)) == numbers


def test_who_and_where_are_said_as_far_as_they_are_known(study: Database) -> None:
    for lang, court, place in (
        ("lv", "Skrudalienas bāriņtiesa", "Daugavpils novads, Latgales plānošanas reģions"),
        ("en", "Skrudalienas orphans' court", "Daugavpils novads, Latgale planning region"),
    ):
        rows = listed(tree(study, f"/study?lang={lang}&theme=good_practice"), "statements")
        (school,) = (row for row in rows if "trīs bāriņtiesas darbības" in row["quote"])
        assert (school["who"], school["place"]) == (court, place)


def test_an_old_place_is_named_beside_its_institution_within_new_boundaries(
    study: Database,
) -> None:
    rows = listed(tree(study, "/study?boundary_set=2021&theme=suspicion"), "statements")
    (row,) = (row for row in rows if row["who"] == "Ķeguma novada bāriņtiesa")
    assert row["place"] == "Ogres novads, Rīgas plānošanas reģions"
    assert row["href"] == "/municipality/LV-067?boundary_set=2021"


@pytest.mark.parametrize("boundary_set", ["2009", "2021", "2025"])
def test_profiles_have_each_placed_statement_once_in_every_boundary_set(
    small_database: Path, boundary_set: str
) -> None:
    database = Database(small_database)
    edition = database.edition()
    own = {"wave": "2020", "boundary_set": boundary_set}
    found = [
        number
        for row in edition.rows("municipalities", own)
        for number in told(
            tree(database, f"/municipality/{row['code']}?boundary_set={boundary_set}")
        )
    ]
    placed = [row.statement_id for row in statements(edition, boundary_set) if row.code]
    assert sorted(found) == placed == [2, 3, 4, 5]


def test_a_statement_moves_whole_with_the_seat(small_database: Path) -> None:
    """Inčukalns was split in 2021; its seat went to Sigulda."""
    codes = {
        boundary_set: {
            row.statement_id: row.code
            for row in statements(Database(small_database).edition(), boundary_set)
        }
        for boundary_set in ("2009", "2021")
    }
    assert [codes["2009"][n] for n in (3, 4)] == ["LV-037", "LV-037"]
    assert [codes["2021"][n] for n in (3, 4)] == ["LV-091", "LV-091"]


def test_a_place_without_statements_has_no_empty_section(study: Database) -> None:
    places = {row.code for row in statements(study.edition())}
    own = {"wave": "2016", "boundary_set": "2009"}
    silent = next(
        r["code"] for r in study.edition().rows("municipalities", own) if r["code"] not in places
    )
    assert with_class(tree(study, f"/municipality/{silent}"), "place-statements") == []


def test_the_way_to_the_publisher_is_marked_as_leaving_and_not_made_up(
    study: Database, small_database: Path
) -> None:
    for lang, mark in (("lv", "ārēja saite"), ("en", "external link")):
        page = tree(study, f"/study?lang={lang}")
        (link,) = (n for n in nodes(page) if "external" in str(n["props"].get("rel", "")))
        assert link["props"]["href"] == study.edition().rows("waves")[0]["source_url"]
        assert f"({mark}, www.tiesibsargs.lv)" in text(link)
    there = tree(Database(small_database), "/study")
    assert not [n for n in nodes(there) if n["props"].get("rel")]
