"""Which institution of a frame a written name is: exactly one, or none. Nothing here guesses.

A name is compared part by part (`words.py`), each word in any case form (`declension.py`), first
without regard to marks; where that leaves two words of the frame (Priekule and Priekuļi), the marks
decide if any are written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from etl.replies.declension import case_forms
from etl.replies.words import NameParts, PlacePart, name_parts, without_marks

Places = frozenset[PlacePart]


@dataclass(frozen=True, slots=True)
class Known:
    """An institution of the frame. `municipality` is the name of its municipality, or ""."""

    institution_id: str
    institution_type: str
    name: str
    municipality_code: str = ""
    municipality: str = ""

    @property
    def places(self) -> Places:
        """The places in its name."""
        return name_parts(self.name).places

    @property
    def part(self) -> Places:
        """Those of them that are less than its municipality: a town, parishes."""
        whole = name_parts(self.municipality).places if self.municipality else self.places
        return self.places - whole


@dataclass(slots=True)
class WordForms:
    """The words that a frame's names are made of, each found by any of its forms."""

    genitives: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    marked: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: str) -> None:
        """Learn the words of a name that stands in the genitive."""
        for word in (word for part in name_parts(name).places for word in part.words):
            for form in case_forms(word.capitalize()):
                self.marked[form.casefold()].add(word)
                self.genitives[without_marks(form.casefold())].add(word)

    def meant_by(self, word: str) -> set[str]:
        """The words of the frame that `word` may be a form of; marks that are written decide."""
        bare = without_marks(word)
        found = self.genitives.get(bare, set())
        if len(found) > 1 and word != bare:
            return self.marked.get(word, set()) or found
        return found

    def readings(self, places: Places) -> Iterator[Places]:
        """Every way to read the parts of a written name in words of the frame."""
        parts = [list(self._part_readings(part)) for part in places]
        for chosen in product(*parts):
            yield frozenset(chosen)

    def _part_readings(self, part: PlacePart) -> Iterator[PlacePart]:
        for words in product(*(sorted(self.meant_by(word)) for word in sorted(part.words))):
            # Two written words that are forms of one would make a shorter name of it.
            if len(set(words)) == len(part.words):
                yield PlacePart(frozenset(words), part.kind)


class Directory:
    """The institutions of a frame and the ways in which each may be written."""

    def __init__(self, institutions: Iterable[Known], places: Mapping[str, str]):
        """`places` maps codes of the frame's boundary set to names: "Alojas novads".

        The first word of each stands in the genitive, a city's too: "Rīgas pilsēta".
        """
        self.institutions = {known.institution_id: known for known in institutions}
        self.places = dict(places)
        self._forms = WordForms()
        self._names: dict[Places, set[str]] = defaultdict(set)
        self._short: dict[Places, set[str]] = defaultdict(set)
        self._wider: dict[Places, set[str]] = defaultdict(set)
        self._municipalities: dict[Places, set[str]] = defaultdict(set)
        for code, name in self.places.items():
            self._forms.add(name)
            for way in _municipality_ways(name):
                self._municipalities[way].add(code)
        for known in self.institutions.values():
            self._learn(known)

    def _learn(self, known: Known) -> None:
        self._forms.add(known.name)
        self._names[known.places].add(known.institution_id)
        # Who serves a part of a municipality is not meant by the whole, were it the only one known.
        whole = self._wider if known.part else self._short
        if known.municipality:
            for way in _municipality_ways(known.municipality):
                whole[way].add(known.institution_id)
        for part in known.part:
            rest = known.places - {part}
            for way in (frozenset({part}), frozenset({_kindless(part)}), rest | {_kindless(part)}):
                self._short[way].add(known.institution_id)

    def named(self, parts: NameParts, institution_type: str, place: str) -> list[Known]:
        """The institutions that a name may mean, by id; exactly one if the name is exact.

        `institution_type` and `place` (a code) narrow the choice, "" does not. A name of two
        types, or of another type than `institution_type`, means none.
        """
        types = parts.types | ({institution_type} if institution_type else set())
        if len(types) > 1:
            return []

        def meant(ids: Iterable[str]) -> list[Known]:
            known = [self.institutions[one] for one in sorted(set(ids))]
            return [
                one
                for one in known
                if (not types or one.institution_type in types)
                and (not place or one.municipality_code == place)
            ]

        if not parts.places:
            found = meant(self.institutions) if place else []
            return [] if len(found) == 1 and found[0].part else found
        readings = list(self._forms.readings(parts.places))
        exact, wider, short = (
            meant(one for reading in readings for one in ways.get(reading, ()))
            for ways in (self._names, self._wider, self._short)
        )
        if not types:  # a place alone means every institution that it has
            return meant(one.institution_id for one in [*exact, *wider, *short])
        return exact or ([] if wider else short)

    def municipality(self, text: str) -> list[str]:
        """The codes that a written municipality may mean: one if it is exact."""
        code = text.strip().upper().replace(" ", "")
        if code in self.places:
            return [code]
        readings = self._forms.readings(name_parts(text).places)
        found = (self._municipalities.get(reading, set()) for reading in readings)
        return sorted(set().union(*found))


def _municipality_ways(name: str) -> tuple[Places, Places]:
    places = name_parts(name).places
    return places, frozenset(_kindless(part) for part in places)


def _kindless(part: PlacePart) -> PlacePart:
    return PlacePart(part.words, "")
