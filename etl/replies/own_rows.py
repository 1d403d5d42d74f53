"""Rows of an institution in one file: where one stands, for another row that may mean it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from etl.faults import InBoth, in_words
from etl.replies.reply import Reply


def where(told: Reply, seen_from: Reply) -> InBoth:
    """In which row of its file a reply stands, and on which sheet if it is another."""
    key = "in_row" if told.sheet == seen_from.sheet else "in_row_of_sheet"
    return in_words(key, sheet=told.sheet, row=told.row)


@dataclass(slots=True)
class OwnRows:
    """The rows whose institution is found, by file."""

    _whole: dict[tuple[str, str, str], Reply] = field(default_factory=dict)
    _answers: dict[tuple[str, str, str], Reply] = field(default_factory=dict)

    def add(self, reply: Reply, institution: str) -> None:
        """A reply, or the owner of a row that answers nothing."""
        if reply.wide:
            self._whole.setdefault((reply.file, reply.sheet, institution), reply)
        if reply.question:
            self._answers.setdefault((reply.file, institution, reply.question), reply)

    def of(self, institution: str, row: Sequence[Reply]) -> InBoth | None:
        """Where an institution has its own row beside `row`, the replies of another; or None.

        In the wide form that is any row of the sheet. Else it must answer the same: an institution
        has many rows in the long form, and may have one on each of several sheets.
        """
        own = self._whole.get((row[0].file, row[0].sheet, institution))
        for one in row if own is None else ():
            own = self._answers.get((one.file, institution, one.question))
            if own is not None:
                break
        return None if own is None else where(own, row[0])


def own_rows(found: Iterable[tuple[Reply, str]]) -> OwnRows:
    """The rows of replies and of owners, each with the identifier of its institution."""
    rows = OwnRows()
    for reply, institution in found:
        rows.add(reply, institution)
    return rows
