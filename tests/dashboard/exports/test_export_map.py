"""The map of a view as a file, from the real study."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from dashboard.state import INDICATORS
from tests.conftest import Client
from tests.dashboard.figures.sheets import SVG, missing_ids, read, texts

MAP = "/export/map.svg"
PLACES = "planning_region, boundary_set, municipality"
KNOWN = f"indicator, institution_type, {PLACES}, estimates, lang, wave"


def asked(client: FlaskClient, query: str = "") -> str:
    answer = client.get(f"{MAP}?{query}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "image/svg+xml"
    return answer.text


def areas(svg: str) -> dict[str, str]:
    found = (one for one in read(svg).iter(f"{SVG}use") if one.get("data-code"))
    return {one.get("data-code", ""): one.get("fill", "") for one in found}


@pytest.mark.parametrize("boundary_set", ["2009", "2021", "2025"])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_view_is_a_whole_file(
    study_client: FlaskClient, indicator: str, boundary_set: str
) -> None:
    for estimates in ("on", "off"):
        query = f"indicator={indicator}&boundary_set={boundary_set}&estimates={estimates}"
        svg = asked(study_client, query)
        assert missing_ids(svg) == set()
        assert len(areas(svg)) == {"2009": 119, "2021": 43, "2025": 42}[boundary_set]
        said = " ".join(texts(svg))
        assert f"{boundary_set}. gada robežas" in said
        assert "datu versija 2016-1" in said
        assert "Avots: Tiesībsarga pētījums, 2017 · 2016. gada aptauja" in said


def test_the_same_address_gives_the_same_bytes(study_client: FlaskClient) -> None:
    query = "indicator=ngo_awareness&municipality=LV-041&lang=en"
    assert asked(study_client, query) == asked(study_client, query)


def test_it_says_what_the_page_says(study_client: FlaskClient) -> None:
    said = " ".join(texts(asked(study_client, "planning_region=Zemgales&lang=en")))
    assert "Training" in said
    assert "all institutions · Zemgale planning region · 2009 boundaries" in said
    assert "In 6 of 22 municipalities no institution" in said.replace("\u00a0", " ")
    off = asked(study_client, "indicator=materials_availability&estimates=off&boundary_set=2021")
    assert "Aplēses ir izslēgtas." in " ".join(texts(off))
    assert "2021. gada robežas. Tievās līnijas" in " ".join(texts(off))


def test_the_selected_municipality_is_named_with_its_value(study_client: FlaskClient) -> None:
    said = " ".join(texts(asked(study_client, "municipality=LV-016")))
    assert "Bauskas novads. Nevienā no\u00a02 iestādēm" in said
    assert said.count("Bauskas novads") == 3  # the sentence, the casing and the name on the map


def test_a_region_is_at_full_strength_and_counted_alone(study_client: FlaskClient) -> None:
    svg = asked(study_client, "planning_region=Latgales")
    faded = [one for one in read(svg).iter(f"{SVG}use") if one.get("opacity") == "0.28"]
    assert len(faded) == 119 - 21
    described = read(svg).find(f"{SVG}desc")
    assert isinstance(described, ElementTree.Element)
    counts = [int(n) for n in re.findall(r": (\d+) pašvald", described.text or "")]
    assert sum(counts) == 21


def test_the_agency_has_no_map_and_the_file_says_so(study_client: FlaskClient) -> None:
    svg = asked(study_client, "institution_type=employment_agency")
    assert set(areas(svg).values()) == {"transparent"}
    assert "NVA" in " ".join(texts(svg))


def test_the_file_carries_view_and_data_version_away_in_its_name(
    study_client: FlaskClient,
) -> None:
    answer = study_client.get(f"{MAP}?municipality=LV-041&estimates=off&lang=en")
    assert answer.headers["Content-Disposition"] == (
        "attachment; "
        'filename="ricibas-karte-2016-1-training_coverage-2009-LV-041-no-estimates-en.svg"'
    )


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("view=list", f"Nezināms parametrs „view”. Atļauti: {KNOWN}."),
        ("dialect=excel&lang=en", f'Unknown parameter "dialect". Allowed: {KNOWN}.'),
        (
            "wave=1999&lang=en",
            'The parameter "wave" has the value "1999", which is not allowed. Allowed: 2016.',
        ),
        (
            "indicator=weather",
            (
                "Parametram „indicator” ir nederīga vērtība „weather”. "
                f"Atļautas: {', '.join(sorted(INDICATORS))}."
            ),
        ),
        (
            "estimates=maybe&lang=en",
            (
                'The parameter "estimates" has the value "maybe", which is not allowed. '
                "Allowed: off, on."
            ),
        ),
        ("lang=lv&lang=en", "Parametram „lang” ir nederīga vērtība „lv, en”. Atļautas: en, lv."),
        (
            "indicator=ngo_awareness&indicator=ngo_awareness",
            (
                "Parametram „indicator” ir nederīga vērtība „ngo_awareness, ngo_awareness”. "
                f"Atļautas: {', '.join(sorted(INDICATORS))}."
            ),
        ),
        (
            "planning_region=",
            (
                "Parametram „planning_region” ir nederīga vērtība „”. "
                "Atļautas: Kurzemes, Latgales, Rīgas, Vidzemes, Zemgales."
            ),
        ),
        (
            "boundary_set=<svg onload=alert(1)>&lang=en",
            (
                'The parameter "boundary_set" has the value "<svg onload=alert(1)>", '
                "which is not allowed. Allowed: 2009, 2021, 2025."
            ),
        ),
    ],
)
def test_what_is_not_understood_is_refused_in_one_sentence(
    study_client: FlaskClient, query: str, sentence: str
) -> None:
    answer = study_client.get(f"{MAP}?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text == f"{sentence}\n"


@pytest.mark.parametrize(
    "query",
    [
        "municipality=LV-999",
        "municipality=LV-112",  # since 2021
        "municipality=LV-001&boundary_set=2021",  # until 2021
        "municipality=LV-041&boundary_set=1990",
        "municipality=../../etc/passwd",
        "municipality=%00",
        "indicator=training_coverage%0d%0aX-Own:1",
        "lang=" + "x" * 5000,
    ],
)
def test_a_hostile_or_foreign_value_is_refused(study_client: FlaskClient, query: str) -> None:
    answer = study_client.get(f"{MAP}?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert "X-Own" not in answer.headers


def test_there_is_no_map_without_a_database(client: Client, tmp_path: Path) -> None:
    answer = client(tmp_path / "none.duckdb").get(MAP)
    assert answer.status_code == 503
