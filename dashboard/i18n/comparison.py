"""What differs between two municipalities in one indicator: number first, cause never.

An estimate is never compared, silence is no answer, and where orphans' courts may be missing or
the numbers of institutions differ, both counts are said and no difference is reckoned from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n.area_sentences import FRAME, bounds, tooltip_line
from dashboard.i18n.place_names import locative
from dashboard.i18n.translate import Words
from dashboard.records import KNOWN, AreaValue, Municipality

# How two values stand to one another, in the order in which a lead tells of them.
RELATIONS = (
    "differs",
    "equal",
    "bases",  # known, but of different numbers of institutions
    "frame",  # known, but courts may be missing
    "silent",
    "estimated",
    "not_published",
    "suppressed",
)
_WITHOUT_VALUE = ("suppressed", "no_answer", "estimated", "not_published")


@dataclass(frozen=True, slots=True)
class Side:
    """One municipality of a comparison, its value, and how many institutions were asked there."""

    place: Municipality
    value: AreaValue
    asked: int

    @property
    def silent(self) -> int:
        """How many institutions did not answer, where the value is known."""
        return self.asked - (self.value.denominator or 0)

    @property
    def known(self) -> bool:
        """Whether the answers themselves are known."""
        return self.value.evidence in KNOWN

    @property
    def incomplete(self) -> bool:
        """Whether the study may not name all of its orphans' courts."""
        return FRAME in self.value.caveats


def relation(left: Side, right: Side) -> str:
    """How two values of one indicator stand to one another: one of RELATIONS."""
    for evidence in _WITHOUT_VALUE:
        if evidence in (left.value.evidence, right.value.evidence):
            return "silent" if evidence == "no_answer" else evidence
    if left.incomplete or right.incomplete:
        return "frame"
    if left.value.denominator != right.value.denominator:
        return "bases"
    return "equal" if left.value.numerator == right.value.numerator else "differs"


def difference(left: Side, right: Side, lang: str) -> str:
    """The difference of one indicator in one to three sentences."""
    w, kind = Words(lang), relation(left, right)
    if kind == "silent":
        return _silent(left, right, lang)
    if kind == "equal":
        said = w("compare.difference.equal", share=tooltip_line(left.value, lang))
    elif kind == "differs":
        said = _more(left, right, lang)
    elif kind in ("bases", "frame"):
        said = _apart(left, right, lang, kind)
    else:
        return w(f"compare.difference.{kind}")
    return " ".join([said, *(_silence(one, lang) for one in (left, right) if one.silent)])


def comparison_lead(relations: Mapping[str, str], lang: str) -> str:
    """Which indicators differ, which are equal, which cannot be compared: indicator → relation."""
    w = Words(lang)
    parts = []
    for kind in RELATIONS:
        names = [w(f"compare.name.{one}") for one, found in relations.items() if found == kind]
        if names:
            parts.append(w(f"compare.lead.{kind}", names=_all_of(names, lang)))
    return " ".join(parts)


def _all_of(names: list[str], lang: str) -> str:
    if len(names) == 1:
        return names[0]
    return Words(lang)("list.last", names=", ".join(names[:-1]), last=names[-1])


def _silent(left: Side, right: Side, lang: str) -> str:
    w = Words(lang)
    silent = [one for one in (left, right) if one.value.evidence == "no_answer"]
    if len(silent) == 1:
        return w("compare.difference.silent_one", place=locative(silent[0].place, lang))
    places = {
        "left": locative(left.place, lang),
        "right": locative(right.place, lang),
    }
    return w("compare.difference.silent_both", **places)


def _more(left: Side, right: Side, lang: str) -> str:
    more, less = sorted((left, right), key=_count, reverse=True)
    w = Words(lang)
    return w(
        "compare.difference.more",
        n=_count(more) - _count(less),
        more=locative(more.place, lang),
        less=locative(less.place, lang),
        a=w("number.of", a=_count(more), b=more.value.denominator or 0),
        b=w("number.of", a=_count(less), b=less.value.denominator or 0),
    )


def _count(side: Side) -> int:
    return bounds(side.value)[0]


def _apart(left: Side, right: Side, lang: str, kind: str) -> str:
    names = [locative(one.place, lang) for one in (left, right) if one.incomplete]
    reason = {"places": _all_of(names, lang)} if kind == "frame" else {}
    return Words(lang)(
        f"compare.difference.{kind}",
        a=tooltip_line(left.value, lang),
        left=locative(left.place, lang),
        b=tooltip_line(right.value, lang),
        right=locative(right.place, lang),
        **reason,
    )


def _silence(side: Side, lang: str) -> str:
    """Who is silent beside those that answered; a value without denominator has its own words."""
    w = Words(lang)
    return w(
        "compare.difference.silence",
        place=locative(side.place, lang),
        count=w("count.institutions", n=side.silent),
    )
