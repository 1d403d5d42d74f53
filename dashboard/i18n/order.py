"""The order of Latvian words: ā with a, but č ģ ķ ļ ņ š ž after their letters."""

_LONG = str.maketrans("āēīōū", "aeiou")
_SOFT = str.maketrans(
    {soft: f"{letter}\uffff" for soft, letter in zip("čģķļņšž", "cgklnsz", strict=True)}
)


def latvian_key(text: str) -> tuple[str, str]:
    """Return a key for `sorted`; long vowels decide only where all else is alike."""
    plain = text.casefold()
    return plain.translate(_LONG).translate(_SOFT), plain
