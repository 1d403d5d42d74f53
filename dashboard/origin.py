"""The address under which visitors see this site: for links that leave it, whole.

A proxy before it may do the TLS, so what the server itself hears is not always what visitors see.
"""

import re
from typing import TYPE_CHECKING

from werkzeug.wsgi import get_host

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

# A site lives at the root of its host; nothing else of an address may stand in a setting.
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?", re.IGNORECASE)
SCHEMES = ("https", "http")


def origin(environ: "WSGIEnvironment", settled: str = "") -> str:
    """Scheme and host without a slash: those settled, else those that the request tells.

    `X-Forwarded-Proto` is believed of anybody, for it changes nothing but the answer to who says
    it: answers that are kept are kept by their origin.
    """
    if settled:
        return settled
    told = environ.get("HTTP_X_FORWARDED_PROTO", "")
    scheme = told if told in SCHEMES else environ["wsgi.url_scheme"]
    return f"{scheme}://{get_host(environ)}"
