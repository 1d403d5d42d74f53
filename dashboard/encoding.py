"""Every answer in the encoding that its reader takes, and with a tag where a browser must ask anew.

An export is streamed and left as it is: a proxy may compress it, and memory stays constant.
"""

import gzip
import hashlib
from collections.abc import Callable
from functools import lru_cache

import brotli
from flask import Flask, Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

QUICK, BEST = 5, 11  # qualities of brotli: a hundredth of a second, and some tenths
ENCODERS: dict[str, Callable[[bytes], bytes]] = {  # the better one first
    "br": lambda content: brotli.compress(content, quality=QUICK),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
}
WORTH_IT = 500  # bytes; a smaller answer is one packet in any encoding
TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")


@lru_cache(maxsize=256)
def encoding_for(accepted: str) -> str:
    """The encoding for a reader who sends this Accept-Encoding; "" is none."""
    wishes = parse_accept_header(accepted, Accept)
    best = max(ENCODERS, key=wishes.quality)
    return best if wishes.quality(best) > 0 else ""


def pressed(content: bytes) -> bytes:
    """The same content in brotli, as small as it gets."""
    smallest: bytes = brotli.compress(brotli.decompress(content), quality=BEST)
    return smallest


def add_encoding(server: Flask) -> None:
    """Let `server` tag and encode whatever it does not stream."""
    server.after_request(_tagged_and_encoded)


def _tagged_and_encoded(response: Response) -> Response:
    if response.is_streamed and not response.direct_passthrough:
        return response
    response.direct_passthrough = False  # a file of Dash's own folder, read at once
    content = response.get_data()
    if request.method in {"GET", "HEAD"} and response.status_code == 200:
        _tag(response, content)
    if (response.mimetype or "").startswith(TEXTS) and len(content) >= WORTH_IT:
        response.vary.add("Accept-Encoding")
        if encoding := encoding_for(request.headers.get("Accept-Encoding", "")):
            response.set_data(ENCODERS[encoding](content))
            response.content_encoding = encoding
    return response


def _tag(response: Response, content: bytes) -> None:
    """A tag of the content in any encoding; an address that carries a hash needs none."""
    if response.cache_control.immutable:
        return
    if not response.cache_control:
        response.cache_control.no_cache = True
    response.set_etag(hashlib.sha256(content).hexdigest()[:16], weak=True)
    response.make_conditional(request)
