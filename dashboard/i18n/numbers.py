"""How figures are printed: counts before shares, "1 no 2" and never "50 %" of a few.

All shares are 0-1. Every space inside a figure is U+00A0, and the dash of a range has U+2060 (word
joiner) behind it, so that no line breaks in either. For the screen only: files are plain.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date

from dashboard.i18n.locales import decimal, locale_of
from dashboard.i18n.nouns import Case
from dashboard.i18n.translate import Words

NBSP = "\N{NO-BREAK SPACE}"
TO = "\N{EN DASH}\N{WORD JOINER}"

# CLDR has the months in the nominative only.
_MONTHS: dict[Case, tuple[str, ...]] = {
    "gen": (
        *("janvāra", "februāra", "marta", "aprīļa", "maija", "jūnija"),
        *("jūlija", "augusta", "septembra", "oktobra", "novembra", "decembra"),
    ),
    "loc": (
        *("janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā"),
        *("jūlijā", "augustā", "septembrī", "oktobrī", "novembrī", "decembrī"),
    ),
}

# Under this denominator a percentage would lend false weight to a handful of institutions.
PERCENT_FROM = 20


def whole(n: int, lang: str) -> str:
    """A count: "9999", "11 440" in Latvian, "9,999", "11,440" in English."""
    return decimal(n, lang)


def decimal_number(value: float, lang: str, places: int = 2) -> str:
    """A number with a fixed number of decimals: "0,50" or "0.50"."""
    return decimal(_rounded(value, places), lang, places)


def count_of(a: int, b: int, lang: str) -> str:
    """ "1 no 2" or "1 of 2"."""
    return Words(lang)("number.of", a=a, b=b)


def span(lower: int, upper: int, lang: str) -> str:
    """ "90–157"; where the bounds meet, "90"."""
    low, high = whole(lower, lang), whole(upper, lang)
    return low if lower == upper else f"{low}{TO}{high}"


def range_of(lower: int, upper: int, b: int, lang: str) -> str:
    """ "0–2 no 2"; where the bounds meet, "1 no 2"."""
    return Words(lang)("number.of", a=span(lower, upper, lang), b=b)


def percent(share: float, lang: str, places: int = 0) -> str:
    """A share as a percentage: "35 %" in Latvian, "35%" in English."""
    return Words(lang)("number.percent", value=_hundredfold(share, lang, places))


def percent_range(lower: float, upper: float, lang: str, places: int = 0) -> str:
    """Two shares as one range: "20–40 %"; a single figure where both print alike."""
    low, high = (_hundredfold(share, lang, places) for share in (lower, upper))
    value = low if low == high else f"{low}{TO}{high}"
    return Words(lang)("number.percent", value=value)


def about(n: int, lang: str) -> str:
    """A count that follows from a published rounded share: "aptuveni 55"."""
    return Words(lang)("number.about", value=n)


def year_series(counts: Mapping[int, int], lang: str) -> str:
    """Counts of consecutive years: "34, 12 un 17 2014.–2016. gadā", "34, 12 and 17 in 2014–2016".

    Raises ValueError for no year or a gap between the years.
    """
    years = sorted(counts)
    if not years or years != list(range(years[0], years[-1] + 1)):
        raise ValueError(f"a series needs consecutive years, not {years}")
    w = Words(lang)
    *names, last = (whole(counts[year], lang) for year in years)
    said = w("list.last", names=", ".join(names), last=last) if names else last
    if len(years) == 1:
        return w("methods.definitions.series_single", counts=said, year=years[0])
    first, final = str(years[0]), str(years[-1])
    return w("methods.definitions.series", counts=said, first=first, last=final)


def long_date(day: date, lang: str, case: Case = "nom") -> str:
    """ "2026. gada 24. novembris", or with a case "kopš 2026. gada 24. novembra"; in English
    "24 November 2026".
    """
    if lang == "lv" and case in _MONTHS:
        return f"{day.year}. gada {day.day}. {_MONTHS[case][day.month - 1]}"
    return format_date(day, format="long", locale=locale_of(lang))


def unbroken(text: str) -> str:
    """A text of the data, its figures kept together with their units: "46 %", "300 m"."""
    return re.sub(r"(?<=\d) (?=(?:%|m|km)(?!\w))", NBSP, text)


def _hundredfold(share: float, lang: str, places: int) -> str:
    return decimal(_rounded(Decimal(str(share)) * 100, places), lang, places)


def _rounded(value: float | Decimal, places: int) -> Decimal:
    # Through the shortest decimal text: half of a binary 0.145 would otherwise fall the wrong way.
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
