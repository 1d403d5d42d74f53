"""The case forms of a Latvian place word, from the genitive in which a frame holds it.

Only forms of the language's own declensions: what is none of them is a misspelling, for a person
to decide. Source of the endings: the Latvian declensions of nouns, first to sixth.
"""

# Place names in the plural of the sixth declension; every other genitive in -u is masculine.
_FEMININE_PLURALS = {"Cēsu": "Cēs"}

# (ending of the genitive, endings of all five cases: nominative to locative)
_DECLENSIONS = (
    ("pils", ("pils", "pils", "pilij", "pili", "pilī")),
    ("as", ("a", "as", "ai", "u", "ā")),
    ("es", ("e", "es", "ei", "i", "ē")),
    ("us", ("us", "us", "um", "u", "ū")),
    ("a", ("s", "a", "am", "u", "ā")),
    ("u", ("i", "u", "iem", "us", "os")),
)
_SIXTH_PLURAL = ("is", "u", "īm", "is", "īs")


def case_forms(genitive: str) -> tuple[str, ...]:
    """Every form of a place word, the genitive itself first: "Alojas", "Aloja", "Alojai" …

    A word of no declension known here ("01", "bez") has one form, itself.
    """
    if stem := _FEMININE_PLURALS.get(genitive):
        forms = [stem + ending for ending in _SIXTH_PLURAL]
        return tuple(dict.fromkeys([genitive, *forms]))
    for ending, endings in _DECLENSIONS:
        if genitive.endswith(ending) and len(genitive) > len(ending):
            stem = genitive.removesuffix(ending)
            return tuple(dict.fromkeys([genitive, *(stem + other for other in endings)]))
    return (genitive,)
