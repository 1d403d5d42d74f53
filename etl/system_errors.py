"""Why the system refused something, in words: see `system_errors.toml`."""

import errno
import os
import tomllib
from functools import cache
from pathlib import Path

from etl.faults import LANGUAGES, InBoth, Several

FILE = Path(__file__).with_name("system_errors.toml")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Name of an error ("ENOSPC") → language → what it means, a part of a sentence."""
    told: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text("utf-8"))
    return told


def number_of(error: Exception) -> int | None:
    """The number of an error of the system; DuckDB hands these on in the system's words."""
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno
    text = str(error)
    # Of two words of which one holds the other, the longer is meant.
    known = [getattr(errno, name) for name in catalogue() if hasattr(errno, name)]
    said = [number for number in known if os.strerror(number) in text]
    return max(said, key=lambda number: len(os.strerror(number)), default=None)


def reason(error: Exception) -> InBoth:
    """Why, in both languages; as the system says it where that is not known in words."""
    name = errno.errorcode.get(number_of(error) or 0, "")
    words = catalogue().get(name)
    raw = (str(error).splitlines() or [type(error).__name__])[0]
    return InBoth(*(Several([words[lang] if words else raw]) for lang in LANGUAGES))
