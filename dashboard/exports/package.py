"""GET /export/package.zip: every table with its schema, as a Data Package (v2).

Stored, not deflated: zlib's output differs from version to version, and the same link is to give
the same bytes on any machine.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from dashboard.database import Edition
from dashboard.exports.about import about
from dashboard.exports.changes import refuse_one_survey
from dashboard.exports.citation import citation, data_version
from dashboard.exports.code_labels import LABEL_COLUMNS, code_labels
from dashboard.exports.extract import Arguments, filtered, link_of, pairs_of, tables_of
from dashboard.exports.filters import ExportFilter, parse_filter
from dashboard.exports.formats import csv_pieces
from dashboard.exports.schema import table_schema
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.waves import wave_sets, words_of

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MIT = "https://opensource.org/license/mit"
FILE = "package.zip"
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say; see workbook.NO_TIME


@dataclass(frozen=True, slots=True)
class Resource:
    """A CSV file of the package, written and measured."""

    name: str
    path: Path
    size: int
    sha256: str

    def described(self, spoken: Sequence[Words]) -> dict[str, Any]:
        """The resource as datapackage.json says it, in the words of both languages."""
        return {
            "name": self.name,
            "type": "table",
            "path": f"{self.name}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": self.size,
            "hash": f"sha256:{self.sha256}",
            "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
            "schema": table_schema(self.name, spoken),
        }


def read_package_filter(edition: Edition, arguments: Arguments) -> ExportFilter:
    """What an address asks of the package.

    Raises:
        FilterRefused: a parameter or value that is not allowed, or `since` where there is only one
            survey, so that the package could not hold the comparison.
    """
    options = edition.table("filter_options")[1]
    wanted = parse_filter("package", arguments, options, dialects=False)
    if wanted.query["waves_before"]:
        refuse_one_survey(list(wave_sets(edition)), wanted.lang)
    return wanted


def write_package(edition: Edition, wanted: ExportFilter, path: Path) -> None:
    """Write the CSV files beside `path`, then all of it into one zip."""
    resources = [_table(edition, table, wanted, path.parent) for table in tables_of(edition)]
    resources.append(_labels(edition, path.parent))
    link = link_of(FILE, pairs_of("package", wanted))
    with ZipFile(path, "w", ZIP_STORED) as packed:
        described = _described(edition, wanted.lang, link, resources)
        text = json.dumps(described, ensure_ascii=False, indent=2)
        packed.writestr(_entry("datapackage.json"), f"{text}\n")
        packed.writestr(_entry("README.md"), _readme(edition, wanted.lang, link, resources))
        for one in resources:
            with one.path.open("rb") as source, packed.open(_entry(one.path.name), "w") as target:
                copyfileobj(source, target)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.create_system = 3  # else it says on which system it was made
    entry.external_attr = 0o644 << 16
    return entry


def _table(edition: Edition, table: str, wanted: ExportFilter, folder: Path) -> Resource:
    return _written(table, filtered(edition, table, wanted.of(table)).csv(), folder)


def _labels(edition: Edition, folder: Path) -> Resource:
    pieces = csv_pieces(list(LABEL_COLUMNS), [code_labels(edition)], "analysis")
    return _written("labels", pieces, folder)


def _written(name: str, pieces: Iterator[bytes], folder: Path) -> Resource:
    path, digest, size = folder / f"{name}.csv", hashlib.sha256(), 0
    with path.open("wb") as file:
        for piece in pieces:
            digest.update(piece)
            size += file.write(piece)
    return Resource(name, path, size, digest.hexdigest())


def _described(
    edition: Edition, lang: str, link: str, resources: Iterable[Resource]
) -> dict[str, Any]:
    w, spoken = words_of(edition, lang), [words_of(edition, one) for one in LANGUAGES]
    version = data_version(edition)
    waves = edition.rows("waves")
    sets = edition.rows("boundary_sets", {"lang": lang})
    return {
        "$schema": PROFILE,
        "name": f"ricibas-karte-{version.replace('+', '-')}",
        "title": f"{w('site.name')}: {w('export.package_title')}",
        "description": w("site.description"),
        "version": version,
        "citation": _cited(edition, lang, link),
        "query": link,
        "database": f"sha256:{edition.identity}",
        "licenses": [{"name": "MIT", "path": MIT, "title": w("export.about.licence")}],
        "sources": [
            *(
                {"title": wave[f"citation_{lang}"], "version": wave["revision"]}
                | ({"path": wave["source_url"]} if wave["source_url"] else {})
                | {"terms": wave[f"terms_{lang}"]}
                for wave in waves
            ),
            *({"title": one["source"], "terms": one["licence"]} for one in sets),
        ],
        "resources": [one.described(spoken) for one in resources],
    }


def _cited(edition: Edition, lang: str, link: str) -> str:
    return f"{citation(edition, lang, Words(lang)('export.package_title'))} {link}"


def _readme(edition: Edition, lang: str, link: str, resources: Iterable[Resource]) -> str:
    """The same in both languages, that of the request first."""
    files = [(one.name, one.size) for one in resources]
    languages = sorted(LANGUAGES, key=lambda one: one != lang)
    return "\n".join(_readme_in(edition, one, link, files) for one in languages)


def _readme_in(edition: Edition, lang: str, link: str, files: list[tuple[str, int]]) -> str:
    w, cited = words_of(edition, lang), _cited(edition, lang, link)
    lines = [
        f"# {w('site.name')}: {w('export.package_title')}",
        w("export.about.package"),
        *(f"- `{name}.csv`: {w(f'export.{name}')}" for name, _ in files),
        *(f"**{name}.** {text}" for name, text in about(edition, w, cited, link)),
    ]
    return "\n\n".join(lines).replace("\n\n- ", "\n- ") + "\n"
