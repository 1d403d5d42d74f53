"""Text as people type it, made comparable: spaces, hyphens, marks and quotation marks aside."""

import re
import unicodedata
from functools import lru_cache

# Joined to nothing on screen, and yet another letter to a program.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_KEPT = 10_000  # texts: answers are few and come again and again
# How the first byte of a Latvian letter in UTF-8 reads in Windows-1257 and in Windows-1252.
_SPOILT = frozenset("ĆÄÅÃ")
_RETURN = "_x000D_"  # how a workbook writes a carriage return that it could not keep


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """`text` on one line, composed, with ordinary spaces and hyphens; the words are unchanged."""
    visible = text.replace(_RETURN, " ").translate(_INVISIBLE).translate(_HYPHENS)
    return " ".join(unicodedata.normalize("NFC", visible).split())


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """`text` in small letters without marks and punctuation: what two spellings share.

    "Vai ir „bukleti”?" and "vai ir bukleti" are one, and so are `no_answer` and "No answer".
    """
    bare = unicodedata.normalize("NFKD", plain(text).casefold())
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", letters).strip()


def mended(text: str) -> str:
    """The text that `text` was before its UTF-8 was read as another encoding; else empty."""
    if _SPOILT.isdisjoint(text):
        return ""
    for encoding in ("cp1257", "cp1252"):
        try:
            before = b"".join(_byte(c, encoding) for c in text).decode("utf-8")
        except UnicodeError:
            continue
        if before != text:
            return before
    return ""


def _byte(character: str, encoding: str) -> bytes:
    # Bytes that an encoding leaves free pass through as control characters.
    return bytes([ord(character)]) if 0x80 <= ord(character) < 0xA0 else character.encode(encoding)


def lost_letter(text: str) -> bool:
    """Whether a question mark stands where a letter was: "R?gas b?ri?tiesa"; not in an address."""
    return "/" not in text and re.search(r"[^\W\d_]\?[^\W\d_]", text) is not None
