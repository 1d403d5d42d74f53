"""What changed between two surveys, on the pages. The newer survey is invented."""

import html
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.settings import Settings
from etl.write import opened
from tests.dashboard.page_question import WHERE, page_question

PAGE = "/compare?mode=change"


@pytest.fixture(scope="module")
def two(two_waves_database: Path) -> FlaskClient:
    """The dashboard with two waves."""
    return create_app(Settings(two_waves_database)).server.test_client()


def text(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.text.partition('<div id="first">')[2]).replace("\xa0", " ")


def tally(database: Path, where: str) -> dict[str, int]:
    """How many municipalities rose, fell, stayed, are open, cannot be compared."""
    kinds = (
        "case when reason is not null then 'none' when class is null then 'open' "
        "when class > 0 then 'grew' when class < 0 then 'shrank' else 'same' end"
    )
    with opened(database) as connection:
        rows = connection.execute(
            f"select {kinds}, count(*) from indicator_change where municipality_code <> '' "
            f"and {where} group by all"
        ).fetchall()
    return dict(rows)


def test_the_headline_counts_what_the_database_has(
    two: FlaskClient, two_waves_database: Path
) -> None:
    counts = tally(
        two_waves_database, "indicator = 'training_coverage' and institution_type = 'all'"
    )
    said = text(two, PAGE)
    assert (
        "Kopš 2016. gada iestāžu ar apmācītiem darbiniekiem īpatsvars ir pieaudzis "
        f"{counts['grew']} pašvaldībās no 42, samazinājies {counts['shrank']}, "
        f"nav mainījies {counts['same']}. {counts['open']} pašvaldībās virzienu nevar noteikt: "
        f"starpība zināma tikai robežās. {counts['none']} pašvaldībās salīdzināt nevar."
    ) in said


def test_the_lists_name_everybody_once(two: FlaskClient) -> None:
    lists = text(two, PAGE).partition('class="compare-changes is-3"')[2]
    lists = lists.partition("<details")[0]
    codes = re.findall(r'href="/municipality/(LV-\w+)"', lists)
    assert len(codes) == len(set(codes))
    # All but those that stayed the same, who are nobody's question.
    unchanged = 42 - len(codes)
    assert f"nav mainījies {unchanged}." in text(two, PAGE)


def test_a_place_of_which_only_a_part_is_compared_says_so(
    two: FlaskClient, two_waves_database: Path
) -> None:
    """ "0 no 1" of all institutions would else pass for all that the municipality has."""
    with opened(two_waves_database) as connection:
        parts = connection.execute(
            "select municipality_code, list_contains(caveats, 'part_left_out') "
            "from indicator_change where indicator = 'training_coverage' and "
            "institution_type = 'all' and municipality_code <> '' and class <> 0"
        ).fetchall()
    assert {one for _, one in parts} == {True, False}
    lists = text(two, PAGE).partition('class="compare-changes is-3"')[2]
    for code, part in parts:
        row = lists.partition(f'href="/municipality/{code}"')[2].partition("</li>")[0]
        assert ("salīdzināta tikai daļa iestāžu" in row) is part


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("indicator=identified_cases", "to iestāžu īpatsvars, kas norāda gadījumus, ir pieaudzis"),
        ("institution_type=orphans_court", "bāriņtiesu ar apmācītiem darbiniekiem īpatsvars"),
        ("institution_type=social_service", "sociālo dienestu ar apmācītiem darbiniekiem"),
        ("institution_type=employment_agency", "NVA kartē nav."),
        ("indicator=materials_availability", "nevar droši pateikt, vai iestāžu ar materiāliem"),
        ("planning_region=Zemgales", "2 pašvaldībās no 6, samazinājies 1"),
        ("lang=en", "Since 2016 the share of institutions with trained staff has risen in"),
    ],
)
def test_the_sentence_follows_the_filters(two: FlaskClient, query: str, said: str) -> None:
    assert said in text(two, f"{PAGE}&{query}")


def test_the_picture_has_a_fill_for_each_municipality_and_none_where_nothing_is_comparable(
    two: FlaskClient, two_waves_database: Path
) -> None:
    address = re.findall(r'data-picture="([^"]+change[^"]+)"', text(two, PAGE))[0]
    assert address.endswith("/2026.2025/small/change.2016.training_coverage.all.on.svg")
    drawn = two.get(address)
    assert drawn.status_code == 200
    fills = re.findall(r'data-code="(LV-\w+)" fill="([^"]+)"', drawn.text)
    assert len(fills) == 42
    with opened(two_waves_database) as connection:
        reasons = dict(
            connection.execute(
                "select municipality_code, reason from indicator_change where indicator = "
                "'training_coverage' and institution_type = 'all' and municipality_code <> ''"
            ).fetchall()
        )
    for code, fill in fills:
        reason = reasons[code]
        if reason is None:
            assert fill not in {"transparent", "url(#pic-no-answer-small)"}
        else:
            silent = reason.startswith("silent")
            assert fill == ("url(#pic-no-answer-small)" if silent else "transparent")


@pytest.mark.parametrize(
    "name",
    [
        "change.2015.training_coverage.all.on",
        "change.2016.x.all.on",
        "change.2016.training_coverage.all.maybe",
        "change.2015.training_coverage.employment_agency.on",
        "change.2016.x.employment_agency.on",
        "change",
    ],
)
def test_a_picture_of_no_change_is_not_found(two: FlaskClient, name: str) -> None:
    address = re.findall(r'data-picture="([^"]+change[^"]+)"', text(two, PAGE))[0]
    other = re.sub(r"change\..*\.svg", f"{name}.svg", address)
    assert two.get(other).status_code == 404


