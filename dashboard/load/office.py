"""What the office can do on its page, and what it then sees."""

from collections.abc import Collection
from pathlib import Path

from dash import html

from dashboard.atlas import read_atlas
from dashboard.components.attributes import Child
from dashboard.components.notice import notice
from dashboard.database import Database, DatabaseMissing, Edition
from dashboard.exports.maps import choices_of
from dashboard.figures.map_sheet import map_sheet
from dashboard.i18n.translate import Words
from dashboard.load import journal, page, parts, store
from dashboard.load.preview import Difference, difference, opened
from dashboard.load.runner import start
from dashboard.load.service import BaseChanged, NothingBefore, Service
from dashboard.load.store import Load, LoadRunning, Sent, Store
from dashboard.map_sheets import read_sheet
from dashboard.settings import LoadSettings
from dashboard.state import parse_state

ZIP = b"PK\x03\x04"  # how an XLSX file begins


class Refused(Exception):  # noqa: N818 - says what happened
    """What cannot be done; `reason` is a key of [load.refused], `values` fill its text."""

    def __init__(self, reason: str, status: int = 400, **values: str | int) -> None:
        super().__init__(reason)
        self.reason, self.status, self.values = reason, status, values


class Office:
    """The store, the database in service and the log, as one."""

    def __init__(self, database: Database, settings: LoadSettings) -> None:
        self._database, self._options = database, settings.options
        self._store = Store(settings.folder)
        self._service = Service(self._store, database.path)

    def overview(self, who: str, w: Words) -> list[Child]:
        """The start: a form, what is in service, all files, the log."""
        served = self._served()
        rows = [(load, self._state(load, served)) for load in self._store.all()]
        one = page.address(f"{page.PATH}/{{}}", w)
        csv_address = page.address(f"{page.PATH}/log.csv", w)
        return [
            html.P(w("load.lead"), className="prose-lead"),
            html.P(w("load.you", who=who)),
            html.Section(page.sending(w)),
            html.Section(self._in_service(served, w)),
            html.Section(parts.loads(rows, one, w)),
            html.Section(parts.log(self._entries(), csv_address, w)),
        ]

    def send(self, who: str, answers: Sent, decisions: Sent | None = None) -> Load:
        """Keep a file, and the decisions about its names, and start its build.

        Raises:
            Refused: one is no spreadsheet, another build runs, or the disk does not take it.
        """
        for sent in (answers, decisions):
            if sent and not _spreadsheet(*sent):
                raise Refused("kind", file=sent.name)
        try:
            with self._store.building_lock() as lock:
                load = self._store.create(who, answers, self._service.base(), decisions)
                self._note(journal.SENT, who, load)
                start(self._store, load, lock, self._options)
        except LoadRunning as error:
            raise Refused("running", 409) from error
        except OSError as error:
            raise Refused("disk", 500, cause=error.strerror or str(error)) from error
        return load

    def one(self, name: str, w: Words) -> tuple[list[Child], bool]:
        """What a load's page shows, and whether it is still being built."""
        load = self._store.read(name)
        state = self._state(load, self._served())
        told = w(f"load.text.{state}") if f"load.text.{state}" in w else ""
        content: list[Child] = [
            html.P(html.A(w("load.refused.back"), href=page.address(page.PATH, w))),
            html.P(f"{load.files} · {load.who} · {parts.shown_time(load.at)} UTC"),
            # Said to screen readers when a script changes it.
            html.Div(notice(w(f"load.state.{state}"), told), id="load-state", role="status"),
            html.Div(self._rest(load, state, w), id="load-rest"),
        ]
        return content, state == store.RUNNING

    def _rest(self, load: Load, state: str, w: Words) -> list[Child]:
        """What a load's page shows below its state."""
        name, content = load.load, list[Child]()
        if state == store.RUNNING:
            again = page.address(f"{page.PATH}/{name}", w)
            content.append(parts.running(html.A(w("load.reload"), href=again)))
        if state == store.REFUSED:
            report = f"{page.PATH}/{name}/report.csv"
            content += parts.problems(self._store.report(name), report, w)
        if state == store.FAILED:
            content.append(html.Pre("\n".join(self._store.said(name, "faults.txt")[-20:])))
        if state == store.READY:
            content += self._preview(load, w)
        content += parts.notices(self._store.notices(name), w)
        return content + parts.stages(self._store.stages(name), w)

    def report(self, name: str) -> bytes:
        """The report of a load's problems, as the build wrote it."""
        self._store.read(name)
        return self._store.path(name, "report.csv").read_bytes()

    def log(self) -> bytes:
        """The log as CSV."""
        return journal.as_csv(self._entries())

    def map(self, name: str, side: str, query: str) -> str:
        """The sheet of a view, before or after; raises FileNotFoundError where there is none."""
        path = self._staged(self._store.read(name))
        if side == parts.SIDES[1]:
            with opened(path) as edition:
                return _sheet(edition, query)
        before = self._before()
        if side != parts.SIDES[0] or before is None:
            raise FileNotFoundError(side)
        return _sheet(before, query)

    def publish(self, who: str, name: str, lang: str) -> None:
        """Put a load's database into service.

        Raises:
            Refused: it is not ready, or what is in service changed since it was built.
        """
        load = self._store.read(name)
        if self._state(load, self._served()) != store.READY:
            raise Refused("not_ready", 409)
        with opened(self._staged(load)) as after:
            found = difference(self._before(), after, lang)
        try:
            identity = self._service.publish(load)
        except BaseChanged as error:
            raise Refused("base", 409) from error
        counts = (found.reported, len(found.changes), len(found.conflicts), identity)
        self._note(journal.PUBLISHED, who, load, counts)

    def go_back(self, who: str) -> None:
        """Put the previous database back. Raises Refused where there is none."""
        try:
            gone, identity = self._service.go_back()
        except NothingBefore as error:
            raise Refused("nothing", 409) from error
        for name in gone:
            load = self._store.known(name)
            self._note(journal.TAKEN_BACK, who, load, (None, None, None, identity))

    def _note(
        self,
        event: str,
        who: str,
        load: Load,
        counts: tuple[int | None, int | None, int | None, str] = (None, None, None, ""),
    ) -> None:
        told = (journal.now(), who, event, load.load, load.file, load.sha256)
        entry = journal.with_decisions(journal.Entry(*told, *counts), load)
        journal.append(self._log_path(), entry)

    def _entries(self) -> list[journal.Entry]:
        return journal.read(self._log_path())

    def _log_path(self) -> Path:
        return self._store.folder / "log.jsonl"

    def _served(self) -> list[str]:
        """The loads in service; asked once for a page, as it opens the database."""
        return self._service.base()[0]

    def _state(self, load: Load, served: Collection[str]) -> str:
        return "published" if load.load in served else self._store.state(load.load)

    def _staged(self, load: Load) -> Path:
        path = self._store.path(load.load, "staged.duckdb")
        if not path.exists():
            raise FileNotFoundError(path)
        return path

    def _before(self) -> Edition | None:
        try:
            return self._database.edition()
        except DatabaseMissing:
            return None

    def _in_service(self, served: Collection[str], w: Words) -> list[Child]:
        loads = [self._store.known(one).files for one in served]
        content: list[Child] = [html.H2(w("load.back.title"))]
        if loads:
            content += [html.P(w("load.back.loads")), html.Ul([html.Li(one) for one in loads])]
        if self._service.can_go_back():
            content += [
                html.P(w("load.back.text")),
                page.button_form(f"{page.PATH}/back", w("load.back.send"), w),
            ]
        return content if len(content) > 1 else [*content, html.P(w("load.back.none"))]

    def _preview(self, load: Load, w: Words) -> list[Child]:
        with opened(self._staged(load)) as after:
            found = difference(self._before(), after, w.lang)
            names = _names(after, found)
        maps = f"{page.PATH}/{load.load}/map"
        form = page.button_form(f"{page.PATH}/{load.load}/publish", w("load.publish.send"), w)
        return [*parts.preview(found, names, maps, w), html.P(w("load.publish.text")), form]


def _names(edition: Edition, found: Difference) -> dict[tuple[str, str], str]:
    sets = {row["wave"]: row["boundary_set"] for row in edition.rows("waves")}
    return {
        (wave, code): place.name_nom
        for wave in {one.wave for one in found.changes}
        for code, place in read_atlas(edition, sets[wave], wave).municipalities.items()
    }


def _sheet(edition: Edition, query: str) -> str:
    parsed = parse_state(query, choices_of(edition))
    if parsed.unknown:
        raise FileNotFoundError(query)
    return map_sheet(read_sheet(edition, parsed.state))


def _spreadsheet(file: str, content: bytes) -> bool:
    """Whether a file is what its name says: the build says more of what is in it."""
    name = file.lower()
    if name.endswith(".xlsx"):
        return content.startswith(ZIP)
    return name.endswith(".csv") and b"\0" not in content and bool(content.strip())
