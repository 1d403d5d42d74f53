"""What every page says when the server stops answering; part of the first HTML, not of a page.

A page that could not be drawn cannot hold the sentence that says so.
"""

from html import escape


def server_lost(title: str, text: str, retry: str, still: str) -> str:
    """Return the strip as HTML, hidden until server_lost.js shows it, and the page's one voice.

    The voice, an empty status, reads out what scripts have to say.
    """
    return (
        '<div id="server-lost" class="notice notice-strip server-lost" role="alert" hidden '
        f'data-still="{escape(still)}"><span class="icon icon-info" aria-hidden="true"></span>'
        f"<p><strong>{escape(title)}</strong> <span>{escape(text)}</span> "
        f'<button type="button" class="link-button">{escape(retry)}</button></p></div>\n'
        '<p id="said" class="sr-only" role="status"></p>'
    )
