"""Who may use the office's page, and whether a request came from it."""

from hmac import compare_digest

from flask import Request
from itsdangerous import BadData, URLSafeTimedSerializer

from dashboard.origin import origin
from dashboard.settings import LoadSettings

COOKIE = "load"
HOURS = 12
LONGEST = 100  # characters of a name


def who_asks(request: Request, settings: LoadSettings) -> str:
    """The name of who asks; "" where nobody is let in.

    The header is believed because only the proxy, which writes it anew, can reach this server.
    """
    if settings.user_header:
        # A header's bytes come as Latin-1 (PEP 3333); names are UTF-8.
        told = request.headers.get(settings.user_header, "").encode("latin-1", "replace")
        return told.decode("utf-8", "replace").strip()[:LONGEST]
    try:
        name = _signer(settings).loads(request.cookies.get(COOKIE, ""), max_age=HOURS * 3600)
    except BadData:
        return ""
    return name if isinstance(name, str) else ""


def enters(given: str, name: str, settings: LoadSettings) -> str:
    """The cookie of who gives the token and a name; "" where the token is wrong or none is set."""
    plain = " ".join(name.split())[:LONGEST]
    right = compare_digest(given.encode(), settings.token.encode())
    return _signer(settings).dumps(plain) if settings.token and right and plain else ""


def from_this_site(request: Request, site: str) -> bool:
    """Whether a form was sent by a page of this site: browsers say so, and no page can lie."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    ours = {origin(request.environ, site).lower(), origin(request.environ).lower()}
    return request.headers.get("Origin", "").lower() in ours


def _signer(settings: LoadSettings) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings.token, salt="ricibas-karte load")
