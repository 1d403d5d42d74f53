"""Settings: the environment, read once. Each has a name, a default and a sentence of help."""

import os
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.i18n.translate import Words
from dashboard.origin import ORIGIN

# Each has its sentence of help in the catalogue of words, as setting.<name>.
NAMES = (
    "RICIBAS_KARTE_DB",
    "HOST",
    "PORT",
    "WORKERS",
    "RICIBAS_KARTE_URL",
    "RICIBAS_KARTE_CONTACT",
    "RICIBAS_KARTE_LOAD",
    "RICIBAS_KARTE_LOAD_USER_HEADER",
    "RICIBAS_KARTE_LOAD_TOKEN",
    "RICIBAS_KARTE_LOAD_OPTIONS",
)


# Only what an address must have: it goes into a mailto: link and into the page.
MAIL = re.compile(r"[^\s@<>\"'&?]+@[^\s@<>\"'&?]+")

HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
SHORTEST_TOKEN = 32  # characters: it is not to be guessed


class SettingRefused(ValueError):  # noqa: N818 - says what happened
    """A setting has a value that cannot be used; the message names setting, value and remedy."""

    def __init__(self, name: str, rule: str, **facts: str):
        """`rule` is a key of [setting.refused] in the catalogue; `facts` fill its braces."""
        self.name, self.rule, self.facts = name, rule, facts
        super().__init__(self.text("en"))

    def text(self, lang: str) -> str:
        """The sentence in Latvian (lv) or English (en)."""
        w = Words(lang)
        about = w(f"setting.{self.name}")
        return w(f"setting.refused.{self.rule}", name=self.name, help=about, **self.facts)


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
        raise SettingRefused(name, "known_by", value=folder)
    if header and not HEADER.fullmatch(header):
        raise SettingRefused(f"{name}_USER_HEADER", "header", value=header)
    if token and len(token) < SHORTEST_TOKEN:
        size = {"length": str(len(token)), "least": str(SHORTEST_TOKEN)}
        raise SettingRefused(f"{name}_TOKEN", "token", **size)
    try:
        parts = tuple(shlex.split(options))
    except ValueError as error:
        wrong = {"value": options, "reason": str(error)}
        raise SettingRefused(f"{name}_OPTIONS", "options", **wrong) from error
    return LoadSettings(Path(folder), header, token, parts)


def _site(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(name, "").removesuffix("/")
    if text and not ORIGIN.fullmatch(text):
        raise SettingRefused(name, "site", value=text)
    return text


def _address(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(name, "")
    if text and not MAIL.fullmatch(text):
        raise SettingRefused(name, "mail", value=text)
    return text


def _number(environment: Mapping[str, str], name: str, default: int, largest: int) -> int:
    text = environment.get(name) or str(default)
    if not (text.isdecimal() and 1 <= int(text) <= largest):
        raise SettingRefused(name, "number", value=text, largest=str(largest))
    return int(text)
