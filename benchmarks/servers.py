"""The three servers: the product's own command, and twice the same command with another app."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import free_port, running

PRODUCT, ORDINARY, STATIC = "product", "ordinary", "static"
DESIGNS = (PRODUCT, ORDINARY, STATIC)
APPS = {
    ORDINARY: "benchmarks.ordinary_way:create_server()",
    STATIC: "benchmarks.static_page:create_server()",
}
PATIENCE = 120  # seconds; machines are measured that have other work to do
PRODUCTS_APP = "dashboard.wsgi:server"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, its master process and what that was started with."""

    address: str
    process: int

    @property
    def command(self) -> list[str]:
        """Return the command line that the process runs now."""
        return Path(f"/proc/{self.process}/cmdline").read_text("utf-8").rstrip("\0").split("\0")

    def workers(self) -> list[int]:
        """Return the processes that answer."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children")
        return [int(one) for one in children.read_text("utf-8").split()]

    def cpu(self) -> float:
        """Return what the workers have worked until now, in ms of a CPU."""
        return sum(_worked(worker) for worker in self.workers())

    def memory(self) -> float:
        """Return what the workers hold in memory together, in MB."""
        return sum(_resident(worker) for worker in self.workers())


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    (line,) = (one for one in status.splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _worked(process: int) -> float:
    _, _, fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(") ")
    user, system = fields.split()[11:13]
    return 1000 * (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def all_served(database: Path, logs: Path) -> Iterator[Mapping[str, Server]]:
    """Run the three servers on ports of their own, with the same settings."""
    with ExitStack() as stack:
        port = free_port()
        product = [sys.executable, "-m", "dashboard.cli", "serve"]
        servers = {PRODUCT: stack.enter_context(_served(product, port, "/healthz", database, logs))}
        for design, app in APPS.items():
            other = free_port()
            command = _with_app(servers[PRODUCT].command, app, port, other)
            servers[design] = stack.enter_context(_served(command, other, "/", database, logs))
        yield servers


def _with_app(command: list[str], app: str, port: int, other: int) -> list[str]:
    """Return the product's command with another app, at another port."""
    assert PRODUCTS_APP in command, command
    swapped = [app if part == PRODUCTS_APP else part for part in command]
    return [part.replace(f":{port}", f":{other}") for part in swapped]


@contextmanager
def _served(
    command: list[str], port: int, health: str, database: Path, logs: Path
) -> Iterator[Server]:
    address = f"http://127.0.0.1:{port}"
    settings = {"HOST": "127.0.0.1", "PORT": str(port), "RICIBAS_KARTE_DB": str(database)}
    log = logs / f"{port}.log"
    with running(command, settings, address + health, log, PATIENCE) as process:
        yield Server(address, process.pid)
