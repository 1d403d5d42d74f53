"""What a browser is told not to do with our pages: run, load, frame or pass on anything foreign."""

from collections.abc import Sequence

from flask import Flask, Response, request

# Styles may stand in the markup: Dash's own components add <style> elements whose text changes with
# each version, and widths and places of marks are style attributes, which no hash can allow.
STYLES = "'self' 'unsafe-inline'"
POLICY = {
    "default-src": "'none'",
    "style-src": STYLES,
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
FRAMED = "/embed"  # the one page that others may show within their own
FOR_ALL = {"X-Content-Type-Options": "nosniff"}
FOR_DOCUMENTS = {
    # Which place somebody looks at stands in the address, and is nobody else's business.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# What no browser shows as a page: these headers would only make every answer longer.
PARTS = {"application/json", "font/woff2", "text/css", "text/javascript"}


def policy(path: str, script_hashes: Sequence[str]) -> str:
    """The Content-Security-Policy of an address, with the hashes of the index's inline scripts."""
    directives = POLICY | {
        "script-src": " ".join(["'self'", *script_hashes]),
        "frame-ancestors": "*" if path == FRAMED else "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def add_headers(server: Flask, script_hashes: Sequence[str]) -> None:
    """Let every answer of `server` carry the headers, refusals and exports too.

    `script_hashes` are those of the scripts that Dash writes into the index, as Dash counts them:
    a script that came into the page otherwise must not be allowed by being there.
    """

    def with_headers(response: Response) -> Response:
        response.headers.extend(FOR_ALL)
        if response.mimetype not in PARTS:
            response.headers.extend(FOR_DOCUMENTS)
            response.headers["Content-Security-Policy"] = policy(request.path, script_hashes)
        return response

    server.after_request(with_headers)
