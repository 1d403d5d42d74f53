"""References as text, BibTeX and RIS: pure, from what is cited to how it is written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# "Author. Title. Place: Publisher, Year." A citation in any other form is given whole as a title.
STUDY = re.compile(
    r"(?P<author>[^.]+)\. (?P<title>.+)\. "
    r"(?P<place>[^.:]+): (?P<publisher>[^,]+), (?P<year>\d{4})\."
)
BIBTEX_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {one: f"\\{one}" for one in "&%$#_"}
BIBTEX_NAMES = {"place": "address", "publisher": "publisher"}
RIS_NAMES = {
    "author": "AU",
    "title": "TI",
    "place": "CY",
    "publisher": "PB",
    "year": "PY",
    "version": "ET",
    "note": "N1",
    "url": "UR",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing that is cited: its fields are author, title, place, publisher, year and so on."""

    key: str
    kind: str  # "study" or "data"
    text: str  # the whole citation as a sentence
    fields: Mapping[str, str]


def study(key: str, citation: str, **further: str) -> Reference:
    """A study by its citation, divided into fields where it has the usual form; then `further`."""
    found = STUDY.fullmatch(citation)
    fields = found.groupdict() if found else {"title": citation}
    return Reference(key, "study", citation, fields | further)


def as_text(references: Iterable[Reference]) -> str:
    """One citation a paragraph."""
    return "\n\n".join(one.text for one in references) + "\n"


def as_bibtex(references: Iterable[Reference]) -> str:
    """BibTeX entries in UTF-8; an organisation's name and a title keep their letters by braces."""
    return "\n".join(_entry(one) for one in references)


def _entry(reference: Reference) -> str:
    kind = "book" if "publisher" in reference.fields else "misc"
    lines = [f"@{kind}{{{reference.key},"]
    for name, value in reference.fields.items():
        escaped = "".join(BIBTEX_SPECIAL.get(one, one) for one in value)
        # An address is not typeset: biblatex and hyperref take it as it is.
        shown = value if name == "url" else escaped
        braces = ("{{", "}}") if name in {"author", "title"} else ("{", "}")
        lines.append(f"  {BIBTEX_NAMES.get(name, name)} = {braces[0]}{shown}{braces[1]},")
    return "\n".join([*lines, "}", ""])


def as_ris(references: Iterable[Reference]) -> str:
    """RIS records with the line ends that RIS asks for."""
    return "\r\n".join(_record(one) for one in references)


def _record(reference: Reference) -> str:
    kind = "RPRT" if reference.kind == "study" else "DATA"
    lines = [f"TY  - {kind}", f"ID  - {reference.key}"]
    lines += [f"{RIS_NAMES[name]}  - {value}" for name, value in reference.fields.items()]
    return "\r\n".join([*lines, "ER  - ", ""])
