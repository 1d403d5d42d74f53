"""A folder beside the database for what is half made; one build of a database at a time.

The folder is its own lock: the system gives it back when its holder ends, however it ends. So what
a build that was killed has left can be told from what another build is making now.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from etl.problems import InputRefused, Problem


@contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """An empty folder of this build's own on the disk of `target`; it goes with the block.

    Raises:
        InputRefused: another build of `target` is under way.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = target.with_name(f".{target.name}.building")
    lock = _locked(folder, target)
    try:
        _empty(folder)
        yield folder
    finally:
        # Only its holder removes the folder, and only then lets go: nobody else's is ever removed.
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _locked(folder: Path, target: Path) -> int:
    """The open folder, locked. It is made anew if its last holder has just removed it."""
    while True:
        with suppress(FileExistsError):
            folder.mkdir()
        try:
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise InputRefused([Problem(target.name, None, "", "", "build_under_way")]) from None
        if _same(lock, folder):
            return lock
        os.close(lock)


def _same(lock: int, folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), folder.stat())
    except FileNotFoundError:
        return False


def _empty(folder: Path) -> None:
    """Remove what a build that was killed has left."""
    for leftover in folder.iterdir():
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()
