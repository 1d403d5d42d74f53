"""Settings: the environment, read once. Each has a name, a default and a sentence of help."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.origin import ORIGIN

HELP = {
    "RICIBAS_KARTE_DB": "the database file that is built and served",
    "HOST": "the address that the server listens on",
    "PORT": "the port that the server listens on",
    "WORKERS": "the number of server processes",
    "RICIBAS_KARTE_URL": "the address under which visitors reach the site",
    "RICIBAS_KARTE_CONTACT": "the mail address that errors are reported to, shown on every page",
}


# Only what an address must have: it goes into a mailto: link and into the page.
MAIL = re.compile(r"[^\s@<>\"'&?]+@[^\s@<>\"'&?]+")


class SettingRefused(ValueError):  # noqa: N818 - says what happened
    """A setting has a value that cannot be used; the message names setting, value and remedy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program is told from outside."""

    database: Path = Path("build/ricibas_karte.duckdb")
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    site: str = ""  # none: each request tells it
    contact: str = ""  # none: a report is copied, for its writer to send


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process.

    Raises:
        SettingRefused: PORT or WORKERS is not a whole number of the right size,
            RICIBAS_KARTE_URL is no address of a site, or RICIBAS_KARTE_CONTACT no mail address.
    """
    default = Settings()
    return Settings(
        database=Path(environment.get("RICIBAS_KARTE_DB") or default.database),
        host=environment.get("HOST") or default.host,
        port=_number(environment, "PORT", default.port, 65535),
        workers=_number(environment, "WORKERS", default.workers, 64),
        site=_site(environment, "RICIBAS_KARTE_URL"),
        contact=_address(environment, "RICIBAS_KARTE_CONTACT"),
    )


def _site(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(name, "").removesuffix("/")
    if text and not ORIGIN.fullmatch(text):
        raise SettingRefused(
            f"{name} is «{text}»: {HELP[name]}. Use one like https://karte.example."
        )
    return text


def _address(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(name, "")
    if text and not MAIL.fullmatch(text):
        raise SettingRefused(f"{name} is «{text}»: {HELP[name]}. Use one like name@example.org.")
    return text


def _number(environment: Mapping[str, str], name: str, default: int, largest: int) -> int:
    text = environment.get(name) or str(default)
    if not (text.isdecimal() and 1 <= int(text) <= largest):
        raise SettingRefused(f"{name} is «{text}»: {HELP[name]}. Use a number from 1 to {largest}.")
    return int(text)
