"""The benchmark reckons right, and its yardsticks show what the product shows."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import brotli_11, load, ordinary_way, report, servers, static_page
from benchmarks.capacity import A_PAGE, FIGURE, FIRST_HTML, _kept_files, page_questions
from benchmarks.figures import Figures, Spread, spread
from benchmarks.servers import ORDINARY, PRODUCT, STATIC
from benchmarks.traffic import Answer
from dashboard.app import create_app
from dashboard.database import Database, Edition
from dashboard.figures.colours import PALETTES
from dashboard.settings import Settings
from dashboard.state import INDICATORS

Row = dict[str, Any]


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


@pytest.fixture
def figures() -> Figures:
    """A product between the yardsticks: 2 × the static page, a tenth of the ordinary way."""
    found = Figures()
    for design, times in ((PRODUCT, (30, 20, 10)), (STATIC, (10,)), (ORDINARY, (100, 300))):
        for time in times:
            found.note("coloured, cold", design, time)
    for design, rate in ((PRODUCT, 2000), (ORDINARY, 20)):
        name = FIRST_HTML if design == PRODUCT else FIGURE
        found.note(f"{name}, 16, per second", design, rate)
        found.note(f"{name}, CPU ms", design, 1000 / rate)
    for frames in (2, 4, 2):
        found.note("indicator, frames", PRODUCT, frames)
    return found


# Reckoning


def test_a_spread_is_median_smallest_and_largest() -> None:
    assert spread([5, 1, 2]) == Spread(2, 1, 5)
    assert spread([4, 1]) == Spread(2.5, 1, 4)


def test_a_ratio_is_that_of_the_medians(figures: Figures) -> None:
    assert figures.ratio(("coloured, cold", PRODUCT), ("coloured, cold", STATIC)) == 2
    assert figures.ratio(("coloured, cold", PRODUCT), ("coloured, cold", ORDINARY)) == 0.1
    assert figures.ratio(("coloured, cold", PRODUCT), ("answers, cold", PRODUCT)) is None


def test_what_a_design_cannot_do_is_no_sample(figures: Figures) -> None:
    figures.note("answers, cold", STATIC, None)
    assert figures.of("answers, cold", STATIC) is None


def test_a_target_is_reached_missed_or_not_measured(figures: Figures) -> None:
    found = {one.what: (one.found, one.reached) for one in report.targets(figures)}
    assert found["first coloured map ÷ static page"] == (2, False)
    assert found["first coloured map ÷ ordinary way"] == (0.1, True)
    assert found["first HTML ÷ a figure's callback, requests/s"] == (100, True)
    assert found["values file ÷ a figure's callback, requests/s"] == (None, None)
    # One slow switch of three misses it: the median would hide it.
    assert found["another indicator: frames, the most seen"] == (4, False)


def test_the_report_says_ratios_and_ranges(figures: Figures) -> None:
    text = report.render(figures, "Two CPUs.")
    assert "| first coloured map ÷ static page | ≤ 1.5 | 2 | **missed** |" in text
    assert "| first coloured map, ms | 20 (10–30) | 10 | 200 (100–300) | 2 | 0.1 |" in text
    assert "| first HTML (product) | –; – | 2,000; – | –; – | – | 100 | – | 0.5 | 0.01 |" in text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (2.0, "2"), (0.4567, "0.457"), (788.4, "788"), (12345.6, "12,346"), (None, "–")],
)
def test_a_number_has_three_digits_that_matter(value: float | None, text: str) -> None:
    assert report.number(value) == text


def test_a_new_report_takes_the_place_of_the_old_one() -> None:
    page = f"# Head\n\n{report.BEGIN}\nold\n{report.END}\n\nfoot\n"
    new = report.placed(page, "new")
    assert new == f"# Head\n\n{report.BEGIN}\nnew\n{report.END}\n\nfoot\n"
    assert report.placed(new, "new") == new


def test_the_page_of_the_figures_has_a_place_for_them() -> None:
    page = (Path(report.__file__).parent / "README.md").read_text("utf-8")
    assert (page.count(report.BEGIN), page.count(report.END)) == (1, 1)


# The same data


def truth(edition: Edition, indicator: str, boundary_set: str) -> dict[str, Row]:
    """The values of all municipalities, as the database has them."""
    wave = edition.rows("waves")[0]["wave"]
    rows = edition.rows("area_values", {"wave": wave, "boundary_set": boundary_set})
    return {
        row["code"]: row
        for row in rows
        if row["code"] and row["indicator"] == indicator and row["institution_type"] == "all"
    }


def colour(indicator: str, row: Row) -> str | None:
    """The colour of a known class; None for an estimate or no answer."""
    known = row["evidence"] not in {"estimated", "no_answer", "not_published"}
    return PALETTES[indicator][row["class_number"]] if known else None


def test_the_static_page_paints_every_municipality_as_the_database_says(edition: Edition) -> None:
    page = static_page.page(edition)
    assert "<script" not in page
    fills = dict(re.findall(r'data-code="([^"]+)"[^>]* fill="([^"]+)"', page))
    rows = truth(edition, "training_coverage", "2009")
    assert len(fills) == 119
    assert fills.keys() == rows.keys()
    for code, row in rows.items():
        if row["evidence"] == "no_answer":
            assert "no-answer" in fills[code], code
        else:
            assert fills[code] == colour("training_coverage", row), code


@pytest.mark.parametrize("boundary_set", ordinary_way.BOUNDARY_SETS)
@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_ordinary_way_paints_every_municipality_as_the_database_says(
    edition: Edition, indicator: str, boundary_set: str
) -> None:
    figure = ordinary_way.figure(ordinary_way.Data(edition), indicator, boundary_set)
    (trace,) = figure.data
    rows = truth(edition, indicator, boundary_set)
    assert set(trace.locations) == rows.keys()
    outlined = {one["properties"]["code"] for one in trace.geojson["features"]}
    assert outlined == rows.keys()
    axis = figure.layout.coloraxis
    for code, z in zip(trace.locations, trace.z, strict=True):
        row = rows[code]
        share = (z - axis.cmin) / (axis.cmax - axis.cmin)
        painted = [tone for at, tone in axis.colorscale if at <= share][-1]
        if known := colour(indicator, row):
            assert painted == known, code
        elif row["evidence"] == "estimated":
            assert z == 6 + row["class_number"], code
        else:
            assert z == 12, code


def test_the_ordinary_way_has_the_outlines_of_the_product(edition: Edition) -> None:
    rows = edition.rows("geometries", {"boundary_set": "2021"})
    drawn = ordinary_way.Data(edition).outlines("2021")["features"]
    assert len(drawn) == len(rows) == 43
    points = sum(row["geometry"].count("],[") for row in rows)
    assert str(drawn).count("], [") == points


# Servers and clients


def test_the_yardsticks_run_under_the_command_of_the_product() -> None:
    product = ["python", "-m", "gunicorn", servers.PRODUCTS_APP, "--bind", "127.0.0.1:1", "-w", "2"]
    other = servers._with_app(product, "other:app()", 1, 2)
    assert other == ["python", "-m", "gunicorn", "other:app()", "--bind", "127.0.0.1:2", "-w", "2"]


def test_a_body_is_packed_once_and_weighed_at_its_best(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(brotli_11, "FOLDER", tmp_path)
    monkeypatch.setattr(brotli_11, "_in_memory", {})
    assert brotli_11.weight(b"a" * 1000) < 50
    assert brotli_11.weight(b"ab") == 2  # packing would make it longer
    assert len(list(tmp_path.iterdir())) == 2
    monkeypatch.setattr(brotli_11.brotli, "compress", None)
    assert brotli_11.weight(b"a" * 1000) < 50


def test_the_callback_of_a_page_is_asked_as_a_browser_asks_it(study_database: Path) -> None:
    client = create_app(Settings(database=study_database)).server.test_client()
    client.get("/")
    bodies = list(page_questions(client.get("/_dash-dependencies").get_json()))
    assert bodies
    for body in bodies:
        answer = client.post(ordinary_way.CALLBACK, data=body, content_type="application/json")
        assert answer.status_code == 200
    assert A_PAGE in bodies[0].decode()


def test_of_each_kept_file_that_came_one_is_asked_for() -> None:
    def came(path: str, size: int) -> Answer:
        return Answer("GET", f"http://host{path}", "", "Fetch", size)

    seen = [
        came("/map/k/values/2021/lv.json", 0),  # the browser had it already
        came("/map/k/values/2009/lv.json", 9),
        came("/map/k/areas/2009.json", 9),
        came("/map/k/areas/2021.json", 9),
        came("/assets/map/k.js", 9),
    ]
    assert _kept_files(seen) == {
        "values file": "http://host/map/k/values/2009/lv.json",
        "areas file": "http://host/map/k/areas/2009.json",
    }


def parts_of(body: bytes, *, chunked: bool) -> Iterator[bytes]:
    """An answer in pieces, as a network delivers it."""
    if chunked:
        yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chun"
        yield b"ked\r\n\r\n%x\r\n" % len(body)
        yield body
        yield b"\r\n0\r\n\r\n"
    else:
        yield b"HTTP/1.1 200 OK\r\nContent-Le"
        yield b"ngth: %d\r\n\r\n" % len(body) + body[:5]
        yield body[5:]


@pytest.mark.parametrize("chunked", [True, False])
def test_the_load_generator_counts_whole_answers(chunked: bool) -> None:
    asked = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.readline():
            while (await reader.readline()).strip():
                pass
            asked.append(head)
            for part in parts_of(b"0123456789", chunked=chunked):
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(0)
        writer.close()

    async def both() -> dict[str, float]:
        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            return await load.run(f"http://127.0.0.1:{port}/a?b=c", b"", 3, 5, 30)

    found = asyncio.run(both())
    assert asked[0] == b"GET /a?b=c HTTP/1.1\r\n"
    assert found["refused"] == 0
    assert 30 <= found["requests"] == len(asked) <= 33
    assert found["per_second"] > 0


def test_the_load_generator_counts_refusals() -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async def both() -> dict[str, float]:
        async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            return await load.run(f"http://127.0.0.1:{port}/", b"{}", 1, 5, 2)

    assert asyncio.run(both())["refused"] == 2
