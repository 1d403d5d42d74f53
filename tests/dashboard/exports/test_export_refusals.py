"""What an address asks for and cannot have is refused: parameter, value, what is allowed."""

import pytest
from flask.testing import FlaskClient

ANSWERS, INDICATORS = "/export/answers.csv", "/export/indicators.csv"
SHARED = "wave, institution_type, planning_region, municipality, boundary_set, evidence"
TYPES = "employment_agency, orphans_court, social_service"
REGIONS = "Kurzemes, Latgales, Rīgas, Vidzemes, Zemgales"
EVIDENCE = "derived, estimated, named, no_answer, not_published, reported, suppressed"
ANSWERED = "derived, named, no_answer, reported, suppressed"
SETS = "2009, 2021, 2025"

UNKNOWN_PARAMETERS = [
    (ANSWERS, "colour=red", "colour", f"{SHARED}, question, lang, dialect"),
    (INDICATORS, "colour=red", "colour", f"{SHARED}, indicator, area, lang, dialect"),
    (ANSWERS, "indicator=training_coverage", "indicator", f"{SHARED}, question, lang, dialect"),
    (INDICATORS, "question=training", "question", f"{SHARED}, indicator, area, lang, dialect"),
    (ANSWERS, "area=region", "area", f"{SHARED}, question, lang, dialect"),
    (ANSWERS, "Wave=2016", "Wave", f"{SHARED}, question, lang, dialect"),
    (INDICATORS, "estimates=off", "estimates", f"{SHARED}, indicator, area, lang, dialect"),
]
BAD_VALUES = [
    (ANSWERS, "wave=2015", "wave", "2015", "2016"),
    (ANSWERS, "wave=", "wave", "", "2016"),
    (ANSWERS, "institution_type=court", "institution_type", "court", TYPES),
    (ANSWERS, "institution_type=all", "institution_type", "all", TYPES),
    (INDICATORS, "institution_type=every", "institution_type", "every", f"all, {TYPES}"),
    (ANSWERS, "planning_region=Zemgale", "planning_region", "Zemgale", REGIONS),
    (INDICATORS, "planning_region=Zemgales&planning_region=x", "planning_region", "x", REGIONS),
    (ANSWERS, "boundary_set=1990", "boundary_set", "1990", SETS),
    (ANSWERS, "evidence=guessed", "evidence", "guessed", ANSWERED),
    (ANSWERS, "evidence=estimated", "evidence", "estimated", ANSWERED),
    (ANSWERS, "evidence=named&evidence=not_published", "evidence", "not_published", ANSWERED),
    (INDICATORS, "evidence=NAMED", "evidence", "NAMED", EVIDENCE),
    (INDICATORS, "area=parish", "area", "parish", "country, municipality, region"),
    (ANSWERS, "dialect=tsv", "dialect", "tsv", "analysis, excel"),
    (ANSWERS, "dialect=excel&dialect=analysis", "dialect", "excel, analysis", "analysis, excel"),
    (ANSWERS, "lang=de", "lang", "de", "en, lv"),
    (ANSWERS, "lang=lv&lang=en", "lang", "lv, en", "en, lv"),
]


@pytest.mark.parametrize(("address", "query", "parameter", "allowed"), UNKNOWN_PARAMETERS)
def test_an_unknown_or_inapplicable_parameter_is_refused_with_those_that_there_are(
    study_client: FlaskClient, address: str, query: str, parameter: str, allowed: str
) -> None:
    answer = study_client.get(f"{address}?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text == f"Nezināms parametrs „{parameter}”. Atļauti: {allowed}.\n"
    english = study_client.get(f"{address}?{query}&lang=en")
    assert english.text == f'Unknown parameter "{parameter}". Allowed: {allowed}.\n'


@pytest.mark.parametrize(
    ("asked", "parameter", "value", "allowed"),
    [(f"{address}?{query}", *told) for address, query, *told in BAD_VALUES],
)
def test_a_value_that_is_not_allowed_is_refused_with_those_that_are(
    study_client: FlaskClient, asked: str, parameter: str, value: str, allowed: str
) -> None:
    answer = study_client.get(asked)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert answer.text == (
        f"Parametram „{parameter}” ir nederīga vērtība „{value}”. Atļautas: {allowed}.\n"
    )


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("municipality=LV-999", "LV-999"),
        ("municipality=Aglonas novads", "Aglonas novads"),
        ("municipality=LV-112", "LV-112"),  # Dienvidkurzemes novads: since 2021
        ("municipality=LV-001&boundary_set=2021", "LV-001"),  # Aglonas novads: until 2021
        ("municipality=LV-102&boundary_set=2025", "LV-102"),  # Varakļānu novads: until 2025
        ("municipality=LV-041&municipality=LV-998", "LV-998"),
    ],
)
@pytest.mark.parametrize("address", [ANSWERS, INDICATORS])
def test_a_municipality_is_a_code_of_the_chosen_boundary_set(
    study_client: FlaskClient, address: str, query: str, value: str
) -> None:
    answer = study_client.get(f"{address}?{query}&lang=en")
    assert answer.status_code == 400
    assert f'"municipality" has the value "{value}"' in answer.text
    codes = answer.text.partition("Allowed: ")[2].rstrip(".\n").split(", ")
    newer = {"2021": 43, "2025": 42}
    asked = next((units for name, units in newer.items() if f"={name}" in query), 119)
    assert (len(codes), codes) == (asked, sorted(codes))


def test_a_code_of_either_of_two_chosen_sets_is_taken(study_client: FlaskClient) -> None:
    sets = "boundary_set=2009&boundary_set=2021"
    for code in ("LV-001", "LV-112"):
        answer = study_client.get(f"{INDICATORS}?{sets}&municipality={code}")
        assert answer.status_code == 200
        assert answer.text.count(f",{code},") == 15


def test_the_fault_that_stands_first_is_told_and_nothing_is_sent(
    study_client: FlaskClient,
) -> None:
    answer = study_client.get(f"{ANSWERS}?wave=2016&evidence=x&colour=red")
    assert answer.status_code == 400
    assert "„evidence”" in answer.text
    assert "wave,institution_id" not in answer.text
