"""What browser tests and the pictures of the documentation stand on: server and Chromium."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, sync_playwright

PATIENCE = 30  # seconds until a server that does not answer is given up
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def served(database: Path, log: Path, workers: int = 2) -> Iterator[str]:
    """The production server on a free port, serving `database`; gives its address.

    What the server says goes to the file `log`, and is shown if it does not come up.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "WORKERS": str(workers),
        "RICIBAS_KARTE_DB": str(database),
    }
    command = (sys.executable, "-m", "dashboard.cli", "serve")
    with running(command, settings, f"{address}/healthz", log):
        yield address


@contextmanager
def running(
    command: Sequence[str],
    settings: Mapping[str, str],
    health: str,
    log: Path,
    patience: float = PATIENCE,
) -> Iterator[subprocess.Popen[bytes]]:
    """A server's process, from the moment that the address `health` answers."""
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command,
            env=os.environ | settings,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_for(process, health, log, patience)
        yield process
    finally:
        _stop(process)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(process: subprocess.Popen[bytes], health: str, log: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        with suppress(URLError, OSError), urllib.request.urlopen(health, timeout=5):
            return
        time.sleep(0.05)
    state = "does not answer" if process.poll() is None else f"ended ({process.returncode})"
    raise AssertionError(f"The server {state}. It said:\n{log.read_text('utf-8')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server and its workers: they are one process group."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
            return


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    found = shutil.which("chromium")
    if found is None:
        raise AssertionError("Chromium is missing. Run: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()
