"""Source codes of the study for the reader: "footnote 35" → "35. zemsvītras piezīme".

The grammar of a code, parts joined by "; ":

    footnote 35 · footnotes 35 and 37 · footnotes 12, 13 and 35 · chapter "Ievads"
    file "replies.xlsx" · decision of 2026-03-01 by A. Bērziņa

A footnote may end in ", not listed": the institution is *not* on that list. The last two are what a
loaded reply cites. English is the code itself. Text outside the grammar comes from a user's own
file and is handed back unchanged.
"""

import re

JOINT = "; "

_FOOTNOTES = re.compile(
    r"(?P<word>footnotes?) (?P<numbers>\d+(?:(?:, \d+)* and \d+)?)(?P<unlisted>, not listed)?"
)
_CHAPTER = re.compile(r'chapter "(?P<title>.+)"')
_FILE = re.compile(r'file "(?P<name>.+)"')
_DECISION = re.compile(r"decision of (?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d) by (?P<who>.+)")
_RESERVED = ("footnote", "chapter")


def source_label(code: str, lang: str) -> str:
    """One source code, or several joined by "; ", in Latvian (lv) or English (en).

    Raises ValueError for a part that begins like a code and is none, and KeyError for a language
    that there is not.
    """
    translate = {"lv": _latvian, "en": _english}[lang]
    return JOINT.join(translate(part) for part in code.split(JOINT))


def _english(part: str) -> str:
    _latvian(part)  # an unreadable code must not pass in either language
    return part


def _latvian(part: str) -> str:
    if footnotes := _FOOTNOTES.fullmatch(part):
        return _footnotes(footnotes)
    if chapter := _CHAPTER.fullmatch(part):
        return f"nodaļa „{chapter['title']}”"
    if file := _FILE.fullmatch(part):
        return f"fails „{file['name']}”"
    if decision := _DECISION.fullmatch(part):
        return "{d}.{m}.{y}. lēmums ({who})".format_map(decision.groupdict())
    if part.startswith(_RESERVED):
        raise ValueError(
            f"{part!r} is no source code. Write footnote 35, footnotes 35 and 37, "
            'footnote 6, not listed, or chapter "Ievads".'
        )
    return part


def _footnotes(match: re.Match[str]) -> str:
    numbers = re.findall(r"\d+", match["numbers"])
    if (match["word"] == "footnotes") != (len(numbers) > 1):
        raise ValueError(f"{match[0]!r}: one footnote is a footnote, several are footnotes.")
    *first, last = (f"{n}." for n in numbers)
    shown = f"{', '.join(first)} un {last}" if first else last
    unlisted = ", sarakstā nav" if match["unlisted"] else ""
    return f"{shown} zemsvītras piezīme{unlisted}"
