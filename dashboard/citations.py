"""GET /export/citation.txt|.bib|.ris: the study, the data version and a view of a page, cited."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from urllib.parse import quote, urlsplit

from flask import Flask, Response, request

from dashboard.database import Database, Edition
from dashboard.exports.citation import data_version
from dashboard.exports.filters import FilterRefused
from dashboard.exports.references import Reference, as_bibtex, as_ris, as_text, study
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.origin import origin
from dashboard.routes import leads_somewhere, page_title
from dashboard.waves import words_of

Writer = Callable[[Iterable[Reference]], str]
FORMATS: Mapping[str, tuple[str, Writer]] = {  # ending → media type, writer
    "txt": ("text/plain", as_text),
    "bib": ("application/x-bibtex", as_bibtex),
    "ris": ("application/x-research-info-systems", as_ris),
}
DEFAULTS = {"view": "/", "lang": LANGUAGES[0]}
LONGEST = 2_000
OF_ADDRESSES = "/?&=%,+:;@!$'()*"  # the others would mean something in BibTeX


def add_citations(server: Flask, database: Database, site: str = "") -> None:
    """Register the addresses of citations on `server`; `site` is its settled origin, if any."""
    for ending in FORMATS:
        view = partial(_cite, database, site, ending)
        server.add_url_rule(f"/export/citation.{ending}", f"citation {ending}", view)


def _cite(database: Database, site: str, ending: str) -> Response:
    edition = database.edition()
    arguments = {name: request.args.getlist(name) for name in request.args}
    try:
        view, lang = _asked(database, arguments)
    except FilterRefused as refusal:
        return Response(f"{refusal}\n", status=400, mimetype="text/plain")
    parts = urlsplit(view)
    title = page_title(database, parts.path, parts.query, lang)
    mimetype, write = FORMATS[ending]
    link = origin(request.environ, site) + quote(view, safe=OF_ADDRESSES)
    response = Response(write(references(edition, lang, title, link)))
    response.headers["Content-Type"] = f"{mimetype}; charset=utf-8"
    name = f"ricibas-karte-{data_version(edition)}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked(database: Database, arguments: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """The view and the language that are asked for, or FilterRefused with a sentence."""
    languages = arguments.get("lang", [DEFAULTS["lang"]])
    lang = languages[0] if len(languages) == 1 and languages[0] in LANGUAGES else ""
    w = Words(lang or DEFAULTS["lang"])
    for name in arguments:
        if name not in DEFAULTS:
            known = ", ".join(DEFAULTS)
            raise FilterRefused(w("refused.parameter", parameter=name, allowed=known))
    if not lang:
        value, known = ", ".join(languages), ", ".join(LANGUAGES)
        raise FilterRefused(w("refused.value", parameter="lang", value=value, allowed=known))
    views = arguments.get("view", [DEFAULTS["view"]])
    if len(views) != 1 or not _is_a_page(database, views[0]):
        raise FilterRefused(w("refused.view", value=", ".join(views)))
    return views[0], lang


def _is_a_page(database: Database, view: str) -> bool:
    if not view.startswith("/") or view.startswith("//") or len(view) > LONGEST:
        return False
    if not view.isprintable() or " " in view:
        return False
    parts = urlsplit(view)
    return leads_somewhere(database, parts.path, parts.query)


def references(edition: Edition, lang: str, title: str, link: str) -> list[Reference]:
    """The studies, the data version, and one view of it under its permanent link."""
    w, version = words_of(edition, lang), data_version(edition)
    studies = [
        study(f"study-{wave['revision']}", wave[f"citation_{lang}"], **_publisher(wave, lang))
        for wave in edition.rows("waves")
    ]
    author, note = w("cite.author"), w("cite.database", sha256=edition.identity)
    data = {"author": author, "title": w("cite.data"), "version": version, "note": note}
    view = data | {"title": title, "url": link}
    key = f"ricibas-karte-{version}"
    return [
        *studies,
        Reference(key, "data", w("cite.data_text", **data), data),
        Reference(f"{key}-view", "data", w("cite.view_text", **view), view),
    ]


def _publisher(wave: Mapping[str, str | None], lang: str) -> dict[str, str]:
    """The publisher's page about a study and what it is; nothing where none is known."""
    address = wave["source_url"]
    if not address:
        return {}
    note = Words(lang, str(wave["wave"]))("cite.publisher")
    return {"note": note, "url": quote(address, safe=f"{OF_ADDRESSES}#")}