def test_pointing_at_a_place_tells_the_counts_or_the_reason(two: FlaskClient) -> None:
    tip = re.findall(r'data-tip="({.*?})" ?>', text(two, PAGE), re.DOTALL)
    own = json.loads(tip[0])["own"] if tip else _own(two)
    assert own["LV-016"][0] == "Bauskas novads"
    assert len(own) == 42
    assert any("2016: " in lines[1] for lines in own.values())
    assert any("Nevar salīdzināt: " in lines[1] for lines in own.values())


def _own(client: FlaskClient) -> dict[str, list[str]]:
    page = client.get(PAGE).text
    found = re.search(r'data-tip="([^"]+)"', page)
    assert found
    told: dict[str, list[str]] = json.loads(html.unescape(found[1]).replace("\xa0", " "))["own"]
    return told


def test_a_chosen_place_is_told_type_by_type(two: FlaskClient) -> None:
    said = text(two, f"{PAGE}&municipality=LV-062")
    assert "<strong>Bāriņtiesas. </strong>" in said
    assert "<strong>Sociālie dienesti. </strong>" in said


def test_without_estimates_nothing_rests_on_one(two: FlaskClient) -> None:
    on = text(two, f"{PAGE}&indicator=materials_availability")
    off = text(two, f"{PAGE}&indicator=materials_availability&estimates=off")
    assert "0–" in on
    assert "aplēses ir izslēgtas" in off
    assert "0–" not in off.partition("is-3")[2].partition("<details")[0]


def test_the_older_wave_has_nothing_before_it_and_one_wave_has_no_such_map(
    two: FlaskClient, study_database: Path
) -> None:
    assert "Izmaiņas</a>" not in text(two, "/compare?wave=2016")
    alone = create_app(Settings(study_database)).server.test_client()
    assert "mode=change" not in text(alone, "/compare")
    assert "„change”" in text(alone, PAGE)  # an address from elsewhere is told, not followed


def test_an_earlier_wave_that_is_none_falls_to_the_newest_before(two: FlaskClient) -> None:
    assert "„1999”" in text(two, f"{PAGE}&since=1999")
    assert "Kopš 2016. gada" in text(two, f"{PAGE}&since=1999")


def test_the_files_hold_both_waves_in_the_boundaries_shown(two: FlaskClient) -> None:
    address = re.findall(r'href="(/export/indicators\.csv[^"]+analysis[^"]*)"', text(two, PAGE))[0]
    rows = two.get(address).text.splitlines()[1:]
    assert {row.split(",")[0] for row in rows} == {"2016", "2026"}
    assert {row.split(",")[3] for row in rows} == {"2025"}


@pytest.mark.parametrize("query", ["indicator=training_coverage", "wave=2016&wave=2026"])
def test_the_table_is_sorted_by_what_changed_and_ranges_stand_last(
    two: FlaskClient, query: str
) -> None:
    def changes(order: str) -> list[float | str]:
        """What each row is sorted by, page by page."""
        found: list[float | str] = []
        total = 1
        while len(found) < total:
            data = two.get(f"/table/rows.json?{query}&sort={order}&row={len(found) + 1}").json
            assert data is not None
            total = data["total"]
            at = [column["key"] for column in data["columns"]].index("change")
            cells = [data["cells"][line[at]] for line in data["rows"]]
            found += [cell["sort"] if isinstance(cell, dict) else cell for cell in cells]
        return found

    for order, down in (("change", False), ("-change", True)):
        found = changes(order)
        known = [one for one in found if one != ""]
        assert len(known) > 40
        assert min(known) < 0 < max(known)
        assert found[: len(known)] == sorted(known, key=float, reverse=down)
        assert "" in found


def test_the_table_has_a_column_of_changes_with_a_wave_before(two: FlaskClient) -> None:
    def columns(address: str) -> list[str]:
        edition = two.application.config  # the page's rows are in its store
        assert edition is not None
        answer = two.post(WHERE, json=page_question("/table", address))
        assert answer.status_code == 200, answer.text
        return re.findall(r'"key": ?"(\w+)"', answer.text)

    assert "change" in columns("?wave=2026")
    assert "change" not in columns("?wave=2016")
    assert "change" not in columns("?wave=2026&rows=answers")


def test_a_profile_tells_what_changed_and_leads_to_the_map(two: FlaskClient) -> None:
    newer, older = text(two, "/municipality/LV-062"), text(two, "/municipality/LV-062?wave=2016")
    assert "Kas mainījies kopš 2016. gada" in newer
    assert '/compare?municipality=LV-062&mode=change"' in newer
    assert "Kas mainījies kopš" not in older


def test_a_profile_of_newer_boundaries_tells_of_all_reforms(two: FlaskClient) -> None:
    """Mārupes novads was joined with Babītes novads, whatever year the survey is of."""
    assert "Babītes novads" in text(two, "/municipality/LV-062")
    assert "nav ne apvienota, ne sadalīta" not in text(two, "/municipality/LV-062")


def test_branches_that_answered_differently_are_not_said_to_be_alike(two: FlaskClient) -> None:
    newer, older = text(two, "/municipality/LV-062"), text(two, "/municipality/LV-062?wave=2016")
    assert "sniedza vienādas atbildes" in older
    assert "sniedza vienādas atbildes" not in newer
    assert "iena atbilde visām filiālēm" not in newer


def test_the_edition_reads_changes_once(two_waves_database: Path) -> None:
    edition = Database(two_waves_database).edition()
    assert edition.rows("changes", {"wave": "2026", "boundary_set": "2025"})
    assert edition.rows("changes", {"wave": "2016", "boundary_set": "2025"}) == []
