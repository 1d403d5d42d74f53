"""What the machine refuses while a database is made, told as a problem of the database."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.engine import MEMORY
from etl.problems import InputRefused, Problem

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
        facts = {"reason": _reason(error)}
        if fault == "memory_short":
            facts["memory"] = MEMORY
        raise InputRefused([Problem(str(target), None, "", "", fault, facts)]) from error


def _fault(error: Exception, folder: Path) -> str | None:
    """The fault that an error of the system or of DuckDB is; None where it is another."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return "memory_short"
    if _says(error, FULL):
        return "disk_full"
    # A file of the survey that cannot be read is not the database's fault.
    return "folder_closed" if _says(error, CLOSED) and str(folder) in str(error) else None


def _says(error: Exception, numbers: tuple[int, ...]) -> bool:
    """Whether it is one of these errors of the system; DuckDB hands them on in words."""
    return getattr(error, "errno", None) in numbers or any(
        os.strerror(number) in str(error) for number in numbers
    )


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0]
