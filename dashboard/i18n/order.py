"""The order of Latvian words: ā after a, č after c, as the alphabet has its 33 letters.

The official list of municipalities and browsers (Unicode's collation for Latvian) order alike.
"""

_OWN = str.maketrans(
    {own: f"{letter}\uffff" for own, letter in zip("āčēģīķļņōšūž", "acegiklnosuz", strict=True)}
)


def latvian_key(text: str) -> str:
    """Return a key for `sorted`."""
    return text.casefold().translate(_OWN)
