"""The package is a Data Package: an independent validator and a careful reader agree."""

import csv
import hashlib
import io
import json
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from frictionless import validate

from dashboard.exports.extract import TABLES
from tests.conftest import STUDY_2016
from tests.dashboard.exports.saved import save

ASKED = "planning_region=Zemgales&boundary_set=2021&lang=en"


@pytest.fixture(
    scope="module", params=["", ASKED, "area=region&indicator=ngo_awareness&evidence=estimated"]
)
def asked(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def unpacked(
    study_client: FlaskClient, tmp_path_factory: pytest.TempPathFactory, asked: str
) -> Path:
    folder = tmp_path_factory.mktemp("package")
    path = save(study_client, f"/export/package.zip?{asked}", folder)
    assert path.name == "ricibas-karte-2016-1-package.zip"
    with ZipFile(path) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def described(unpacked: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((unpacked / "datapackage.json").read_text("utf-8"))
    return found


def test_an_independent_validator_finds_no_fault(unpacked: Path) -> None:
    report = validate(str(unpacked / "datapackage.json"))
    assert report.flatten(["rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == len(TABLES) + 1


def test_the_validator_finds_a_fault_where_there_is_one(unpacked: Path, tmp_path: Path) -> None:
    for path in unpacked.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    faulty = tmp_path / "statements.csv"
    faulty.write_bytes(faulty.read_bytes().replace(b"\n2016,", b"\n,", 1))
    assert not validate(str(tmp_path / "datapackage.json")).valid


def test_the_files_are_those_of_the_other_addresses(
    study_client: FlaskClient, unpacked: Path, described: dict[str, Any], asked: str
) -> None:
    for table in TABLES:
        places = {"planning_region", "boundary_set"} if table != "published_totals" else set()
        known = {"lang", *places, *OWN[table]}
        query = "&".join(one for one in asked.split("&") if one.partition("=")[0] in known)
        expected = study_client.get(f"/export/{table}.csv?{query}").data
        if table == "answers" and "estimated" in asked:  # no answer is an estimate
            expected = expected.partition(b"\n")[0] + b"\n"
        assert (unpacked / f"{table}.csv").read_bytes() == expected
    for resource in described["resources"]:
        content = (unpacked / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


OWN = {
    "answers": ["question"],
    "indicators": ["indicator", "area", "evidence"],
    "statements": ["theme"],
    "published_totals": ["question"],
}


def test_evidence_and_missing_values_are_labelled_in_both_languages(
    described: dict[str, Any],
) -> None:
    schemas = {one["name"]: one["schema"] for one in described["resources"]}
    for table in TABLES:
        (missing,) = schemas[table]["missingValues"]
        assert missing["value"] == ""
        assert missing["label"].startswith("Tukšs lauks")
        assert "Empty" in missing["label"]
    (evidence,) = (f for f in schemas["indicators"]["fields"] if f["name"] == "evidence")
    labels = {one["value"]: one["label"] for one in evidence["categories"]}
    assert next(iter(labels)) == "named"
    assert labels["no_answer"].startswith("Nav atbildes. ")
    assert " / No answer. " in labels["no_answer"]


def test_it_says_where_it_is_from_and_how_to_cite_it(
    unpacked: Path, described: dict[str, Any], asked: str
) -> None:
    assert described["$schema"].endswith("/2.0/datapackage.json")
    assert described["version"] == "2016-1"
    assert described["licenses"][0]["name"] == "MIT"
    assert "2017" in described["sources"][0]["title"]
    wave = tomllib.loads((STUDY_2016 / "wave.toml").read_text("utf-8"))
    assert described["sources"][0]["path"] == wave["source_url"]
    assert described["query"].startswith("/export/package.zip?")
    assert all(part in described["query"] for part in asked.split("&"))
    readme = (unpacked / "README.md").read_text("utf-8")
    assert readme.count(described["query"]) == 4  # citation and link, in two languages
    assert described["citation"] in readme
    first, second = ("# Response map", "# Rīcības karte")[:: 1 if "lang=en" in asked else -1]
    assert readme.startswith(first)
    assert second in readme


def test_every_code_in_the_files_has_its_name(unpacked: Path) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        text = (unpacked / f"{name}.csv").read_text("utf-8")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    named = {(row["column"], row["of"], row["code"]) for row in rows("labels")}
    assert all(row["label_lv"] and row["label_en"] for row in rows("labels"))
    for row in rows("answers"):
        assert ("answer", row["question"], row["answer"]) in named
    for table in TABLES:
        for row in rows(table):
            for column in {"question", "indicator", "theme", "evidence"} & set(row):
                assert (column, "", row[column]) in named
            if row["institution_type"]:
                assert ("institution_type", "", row["institution_type"]) in named
