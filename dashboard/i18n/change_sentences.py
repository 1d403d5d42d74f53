"""What changed between two surveys, in words: number first, cause never.

A range says both bounds; what cannot be compared says why, and silence is never "no".
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.i18n.nouns import noun
from dashboard.i18n.numbers import range_of
from dashboard.i18n.translate import Words
from dashboard.records import Change

UNSURE = ("not_shrunk", "not_grown", "open")  # directions of ranges that hold no change


@dataclass(frozen=True, slots=True)
class Span:
    """The two surveys that are compared, as the sentences call them."""

    before: str
    after: str

    def words(self) -> dict[str, str]:
        """The placeholders of the catalogue."""
        return {"before": self.before, "after": self.after}


def change_headline(changes: Sequence[Change], span: Span, lang: str) -> str:
    """Where it rose, fell and stayed, in one sentence without a full stop."""
    w, found = Words(lang), Counter(change.direction for change in changes)
    total = len(changes)
    first = changes[0]
    kind = first.institution_type
    share = w(f"change.share.{first.indicator}", subject=noun(kind, 2, lang, "gen"))
    if not any(found[one] for one in ("grew", "shrank", "same")):
        return w("change.headline_nothing", before=span.before, share=share, total=total)
    values: dict[str, str | int] = {
        "before": span.before,
        "share": share,
        "total": total,
        "shrank": found["shrank"],
        "same": found["same"],
    }
    if not found["grew"]:
        return w("change.headline_none", **values)
    return w("change.headline", n=found["grew"], **values)


def change_remainder(changes: Sequence[Change], lang: str) -> str:
    """Of how many the direction is not known, and how many cannot be compared."""
    w, found = Words(lang), Counter(change.direction for change in changes)
    unsure = sum(found[one] for one in UNSURE)
    parts = [w("change.open_count", n=unsure)] if unsure else []
    parts += [w("change.left_count", n=found[""])] if found[""] else []
    return " ".join(parts)


def direction_words(change: Change, lang: str) -> str:
    """ "pieauga", "nemainījās vai pieauga", "nevar salīdzināt"."""
    return Words(lang)(f"change.direction.{change.direction or 'none'}")


def amounts(change: Change, lang: str) -> tuple[str, str]:
    """How many of the institutions compared, before and after; empty without a value."""
    if change.reason:
        return "", ""
    before = (change.before_lower, change.before_upper, change.before_base)
    after = (change.after_lower, change.after_upper, change.after_base)
    was, now = (range_of(a or 0, b or 0, base or 0, lang) for a, b, base in (before, after))
    return was, now


def change_words(change: Change, span: Span, lang: str) -> str:
    """The direction with the counts of both surveys, or why nothing can be compared."""
    w, direction = Words(lang), direction_words(change, lang)
    if change.reason:
        return w("change.told", direction=direction, reason=reason_words(change, span, lang))
    was, now = amounts(change, lang)
    said = w("change.amounts", was=was, now=now, **span.words())
    return w("change.said", direction=direction, amounts=said)


def reason_words(change: Change, span: Span, lang: str) -> str:
    """Why nothing can be compared."""
    return Words(lang)(f"change.reason.{change.reason}", **span.words())


def caveat_words(change: Change, span: Span, lang: str) -> list[str]:
    """What must be known of a change, a sentence each."""
    w = Words(lang)
    codes = [
        "merged_certain" if one == "merged" and not change.is_range else one
        for one in change.caveats
    ]
    return [w(f"change.caveat.{one}", **span.words()) for one in codes]
