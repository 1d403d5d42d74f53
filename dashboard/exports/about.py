"""What a reader of a file must know: the lines of a workbook's sheet and of a package's README."""

from collections.abc import Iterable, Sequence

from dashboard.database import Edition
from dashboard.exports.citation import data_version, terms
from dashboard.i18n.translate import Words
from dashboard.records import EVIDENCE

Line = tuple[str, str]  # what it is, what it says


def about(edition: Edition, w: Words, cited: str, link: str) -> list[Line]:
    """Citation, link, versions and terms; then what the cells mean and where outlines are from."""
    return [
        (w("export.about.citation"), cited),
        (w("export.about.link"), link),
        (w("export.about.version"), data_version(edition)),
        (w("export.about.database"), f"SHA-256 {edition.identity}"),
        (w("export.about.terms"), terms(edition, w.lang)),
        *meanings(w),
        *_boundaries(edition, w.lang),
    ]


def meanings(w: Words) -> list[Line]:
    """What an empty cell, each kind of evidence and an estimate mean."""
    kinds = [
        (f"{w('evidence.label')}: {one}", evidence_words(w, one, between=". ")) for one in EVIDENCE
    ]
    estimates = " ".join(w(f"methods.estimates.{one}") for one in ("text", "bounds"))
    return [
        (w("export.about.empty"), w("columns.empty_cell")),
        *kinds,
        (w("methods.estimates.title"), estimates),
        (w("methods.definitions.title"), w("methods.definitions.intro")),
    ]


def evidence_words(w: Words, evidence: str, *, between: str) -> str:
    """A kind of evidence: its name and what it means."""
    return f"{w(f'evidence.{evidence}.badge')}{between}{w(f'evidence.{evidence}.meaning')}"


def _boundaries(edition: Edition, lang: str) -> list[Line]:
    rows = edition.rows("boundary_sets", {"lang": lang})
    return [
        (row["title"], sentences([row["source"], row["licence"], row["accuracy"]])) for row in rows
    ]


def sentences(parts: Iterable[str]) -> str:
    """Parts as sentences, each with one full stop."""
    found: Sequence[str] = [part.rstrip(".") for part in parts]
    return ". ".join(found) + "."
