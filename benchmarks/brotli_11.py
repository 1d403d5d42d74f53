"""Brotli at its best, once per content: for the servers measured against and for every byte count.

Eleven takes seconds for a large script, so what was packed is kept in build/ for the next run.
"""

import hashlib
import os
from pathlib import Path

import brotli
from flask import Flask, Response, request

FOLDER = Path(__file__).parents[1] / "build" / "brotli-11"
_in_memory: dict[str, bytes] = {}


def packed(body: bytes) -> bytes:
    """Return `body` as brotli 11 makes it."""
    digest = hashlib.sha256(body).hexdigest()
    return _kept(digest) or _keep(digest, brotli.compress(body, quality=11))


def weight(body: bytes) -> int:
    """Return how many bytes a body is at best: fonts and pictures are packed already."""
    return min(len(body), len(packed(body)))


def _kept(digest: str) -> bytes:
    path = FOLDER / digest
    if digest not in _in_memory and path.is_file():
        _in_memory[digest] = path.read_bytes()
    return _in_memory.get(digest, b"")


def _keep(digest: str, content: bytes) -> bytes:
    FOLDER.mkdir(parents=True, exist_ok=True)
    unfinished = FOLDER / f"{digest}.{os.getpid()}"
    unfinished.write_bytes(content)
    unfinished.rename(FOLDER / digest)  # other processes read this folder too
    return content


def serve_packed(server: Flask) -> None:
    """Let a server send brotli 11 to whoever takes it, as one that had packed its files would."""

    @server.after_request
    def pack(response: Response) -> Response:
        if response.status_code != 200 or not request.accept_encodings.quality("br"):
            return response
        response.direct_passthrough = False
        response.data = packed(response.get_data())
        response.headers["Content-Encoding"] = "br"
        response.vary.add("Accept-Encoding")
        return response
