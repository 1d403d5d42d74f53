"""English noun phrases. The case is taken and ignored, so that both languages have one shape."""

from dashboard.i18n.nouns import Case, noun

_THAT = {
    "": "",
    "survey": " that responded",
    "question": " that answered this question",
    "training": " that answered the question on training",
}


def _responding(kind: str, n: int, clause: str) -> str:
    words = noun(kind, n, "en")
    return f"responding {words}" if clause == "survey" else words + _THAT[clause]


class English:
    """Fills `phrases.Phrases`."""

    def a_of_b(self, a: str, b: int, kind: str, *, known: bool = False) -> str:
        """ "1 of 2 institutions", "1 of the 2 known institutions"."""
        words = noun(kind, b, "en")
        if known:
            return f"{a}\xa0of the\xa0{b} known {words}"
        return f"{a}\xa0of\xa0{b} {words}"

    def none_of(self, b: int, kind: str, clause: str, _case: Case, /) -> str:
        """ "neither of the 2 responding institutions", "none of the 3 …"."""
        pronoun = "neither" if b == 2 else "none"
        return f"{pronoun} of the\xa0{b} {_responding(kind, b, clause)}"

    def no_one(self, kind: str, clause: str, _case: Case, /) -> str:
        """ "no responding institution"."""
        return f"no {_responding(kind, 1, clause)}"

    def no_one_twice(self, kind: str, _case: Case, /) -> str:
        """ "responding institution": English needs its negation once, in the sentence."""
        return _responding(kind, 1, "survey")

    def the_one(self, kind: str, clause: str, _case: Case, /) -> str:
        """ "the one institution that responded", "the institution"."""
        one = "one " if clause else ""
        return f"the {one}{noun(kind, 1, 'en')}{_THAT[clause]}"

    def all_of(self, b: int, kind: str, clause: str, _case: Case, /) -> str:
        """ "the institution", "both institutions", "all 3 institutions that responded"."""
        words = noun(kind, b, "en") + _THAT[clause]
        if b == 1:
            return f"the {words}"
        return f"both {words}" if b == 2 else f"all {b}\xa0{words}"

    def half(self, kind: str, clause: str, _case: Case, *, more: bool, known: bool) -> str:
        """ "more than half of the known responding institutions"; not `more`: "no more than"."""
        of = ("known " if known else "") + _responding(kind, 2, clause)
        return f"{'more than' if more else 'no more than'} half of the {of}"

    def at_least_one(self, kind: str) -> str:
        """ "at least one institution"."""
        return f"at least one {noun(kind, 1, 'en')}"

    def which(self, kind: str, _case: Case, /) -> str:
        """ "which institutions"."""
        return f"which {noun(kind, 2, 'en')}"
