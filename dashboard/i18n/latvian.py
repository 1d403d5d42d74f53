"""Latvian noun phrases: pronouns agree with the noun in gender, number and case."""

from dashboard.i18n.locales import is_singular
from dashboard.i18n.nouns import LATVIAN, Case, gender, noun, out_of

_NO_ONE = {
    ("f", "nom"): "neviena",
    ("m", "nom"): "neviens",
    ("f", "loc"): "nevienā",
    ("m", "loc"): "nevienā",
}
_WHICH = {
    ("f", "nom"): "kuras",
    ("m", "nom"): "kuri",
    ("f", "loc"): "kurās",
    ("m", "loc"): "kuros",
}
_BOTH = {
    ("f", "nom"): "abas",
    ("m", "nom"): "abi",
    ("f", "dat"): "abām",
    ("m", "dat"): "abiem",
}
_ALL = {
    ("f", "nom"): "visas",
    ("m", "nom"): "visi",
    ("f", "dat"): "visām",
    ("m", "dat"): "visiem",
}
# After "no": genitive singular or dative plural, as the noun that follows.
_KNOWN = {("f", True): "zināmas", ("f", False): "zināmām"} | {
    ("m", True): "zināma",
    ("m", False): "zināmiem",
}
_AT_LEAST_ONE = {"f": "vismaz viena", "m": "vismaz viens"}
_HALF = {"nom": "puse", "dat": "pusei"}
_CLAUSES = {
    "": "",
    "survey": "kas atbildēja",
    "question": "kas atbildēja uz šo jautājumu",
    "training": "kas atbildēja uz jautājumu par mācībām",
}


def _inside(phrase: str, clause: str) -> str:
    return f"{phrase}, {_CLAUSES[clause]}," if clause else phrase


def _at_end(phrase: str, clause: str) -> str:
    return f"{phrase}, {_CLAUSES[clause]}" if clause else phrase


class Latvian:
    """Fills `phrases.Phrases`."""

    def a_of_b(self, a: str, b: int, kind: str, *, known: bool = False) -> str:
        """ "1 no 2 iestādēm", "1 no 1 iestādes", "1 no 2 zināmām iestādēm"."""
        adjective = _KNOWN[gender(kind), is_singular(b, "lv")] + " " if known else ""
        return f"{a}\xa0no\xa0{b} {adjective}{out_of(b, kind, 'lv')}"

    def none_of(self, b: int, kind: str, clause: str, case: Case, /) -> str:
        """ "nevienā no 2 iestādēm, kas atbildēja,"."""
        pronoun = _NO_ONE[gender(kind), case]
        return _inside(f"{pronoun} no\xa0{b} {out_of(b, kind, 'lv')}", clause)

    def no_one(self, kind: str, clause: str, case: Case, /) -> str:
        """ "nevienā iestādē, kas atbildēja,"."""
        return _inside(f"{_NO_ONE[gender(kind), case]} {noun(kind, 1, 'lv', case)}", clause)

    def no_one_twice(self, kind: str, case: Case, /) -> str:
        """ "nevienā iestādē, kas atbildēja,": a second negation agrees with the first."""
        return self.no_one(kind, "survey", case)

    def the_one(self, kind: str, clause: str, case: Case, /) -> str:
        """ "iestādē, kas atbildēja,"."""
        return _inside(noun(kind, 1, "lv", case), clause)

    def all_of(self, b: int, kind: str, clause: str, case: Case, /) -> str:
        """ "iestādei", "abām iestādēm", "visām 3 iestādēm", "visām iestādēm (21)"."""
        if b == 1:
            return _at_end(noun(kind, 1, "lv", case), clause)
        many = LATVIAN[kind].many.in_case(case)
        if b == 2:
            return _at_end(f"{_BOTH[gender(kind), case]} {many}", clause)
        pronoun = _ALL[gender(kind), case]
        if is_singular(b, "lv"):
            # "visām 21 iestādei" would be the agreement, and is no Latvian: the number goes last.
            return f"{_at_end(f'{pronoun} {many}', clause)} ({b})"
        return _at_end(f"{pronoun} {b}\xa0{many}", clause)

    def half(self, kind: str, clause: str, case: Case, *, more: bool, known: bool) -> str:
        """ "vairāk nekā pusei zināmo iestāžu, kas atbildēja,"; not `more`: "ne vairāk kā pusei"."""
        of = ("zināmo " if known else "") + LATVIAN[kind].many.gen
        return _inside(f"{'vairāk nekā' if more else 'ne vairāk kā'} {_HALF[case]} {of}", clause)

    def at_least_one(self, kind: str) -> str:
        """ "vismaz viena iestāde"."""
        return f"{_AT_LEAST_ONE[gender(kind)]} {noun(kind, 1, 'lv')}"

    def which(self, kind: str, case: Case, /) -> str:
        """ "kurās iestādēs"."""
        return f"{_WHICH[gender(kind), case]} {LATVIAN[kind].many.in_case(case)}"
