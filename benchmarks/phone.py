"""A phone on a slow line: how long until the map is there."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser

from benchmarks.figures import Figures
from benchmarks.page_loads import settle, visiting
from benchmarks.servers import Server

PHONE: Mapping[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
SLOW: Mapping[str, Any] = {
    "Emulation.setCPUThrottlingRate": {"rate": 4},
    "Network.emulateNetworkConditions": {
        "offline": False,
        "latency": 150,  # ms
        "downloadThroughput": 1.6e6 / 8,  # bytes a second
        "uploadThroughput": 0.75e6 / 8,
    },
}


def measure(browser: Browser, servers: Mapping[str, Server], figures: Figures, design: str) -> None:
    """Load a design cold and once more."""
    with visiting(browser, PHONE, SLOW) as visit:
        figures.note("phone, cold", design, visit.open(f"{servers[design].address}/"))
        settle(visit)
        figures.note("phone, reload", design, visit.reload())
