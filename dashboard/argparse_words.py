"""The words of Python's own reader of command lines, in Latvian by its own means, gettext."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")
DOMAIN = "argparse"
_LANGUAGE = "LANGUAGE"  # what gettext asks first


@contextmanager
def argparse_speaks(lang: str) -> Iterator[None]:
    """Let argparse say "usage", its errors and the like in a language, within the block.

    Where there is no catalogue of a language, or no word in it, it says them in English.
    """
    domain, language = gettext.textdomain(), os.environ.get(_LANGUAGE)
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ[_LANGUAGE] = lang
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ[_LANGUAGE]
        else:
            os.environ[_LANGUAGE] = language
