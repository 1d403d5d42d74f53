"""What every file says of itself: how to cite it, its link, its data version, its terms."""

from collections.abc import Sequence

from dashboard.database import Edition
from dashboard.exports.extract import Extract
from dashboard.i18n.translate import Words
from dashboard.waves import words_of


def data_version(edition: Edition) -> str:
    """The data versions of all waves, e.g. 2016-1; the name that a file carries away."""
    return "+".join(edition.rows("build_info")[0]["waves"])


def studies(edition: Edition, lang: str, waves: Sequence[str] = ()) -> str:
    """The citations of these surveys, or of all."""
    rows = [row for row in edition.rows("waves") if not waves or row["wave"] in waves]
    return " ".join(row[f"citation_{lang}"] for row in rows)


def citation(edition: Edition, lang: str, shown: str, waves: Sequence[str] = ()) -> str:
    """The studies, then what of them is shown and in which data version; its address follows."""
    said = Words(lang)("table.citation", shown=shown, revision=data_version(edition))
    return f"{studies(edition, lang, waves)} {said}"


def terms(edition: Edition, lang: str) -> str:
    """On what terms the surveys may be used again."""
    return " ".join(wave[f"terms_{lang}"] for wave in edition.rows("waves"))


def facts(extract: Extract, suffix: str) -> dict[str, str]:
    """What a file with room for names and values carries, whatever its format."""
    edition = extract.edition
    w = words_of(edition, extract.lang, extract.waves)
    sets = [w("filters.boundary_set", year=int(one)) for one in extract.boundary_sets]
    shown = "; ".join([w(f"export.{extract.table}"), *sets])
    link = extract.link(suffix)
    cited = citation(edition, extract.lang, shown, extract.waves)
    return {
        "citation": f"{cited} {link}",
        "link": link,
        "data_version": data_version(edition),
        "database_sha256": edition.identity,
        "terms": terms(edition, extract.lang),
    }
