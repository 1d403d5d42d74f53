"""Rows of an institution in the files that were given: where one stands, and as it is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.faults import InBoth, in_words
from etl.replies.reply import Reply

Sheet = tuple[str, str]


def told_place(told: Reply, seen_from: Reply, case: str = "") -> InBoth:
    """Where a reply stands, as far as another place has not said it already.

    `case` begins the keys of the words: "" as of something contradicted, "in_" as of where it is.
    """
    key = "here"
    if told.file != seen_from.file:
        key = "in_sheet_of_file" if told.sheet else "in_file"
    elif told.sheet != seen_from.sheet:
        key = "on_sheet"
    return in_words(f"{case}{key}", file=told.file, sheet=told.sheet, row=told.row)


@dataclass(slots=True)
class OwnRows:
    """The rows of files whose institution is found."""

    _whole: dict[tuple[Sheet, str], Reply] = field(default_factory=dict)
    _answers: dict[tuple[str, str], dict[str, Reply]] = field(default_factory=dict)

    def add(self, reply: Reply, institution: str) -> None:
        """A reply, or the owner of a row that answers nothing."""
        if reply.wide:
            self._whole.setdefault(((reply.file, reply.sheet), institution), reply)
        if reply.question:
            by_file = self._answers.setdefault((institution, reply.question), {})
            by_file.setdefault(reply.file, reply)

    def of(self, institution: str, row: Sequence[Reply]) -> InBoth | None:
        """Where an institution has its own row beside `row`, the replies of another; or None.

        In the wide form that is any row of the sheet. Else it must answer the same: an institution
        has many rows in the long form, and may have one on each of several sheets.
        """
        own = self._whole.get(((row[0].file, row[0].sheet), institution))
        for one in row if own is None else ():
            answered: Mapping[str, Reply] = self._answers.get((institution, one.question), {})
            own = answered.get(one.file) or next(iter(answered.values()), None)
            if own is not None:
                break
        return None if own is None else told_place(own, row[0], "in_")


def own_rows(found: Iterable[tuple[Reply, str]]) -> OwnRows:
    """The rows of replies and of owners, each with the identifier of its institution."""
    rows = OwnRows()
    for reply, institution in found:
        rows.add(reply, institution)
    return rows
