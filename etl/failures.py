"""What the machine refuses while a database is made, told as a problem of the database."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.engine import MEMORY
from etl.faults import Fact
from etl.problems import InputRefused, Problem
from etl.system_errors import number_of, reason

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENOENT)


@contextmanager
def failures_told(target: Path) -> Iterator[None]:
    """Tell a full disk, a folder that cannot be written and a lack of memory in the block.

    Raises:
        InputRefused: one of them happened, with one problem that says what to do.
    """
    try:
        yield
    except (OSError, duckdb.Error) as error:
        fault = _fault(error, target.parent)
        if fault is None:
            raise
        facts: dict[str, Fact] = {"reason": reason(error)}
        if fault == "memory_short":
            facts["memory"] = MEMORY
        raise InputRefused([Problem(str(target), None, "", "", fault, facts)]) from error


def _fault(error: Exception, folder: Path) -> str | None:
    """The fault that an error of the system or of DuckDB is; None where it is another."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return "memory_short"
    number = number_of(error)
    if number in FULL:
        return "disk_full"
    # A file of the survey that cannot be read is not the database's fault.
    return "folder_closed" if number in CLOSED and str(folder) in str(error) else None
