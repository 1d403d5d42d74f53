"""Answers that the server keeps: the first HTML of each view, files, scripts and styles.

A thin layer before Flask: what was answered once is answered again from memory, some fifty times
as fast. What it keeps is bounded, and an address that nobody wrote here is never kept. What is
asked for again is pressed: compressed anew, in the background, as small as it gets.
"""

import os
import queue
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from werkzeug.test import run_wsgi_app

from dashboard.encoding import encoding_for, pressed
from dashboard.origin import origin

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LIMIT = 64 * 1024 * 1024  # bytes
OWN = 2000  # bytes, of key and objects: measured
WAITING = 1000  # answers to be pressed; more of them wait until they are asked for once more
LAST = 19  # the lowest priority
OF_THE_READER = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")
OF_THE_CONTENT = {"content-length", "content-type", "content-encoding"}
KeyOf = Callable[[str, str], Hashable]  # (path, query) → what the answer depends on; None: all


@dataclass(slots=True)
class Answer:
    """One answer of the application, whole."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes
    asked: bool = False  # for a second time
    tag: str = field(init=False)

    def __post_init__(self) -> None:
        self.tag = self.header("etag")

    @property
    def size(self) -> int:
        """Bytes, roughly: of a small answer the headers and what Python adds are the most."""
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers) + OWN

    def header(self, name: str) -> str:
        """The value of a header, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    def send(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        """Answer a request, with 304 where the reader has it."""
        if self.tag and self.tag in environ.get("HTTP_IF_NONE_MATCH", ""):
            start(
                "304 NOT MODIFIED", [h for h in self.headers if h[0].lower() not in OF_THE_CONTENT]
            )
            return []
        start(self.status, list(self.headers))
        return [self.body]


class KeptAnswers:
    """The application `application`, whose answers of 200 are kept under the key of an address."""

    def __init__(
        self, application: "WSGIApplication", key_of: KeyOf, limit: int = LIMIT, site: str = ""
    ):
        self._application, self._key_of, self._limit = application, key_of, limit
        self._site = site  # the settled origin: then a host that is made up keeps nothing anew
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()  # the last asked for at the end
        self._lock = threading.Lock()
        self._size = 0
        self._to_press: queue.Queue[Hashable] = queue.Queue(WAITING)
        self._presser: threading.Thread | None = None

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        """Answer a request from memory, or ask the application."""
        asked = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        key = self._key_of(*asked) if environ["REQUEST_METHOD"] == "GET" else None
        if key is None:
            return self._application(environ, start)
        # The picture that a shared link shows must be named with scheme and host.
        key = (
            key,
            origin(environ, self._site),
            encoding_for(environ.get("HTTP_ACCEPT_ENCODING", "")),
        )
        answer = self._find(key)
        if answer is None:
            answer = self._ask(environ)
            if answer.status.startswith("200"):
                self._keep(key, answer)
        return answer.send(environ, start)

    def _ask(self, environ: "WSGIEnvironment") -> Answer:
        """The application's answer to a reader who has nothing yet."""
        plain = {name: value for name, value in environ.items() if name not in OF_THE_READER}
        pieces, status, headers = run_wsgi_app(self._application, plain, buffered=True)
        return Answer(status, list(headers), b"".join(pieces))

    def _find(self, key: Hashable) -> Answer | None:
        with self._lock:
            answer = self._kept.get(key)
            if answer is None:
                return None
            self._kept.move_to_end(key)
        if not answer.asked:
            answer.asked = True
            self._press_later(key, answer)
        return answer

    def _keep(self, key: Hashable, answer: Answer) -> None:
        with self._lock:
            self._size += answer.size - self._size_of(key)
            self._kept[key] = answer
            while self._size > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._size -= oldest.size

    def _size_of(self, key: Hashable) -> int:
        return self._kept[key].size if key in self._kept else 0

    def _press_later(self, key: Hashable, answer: Answer) -> None:
        if answer.header("content-encoding") != "br":
            return
        if self._presser is None:  # not before: a thread does not survive the fork of a server
            self._presser = threading.Thread(target=self._press_on, daemon=True)
            self._presser.start()
        try:
            self._to_press.put_nowait(key)
        except queue.Full:
            answer.asked = False

    def _press_on(self) -> None:
        # Whoever waits for an answer goes before. To Linux a thread is a process; others refuse.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LAST)
        while True:
            self._press(self._to_press.get())

    def _press(self, key: Hashable) -> None:
        answer = self._kept.get(key)
        if answer is None:
            return
        body = pressed(answer.body)
        headers = [h for h in answer.headers if h[0].lower() != "content-length"]
        smaller = Answer(
            answer.status, [*headers, ("Content-Length", str(len(body)))], body, asked=True
        )
        with self._lock:
            still_kept = self._kept.get(key) is answer
        if still_kept:
            self._keep(key, smaller)
