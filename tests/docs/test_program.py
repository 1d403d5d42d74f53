"""What of the program is documented exists, and what exists is documented."""

import json
import re
from pathlib import Path
from typing import get_args

from flask.testing import FlaskClient

from dashboard.cli_parser import parser
from dashboard.settings import NAMES, LoadSettings, Settings
from etl import survey_format
from etl.build import ROOT, read_indicators
from etl.labels import code_labels
from tests.docs.markdown import FORMAT, OPERATIONS, PAGES, README, section, table, tables


def test_every_setting_is_documented_with_its_default() -> None:
    default = Settings()
    documented = {row["name"]: row["default"] for row in table(OPERATIONS, "Environment")}
    assert documented == {
        "RICIBAS_KARTE_DB": str(default.database),
        "HOST": default.host,
        "PORT": str(default.port),
        "WORKERS": str(default.workers),
        "RICIBAS_KARTE_URL": default.site,
        "RICIBAS_KARTE_CONTACT": default.contact,
        "RICIBAS_KARTE_LOAD": "",
        "RICIBAS_KARTE_LOAD_USER_HEADER": LoadSettings(Path()).user_header,
        "RICIBAS_KARTE_LOAD_TOKEN": LoadSettings(Path()).token,
        "RICIBAS_KARTE_LOAD_OPTIONS": " ".join(LoadSettings(Path()).options),
    }
    assert set(documented) == set(NAMES)


def test_every_command_and_option_is_documented() -> None:
    (subparsers,) = (a for a in parser("en")._actions if isinstance(a.choices, dict))
    documented = [row["command"].split()[-1] for row in table(OPERATIONS, "Commands")]
    assert documented == list(subparsers.choices)
    options = {
        option
        for command in subparsers.choices.values()
        for action in command._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    }
    assert set(re.findall(r"`(--[a-z-]+)", section(OPERATIONS, "Commands"))) == options


def test_what_healthz_says_is_documented(study_client: FlaskClient) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", section(OPERATIONS, "/healthz"), re.DOTALL)
    assert set(json.loads(example)) == set(study_client.get("/healthz").get_json())


def test_every_target_of_the_makefile_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE)
    rows = table(ROOT / "CONTRIBUTING.md", "Set up and check")
    assert sorted(row["target"].removeprefix("make ") for row in rows) == sorted(targets)


def test_every_target_named_in_a_page_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {
        name
        for path in PAGES
        for name in re.findall(r"[`\n]make ([a-z-]+)", path.read_text("utf-8"))
    }
    assert named - targets == set()


def test_every_kind_of_evidence_is_documented_strongest_first() -> None:
    documented = [row["evidence"] for row in table(README, "How far to trust it")]
    assert documented == list(code_labels()["evidence"])


def test_every_indicator_is_documented() -> None:
    indicators = read_indicators()
    names = [row["indicator"] for row in indicators]
    known = table(README, "What is known of 2016, and what is estimated")
    assert [row["indicator"] for row in known] == names
    used = {
        r["indicator"]: (r["question"], r["answers that count"])
        for r in table(FORMAT, "Survey format")
    }
    assert used == {
        row["indicator"]: (row["question"], ", ".join(row["numerator_answers"]))
        for row in indicators
    }


def test_every_caveat_is_documented() -> None:
    documented = {row["caveat"] for row in table(FORMAT, "Sources and caveats")}
    assert documented == set(code_labels()["caveat"])


def test_every_theme_of_a_statement_is_documented() -> None:
    documented = [row["theme"] for row in list(tables(section(FORMAT, "statements.csv")))[1]]
    assert documented == list(code_labels()["statement_theme"])
    assert documented == list(get_args(survey_format.StatementTheme))
