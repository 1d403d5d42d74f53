"""Settings come from the environment; a wrong one is told with its name, value and remedy."""

from pathlib import Path

import pytest

from dashboard.settings import LoadSettings, SettingRefused, Settings, read_settings

DEFAULTS = Settings(Path("build/ricibas_karte.duckdb"), "127.0.0.1", 8050, 2)


@pytest.mark.parametrize(
    "environment", [{}, {"PORT": "", "HOST": "", "WORKERS": "", "RICIBAS_KARTE_DB": ""}]
)
def test_what_is_not_set_or_empty_has_its_default(environment: dict[str, str]) -> None:
    assert read_settings(environment) == DEFAULTS


def test_every_setting_is_read_from_the_environment() -> None:
    environment = {
        "RICIBAS_KARTE_DB": "/data/x.duckdb",
        "HOST": "0.0.0.0",
        "PORT": "80",
        "WORKERS": "64",
        "RICIBAS_KARTE_URL": "https://karte.example/",
        "RICIBAS_KARTE_CONTACT": "karte@example.org",
    }
    assert read_settings(environment) == Settings(
        Path("/data/x.duckdb"), "0.0.0.0", 80, 64, "https://karte.example", "karte@example.org"
    )


@pytest.mark.parametrize(
    "value",
    ["karte.example", "ftp://karte.example", "https://karte.example/sub", 'https://a"><b>', "//a"],
)
def test_an_address_that_is_no_site_is_refused(value: str) -> None:
    with pytest.raises(SettingRefused, match=r"^RICIBAS_KARTE_URL is “.*https://karte.example"):
        read_settings({"RICIBAS_KARTE_URL": value})


@pytest.mark.parametrize("value", ["karte", "karte@", '"><b>@x', "a b@example.org", "a@b?cc=c@d"])
def test_a_contact_that_is_no_mail_address_is_refused(value: str) -> None:
    with pytest.raises(SettingRefused, match=r"^RICIBAS_KARTE_CONTACT is “"):
        read_settings({"RICIBAS_KARTE_CONTACT": value})


@pytest.mark.parametrize("value", ["0", "65536", "-1", "80.5", "http", " 80"])
def test_a_port_that_is_none_is_refused(value: str) -> None:
    told = f"PORT is “{value}”: the port that the server listens on. Use a number from 1 to 65535."
    with pytest.raises(SettingRefused) as refusal:
        read_settings({"PORT": value})
    assert str(refusal.value) == told


def test_too_many_workers_are_refused() -> None:
    with pytest.raises(SettingRefused, match=r"WORKERS is “65”.* from 1 to 64\."):
        read_settings({"WORKERS": "65"})


LOAD = "RICIBAS_KARTE_LOAD"


def test_the_office_has_no_page_without_a_folder() -> None:
    assert read_settings({f"{LOAD}_TOKEN": "t" * 32}).load is None


def test_the_office_is_known_by_header_or_token() -> None:
    header = {LOAD: "/loads", f"{LOAD}_USER_HEADER": "X-Remote-User"}
    options = {f"{LOAD}_OPTIONS": "--survey 2016 --survey '/a b'"}
    assert read_settings(header | options).load == LoadSettings(
        Path("/loads"), "X-Remote-User", "", ("--survey", "2016", "--survey", "/a b")
    )
    token = read_settings({LOAD: "/loads", f"{LOAD}_TOKEN": "t" * 32}).load
    assert token == LoadSettings(Path("/loads"), "", "t" * 32)
    assert "ttt" not in repr(token)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, f"{LOAD} is “/loads”.*{LOAD}_USER_HEADER or {LOAD}_TOKEN"),
        ({"_USER_HEADER": "X-User", "_TOKEN": "t" * 32}, "one of the two"),
        ({"_USER_HEADER": "X_User"}, f"{LOAD}_USER_HEADER is “X_User”.*with hyphens"),
        ({"_TOKEN": "short"}, f"{LOAD}_TOKEN has 5 characters.*at least 32"),
        ({"_TOKEN": "t" * 32, "_OPTIONS": "'a"}, f"{LOAD}_OPTIONS is “'a”.*quotes"),
    ],
)
def test_an_office_that_cannot_know_its_people_is_refused(given: dict[str, str], told: str) -> None:
    named = {f"{LOAD}{ending}": value for ending, value in given.items()}
    with pytest.raises(SettingRefused, match=told) as refusal:
        read_settings({LOAD: "/loads"} | named)
    assert "short" not in str(refusal.value)
