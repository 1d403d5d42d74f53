"""A small load generator: clients that ask for one address as fast as they are answered.

`python -m benchmarks.load URL --clients 16 --seconds 3` prints one line of JSON. It runs as a
process of its own and costs the machine little: one loop, prepared requests, bodies only counted.
"""

import argparse
import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HEAD_END, LAST_CHUNK = b"\r\n\r\n", b"0\r\n\r\n"
PATIENCE = 60  # seconds after which a run that does not end is given up


@dataclass(slots=True)
class Tally:
    """What all clients together have seen, and when they stop."""

    request: bytes
    most: int
    end: float
    waits: list[float] = field(default_factory=list)  # seconds
    refused: int = 0
    lost: int = 0  # connections that ended before the answer did

    @property
    def over(self) -> bool:
        """Return whether nobody asks any more."""
        return len(self.waits) >= self.most or time.perf_counter() >= self.end


class Client(asyncio.Protocol):
    """One keep-alive connection that asks again as soon as it is answered."""

    def __init__(self, tally: Tally):
        self.tally = tally
        self.done = asyncio.get_running_loop().create_future()
        self.head = b""
        self.left = -1  # bytes of the body still to come; -1: the head is not read yet
        self.chunked = False
        self.waiting = False  # for an answer, or for the rest of one

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the first time."""
        self.transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Count what came; at the end of an answer ask again."""
        if self.left < 0:
            self.head += data
            head, found, data = self.head.partition(HEAD_END)
            if not found:
                return
            self._read_head(head.lower())
        self.left -= len(data)
        if data.endswith(LAST_CHUNK) if self.chunked else self.left <= 0:
            self.waiting = False
            self.tally.waits.append(time.perf_counter() - self.asked)
            self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        """End this client; `run` opens another if there is time left."""
        self.tally.lost += self.waiting
        if not self.done.done():
            self.done.set_result(exc)

    def _ask(self) -> None:
        if self.tally.over:
            self.transport.close()
            return
        self.head, self.left, self.waiting = b"", -1, True
        self.asked = time.perf_counter()
        assert isinstance(self.transport, asyncio.WriteTransport)
        self.transport.write(self.tally.request)

    def _read_head(self, head: bytes) -> None:
        self.tally.refused += not head.startswith(b"http/1.1 200")
        self.chunked = b"transfer-encoding: chunked" in head
        _, _, length = head.partition(b"content-length:")
        self.left = int(length.split(b"\r\n")[0]) if length else sys.maxsize


def request_of(url: str, body: bytes) -> bytes:
    """Return the request as it goes over the wire; one with a body is a callback's."""
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    head = [f"{'POST' if body else 'GET'} {target or '/'} HTTP/1.1", f"Host: {parts.netloc}"]
    if body:
        head += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    else:
        head.append("Accept-Encoding: gzip, deflate, br")
    return "\r\n".join([*head, "", ""]).encode() + body


async def _client(tally: Tally, host: str, port: int) -> None:
    loop = asyncio.get_running_loop()
    while not tally.over:
        _, client = await loop.create_connection(lambda: Client(tally), host, port)
        await client.done


async def run(url: str, body: bytes, clients: int, seconds: float, most: int) -> dict[str, float]:
    """Return requests per second, the 95th percentile in ms, requests and refusals."""
    parts = urlsplit(url)
    began = time.perf_counter()
    tally = Tally(request_of(url, body), most, began + seconds)
    async with asyncio.timeout(seconds + PATIENCE):
        await asyncio.gather(
            *(_client(tally, parts.hostname or "", parts.port or 80) for _ in range(clients))
        )
    taken = time.perf_counter() - began
    waits = sorted(tally.waits)
    return {
        "per_second": len(waits) / taken,
        "p95": 1000 * waits[int(0.95 * len(waits))],
        "requests": len(waits),
        "refused": tally.refused,
        "lost": tally.lost,
    }


def main() -> None:
    """Read the command line and the body, if there is one, from standard input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--requests", type=int, default=sys.maxsize, help="stop after so many")
    options = parser.parse_args()
    body = b"" if sys.stdin.isatty() else sys.stdin.buffer.read()
    done = run(options.url, body, options.clients, options.seconds, options.requests)
    print(json.dumps(asyncio.run(done)))


if __name__ == "__main__":
    main()
