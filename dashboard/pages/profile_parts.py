"""What a profile shows at once of very many institutions and answers, and where the rest is.

The study places sixteen institutions at most in a municipality, and they gave eleven answers beyond
the indicators: such a profile is whole. What is longer is shown a part at a time, which the address
names, so that a profile of any survey is as soon drawn as any other.
"""

from dataclasses import dataclass, replace

from dashboard.atlas import Atlas
from dashboard.components.pager import Pager
from dashboard.database import Edition
from dashboard.i18n.translate import Words
from dashboard.pages.source_links import place_answers_address
from dashboard.state import A_NUMBER, ParsedState

INSTITUTIONS, ANSWERS = "institutions", "answers"  # the parameters: which part of each is shown
AT_ONCE = {INSTITUTIONS: 25, ANSWERS: 100}
PARAMETERS = dict.fromkeys(AT_ONCE, A_NUMBER)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list: which, of how many rows, how many at once."""

    name: str  # of its parameter
    number: int  # 1 for the first part
    total: int

    @property
    def most(self) -> int:
        """How many rows a part holds."""
        return AT_ONCE[self.name]

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return max(1, -(-self.total // self.most))

    @property
    def before(self) -> int:
        """How many rows stand before this part."""
        return (self.number - 1) * self.most

    @property
    def last(self) -> int:
        """The number of the last row of this part."""
        return min(self.before + self.most, self.total)


def part_of(edition: Edition, atlas: Atlas, code: str, name: str, parsed: ParsedState) -> Part:
    """The part that an address asks for, of what there is at a municipality."""
    return Part(name, int(parsed.own.get(name, "1")), _total(edition, atlas, code, name))


def _total(edition: Edition, atlas: Atlas, code: str, name: str) -> int:
    if name == INSTITUTIONS:
        return len(atlas.at(code))
    key = ("other_answer_count", atlas.scope, code)
    if key not in edition.kept:
        own = {"wave": atlas.wave["wave"], "boundary_set": atlas.boundary_set, "code": code}
        (row,) = edition.rows("other_answer_count", own)
        edition.kept[key] = row["answers"]
    total: int = edition.kept[key]
    return total


def settled(edition: Edition, atlas: Atlas, code: str, parsed: ParsedState) -> ParsedState:
    """The state with parts that there are; an address that asks for others is told so."""
    own, unknown = dict(parsed.own), parsed.unknown
    for name in AT_ONCE:
        part = part_of(edition, atlas, code, name, parsed)
        if part.number > part.parts:
            own[name] = parsed.defaults[name]
            unknown += ((name, str(part.number)),)
    return replace(parsed, own=own, unknown=unknown)


def pager_of(part: Part, atlas: Atlas, code: str, parsed: ParsedState, anchor: str) -> Pager:
    """What is shown, the ways to the parts before and after it, and to all rows in the table."""
    w, path = Words(parsed.lang), f"/municipality/{code}"

    def link(step: int, word: str) -> tuple[str, str] | None:
        number = part.number + step
        if not 1 <= number <= part.parts:
            return None
        changes = {part.name: str(number)}
        return w(f"profile.part.{word}_{part.name}"), f"{parsed.address(path, **changes)}#{anchor}"

    shown = w(f"profile.part.{part.name}", first=part.before + 1, last=part.last, total=part.total)
    table = w("profile.part.table"), place_answers_address(atlas, parsed.lang, code)
    return Pager(shown, table, link(-1, "previous"), link(1, "next"))
