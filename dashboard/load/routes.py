"""/load and what is under it: 404 unless configured, known people only, POST from here only."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Flask, Response, abort, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from dashboard.components.attributes import Child
from dashboard.database import Database
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.load import page
from dashboard.load.access import COOKIE, HOURS, enters, from_this_site, who_asks
from dashboard.load.office import Office, Refused
from dashboard.load.store import Sent
from dashboard.served_assets import ServedAssets
from dashboard.settings import LoadSettings, Settings

Answer = AnyResponse
View = Callable[..., Answer]
GET, POST = "GET", "POST"
ROOM = 64 * 1024  # bytes of a request beside the file: the form's own


def add_load(server: Flask, database: Database, settings: Settings, assets: ServedAssets) -> None:
    """Register the page on `server`; without a folder every address of it leads nowhere."""
    if settings.load is None:
        for number, rule in enumerate((page.PATH, f"{page.PATH}/<path:rest>")):
            server.add_url_rule(rule, f"load_off_{number}", _nowhere, methods=[GET, POST])
        return
    _Routes(database, settings, settings.load, assets).add(server)


def _nowhere(**_parts: str) -> Answer:
    abort(HTTPStatus.NOT_FOUND)


class _Routes:
    def __init__(
        self, database: Database, settings: Settings, load: LoadSettings, assets: ServedAssets
    ) -> None:
        self._database, self._site, self._settings = database, settings.site, load
        self._style, self._script = assets.style, assets.named[page.SCRIPT]
        self._office = Office(database, load)

    def add(self, server: Flask) -> None:
        one = f"{page.PATH}/<load>"
        for rule, method, view in (
            (page.PATH, GET, self._overview),
            (page.PATH, POST, self._send),
            (f"{page.PATH}/log.csv", GET, self._log),
            (f"{page.PATH}/back", POST, self._back),
            (one, GET, self._one),
            (f"{one}/report.csv", GET, self._report),
            (f"{one}/map/<side>/<wave>/<indicator>.svg", GET, self._map),
            (f"{one}/publish", POST, self._publish),
        ):
            name = f"load{view.__name__}"
            server.add_url_rule(rule, name, self._guarded(view), methods=[method])
        server.add_url_rule(f"{page.PATH}/enter", "load_enter", self._enter, methods=[POST])

    def _guarded(self, view: View) -> View:
        """The view for who is known; a POST only from a page of this site."""

        def guarded(**parts: str) -> Answer:
            request.max_content_length = page.MEGABYTES * 1024 * 1024 + ROOM
            who = who_asks(request, self._settings)
            if not who:
                return self._shown(page.entrance(self._settings, _words()), 403)
            if request.method == POST and not from_this_site(request, self._site):
                return self._refusal(Refused("origin", 403))
            try:
                return _private(view(who, **parts))
            except Refused as refusal:
                return self._refusal(refusal)
            except RequestEntityTooLarge:
                return self._refusal(Refused("size", 413, megabytes=page.MEGABYTES))
            except FileNotFoundError:
                abort(HTTPStatus.NOT_FOUND)

        return guarded

    def _refusal(self, refusal: Refused) -> Answer:
        w = _words()
        reason = w(f"load.refused.{refusal.reason}", **refusal.values)
        return self._shown(page.refused(reason, w), refusal.status)

    def _shown(self, content: list[Child], status: int = 200, *, running: bool = False) -> Answer:
        # The page of a POST has no address of its own: another language leads to the page's.
        path = request.path if request.method == GET else page.PATH
        at = (path, _words().lang, self._style)
        script = self._script if running else ""
        html = page.whole_page(self._database, content, at, script)
        return _private(Response(html, status, mimetype="text/html"))

    def _enter(self) -> Answer:
        request.max_content_length = ROOM
        if not from_this_site(request, self._site):
            return self._refusal(Refused("origin", 403))
        given, name = request.form.get("token", ""), request.form.get("name", "")
        cookie = enters(given, name, self._settings)
        if not cookie:
            return self._shown(page.entrance(self._settings, _words(), wrong=True), 403)
        answer = _to(page.PATH)
        safe = request.headers.get("Origin", "").startswith("https:")
        kept = {"max_age": HOURS * 3600, "path": page.PATH, "samesite": "Strict"}
        answer.set_cookie(COOKIE, cookie, secure=safe, httponly=True, **kept)  # type: ignore[arg-type]
        return _private(answer)

    def _overview(self, who: str) -> Answer:
        return self._shown(self._office.overview(who, _words()))

    def _send(self, who: str) -> Answer:
        answers, decisions = (_sent(name) for name in ("file", "decisions"))
        if answers is None:
            raise Refused("none")
        load = self._office.send(who, answers, decisions)
        return _to(f"{page.PATH}/{load.load}")

    def _one(self, _who: str, load: str) -> Answer:
        content, running = self._office.one(load, _words())
        return self._shown(content, running=running)

    def _report(self, _who: str, load: str) -> Answer:
        return _csv(self._office.report(load), f"{load}.csv")

    def _log(self, _who: str) -> Answer:
        return _csv(self._office.log(), "log.csv")

    def _map(self, _who: str, load: str, side: str, wave: str, indicator: str) -> Answer:
        svg = self._office.map(
            load, side, f"wave={wave}&indicator={indicator}&lang={_words().lang}"
        )
        return Response(svg, mimetype="image/svg+xml")

    def _publish(self, who: str, load: str) -> Answer:
        self._office.publish(who, load, _words().lang)
        return _to(f"{page.PATH}/{load}")

    def _back(self, who: str) -> Answer:
        self._office.go_back(who)
        return _to(page.PATH)


def _sent(name: str) -> Sent | None:
    """A file of the form; None where none was chosen."""
    sent = request.files.get(name)
    return Sent(sent.filename, sent.stream.read()) if sent and sent.filename else None


def _words() -> Words:
    asked = request.args.get("lang", "")
    return Words(asked if asked in LANGUAGES else LANGUAGES[0])


def _to(path: str) -> Answer:
    return redirect(page.address(path, _words()), HTTPStatus.SEE_OTHER)


def _csv(content: bytes, name: str) -> Answer:
    named = {"Content-Disposition": f'attachment; filename="ricibas-karte-{name}"'}
    return Response(content, mimetype="text/csv", headers=named)


def _private(answer: Answer) -> Answer:
    answer.headers["Cache-Control"] = "no-store"
    return answer
