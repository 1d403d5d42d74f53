"""Settings: the environment, read once. Each has a name, a default and a sentence of help."""

import os
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.origin import ORIGIN

HELP = {
    "RICIBAS_KARTE_DB": "the database file that is built and served",
    "HOST": "the address that the server listens on",
    "PORT": "the port that the server listens on",
    "WORKERS": "the number of server processes",
    "RICIBAS_KARTE_URL": "the address under which visitors reach the site",
    "RICIBAS_KARTE_CONTACT": "the mail address that errors are reported to, shown on every page",
    "RICIBAS_KARTE_LOAD": "the folder that the office's page /load keeps its files in",
    "RICIBAS_KARTE_LOAD_USER_HEADER": "the header in which the proxy names who uses /load",
    "RICIBAS_KARTE_LOAD_TOKEN": "the secret that lets somebody use /load",
    "RICIBAS_KARTE_LOAD_OPTIONS": "the options with which /load builds",
}


# Only what an address must have: it goes into a mailto: link and into the page.
MAIL = re.compile(r"[^\s@<>\"'&?]+@[^\s@<>\"'&?]+")

HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
SHORTEST_TOKEN = 32  # characters: it is not to be guessed


class SettingRefused(ValueError):  # noqa: N818 - says what happened
    """A setting has a value that cannot be used; the message names setting, value and remedy."""


@dataclass(frozen=True, slots=True)
class LoadSettings:
    """The office's page: where it keeps its files, and whom it lets in by one of two ways."""

    folder: Path
    user_header: str = ""
    token: str = field(default="", repr=False)
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program is told from outside."""

    database: Path = Path("build/ricibas_karte.duckdb")
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    site: str = ""  # none: each request tells it
    contact: str = ""  # none: a report is copied, for its writer to send
    load: LoadSettings | None = None  # none: there is no such page


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process.

    Raises:
        SettingRefused: PORT or WORKERS is not a whole number of the right size,
            RICIBAS_KARTE_URL is no address of a site, RICIBAS_KARTE_CONTACT no mail address, or
            RICIBAS_KARTE_LOAD does not say by what the page knows its people.
    """
    default = Settings()
    return Settings(
        database=Path(environment.get("RICIBAS_KARTE_DB") or default.database),
        host=environment.get("HOST") or default.host,
        port=_number(environment, "PORT", default.port, 65535),
        workers=_number(environment, "WORKERS", default.workers, 64),
        site=_site(environment, "RICIBAS_KARTE_URL"),
        contact=_address(environment, "RICIBAS_KARTE_CONTACT"),
        load=_load(environment),
    )


def _load(environment: Mapping[str, str]) -> LoadSettings | None:
    """The office's page, if it has a folder; it needs one way, and only one, to know its people."""
    name = "RICIBAS_KARTE_LOAD"
    folder, header, token, options = (
        environment.get(f"{name}{ending}", "")
        for ending in ("", "_USER_HEADER", "_TOKEN", "_OPTIONS")
    )
    if not folder:
        return None
    if bool(header) == bool(token):
        raise SettingRefused(
            f"{name} is “{folder}”: {HELP[name]}. Set {name}_USER_HEADER or {name}_TOKEN with it, "
            "one of the two: the page lets in nobody whom it does not know."
        )
    if header and not HEADER.fullmatch(header):
        raise SettingRefused(
            f"{name}_USER_HEADER is “{header}”: {HELP[f'{name}_USER_HEADER']}. "
            "Use one like X-Remote-User, with hyphens."
        )
    if token and len(token) < SHORTEST_TOKEN:
        raise SettingRefused(
            f"{name}_TOKEN has {len(token)} characters: {HELP[f'{name}_TOKEN']}. "
            f"Use at least {SHORTEST_TOKEN}, from: openssl rand -hex 32."
        )
    try:
        parts = tuple(shlex.split(options))
    except ValueError as error:
        raise SettingRefused(
            f"{name}_OPTIONS is “{options}”: {HELP[f'{name}_OPTIONS']}. Close its quotes ({error})."
        ) from error
    return LoadSettings(Path(folder), header, token, parts)


def _site(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(name, "").removesuffix("/")
    if text and not ORIGIN.fullmatch(text):
        raise SettingRefused(
            f"{name} is “{text}”: {HELP[name]}. Use one like https://karte.example."
        )
    return text


def _address(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(name, "")
    if text and not MAIL.fullmatch(text):
        raise SettingRefused(f"{name} is “{text}”: {HELP[name]}. Use one like name@example.org.")
    return text


def _number(environment: Mapping[str, str], name: str, default: int, largest: int) -> int:
    text = environment.get(name) or str(default)
    if not (text.isdecimal() and 1 <= int(text) <= largest):
        raise SettingRefused(f"{name} is “{text}”: {HELP[name]}. Use a number from 1 to {largest}.")
    return int(text)
