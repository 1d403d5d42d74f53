"""What a page asked for and what it weighed, as Chromium's own network log tells it."""

import base64
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession

from benchmarks.brotli_11 import weight

NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that came over the network."""

    method: str
    url: str
    sent: str  # the body of the request
    kind: str  # Chromium's word: Document, Script, Font …
    size: int  # the body, brotli 11; 0 where the browser's own copy was still good


@dataclass(slots=True)
class _Request:
    method: str
    url: str
    sent: str
    kind: str = ""
    status: int = 0
    from_cache: bool = False
    finished: bool = False


@dataclass  # without slots: Playwright keeps its own attributes on a listener
class Traffic:
    """Listens to a page from the moment that it is made."""

    session: CDPSession
    requests: dict[str, _Request] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        for event, listener in (
            ("requestWillBeSent", self._asked),
            ("responseReceived", self._answered),
            ("responseReceivedExtraInfo", self._told_more),
            ("requestServedFromCache", self._served_from_cache),
            ("loadingFinished", self._finished),
            ("loadingFailed", self._given_up),
        ):
            self.session.on(f"Network.{event}", listener)

    def take(self) -> list[Answer]:
        """Return what came since the last call. Ask before the page goes: its bodies go with it."""
        done = {key: one for key, one in self.requests.items() if one.finished}
        for key in done:
            del self.requests[key]
        return [self._answer(key, one) for key, one in done.items() if not one.from_cache]

    def _answer(self, key: str, one: _Request) -> Answer:
        size = 0 if one.status == NOT_MODIFIED else weight(self._body(key))
        return Answer(one.method, one.url, one.sent, one.kind, size)

    def _body(self, key: str) -> bytes:
        got = self.session.send("Network.getResponseBody", {"requestId": key})
        return base64.b64decode(got["body"]) if got["base64Encoded"] else got["body"].encode()

    def _asked(self, event: dict[str, Any]) -> None:
        request = event["request"]
        if request["url"].startswith("http"):
            sent = request.get("postData", "")
            self.requests[event["requestId"]] = _Request(request["method"], request["url"], sent)

    def _answered(self, event: dict[str, Any]) -> None:
        if one := self.requests.get(event["requestId"]):
            one.kind = event["type"]
            one.status = one.status or event["response"]["status"]
            one.from_cache |= bool(event["response"].get("fromDiskCache"))

    def _told_more(self, event: dict[str, Any]) -> None:
        # The status on the wire; the response itself says 200 where a copy was still good.
        if one := self.requests.get(event["requestId"]):
            one.status = event["statusCode"]

    def _served_from_cache(self, event: dict[str, Any]) -> None:
        if one := self.requests.get(event["requestId"]):
            one.from_cache = True

    def _finished(self, event: dict[str, Any]) -> None:
        if one := self.requests.get(event["requestId"]):
            one.finished = True

    def _given_up(self, event: dict[str, Any]) -> None:
        self.requests.pop(event["requestId"], None)
