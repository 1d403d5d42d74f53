"""What somebody writes to a path, read by somebody else while it is written: a pipe as a stream.

DuckDB writes a file far faster than Python can take the rows from it and write them itself.
"""

import os
from collections.abc import Callable, Iterator
from threading import Thread

PIECE = 1 << 16  # what a pipe holds


def through_pipe(write: Callable[[str], None], give_up: Callable[[], None]) -> Iterator[bytes]:
    """The bytes that `write` writes to the path it is given, in pieces; nothing touches the disk.

    `write` runs in a thread of its own, from the first piece that is asked for. Whoever takes no
    more pieces closes the iterator; then `give_up` is called, which makes `write` end. What
    `write` raises is raised here, after what it has written.
    """
    reading, writing = os.pipe()
    failure: list[Exception] = []

    def run() -> None:
        try:
            write(f"/dev/fd/{writing}")
        except Exception as error:  # noqa: BLE001 - told below, in the thread that asked
            failure.append(error)
        finally:
            os.close(writing)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        with open(reading, "rb", buffering=0) as stream:  # noqa: PTH123 - it has no path
            while piece := stream.read(PIECE):
                yield piece
    finally:
        give_up()
        thread.join()
    if failure:
        raise failure[0]
