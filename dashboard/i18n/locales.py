"""The languages of the dashboard and what CLDR knows of them: plural classes, whole numbers."""

from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import format_decimal

LANGUAGES = ("lv", "en")

# British English: day before month, and the spelling that the catalogue is written in.
_LOCALES = {"lv": "lv", "en": "en_GB"}

# Latvian print sets four digits solid ("1029") and groups from five; Babel knows no such minimum.
_GROUPED_FROM = {"lv": 10_000, "en": 1_000}


@cache
def locale_of(lang: str) -> Locale:
    """Babel's locale of a language. Raises KeyError for a language that the dashboard lacks."""
    if lang not in _LOCALES:
        raise KeyError(f"no such language: {lang!r}; there are {', '.join(LANGUAGES)}")
    return Locale.parse(_LOCALES[lang])


@lru_cache(maxsize=4096)
def plural_category(n: int, lang: str) -> str:
    """CLDR's plural category of a count: zero, one or other in Latvian, one or other in English."""
    return str(locale_of(lang).plural_form(n))


def is_singular(n: int, lang: str) -> bool:
    """Whether a noun counted by n stands in the singular: 1, 21, 101 in Latvian, 1 in English."""
    return plural_category(n, lang) == "one"


@lru_cache(maxsize=4096)
def decimal(value: Decimal | int, lang: str, places: int = 0) -> str:
    """A number in the language's print, with exactly that many decimals."""
    pattern = "#,##0" + ("." + "0" * places if places else "")
    grouped = Decimal(value).copy_abs() >= _GROUPED_FROM[lang]
    return str(
        format_decimal(value, format=pattern, locale=locale_of(lang), group_separator=grouped)
    )
