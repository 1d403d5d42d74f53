"""Another database is put in place while many ask: no request fails, and the log says a sentence.

`python -m benchmarks.swap` asks a hundred thousand times; here it is a fraction of that.
"""

from pathlib import Path

from benchmarks.swap import swap_under_load
from dashboard.database import Database


def test_no_request_fails_while_64_clients_ask_and_the_database_is_swapped(
    tmp_path: Path, small_database: Path, study_database: Path
) -> None:
    seen = swap_under_load((study_database, small_database), tmp_path, clients=64, requests=2500)
    assert seen.requests >= 2500
    assert seen.failed == 0
    assert seen.swaps >= 2
    assert seen.torn >= 1
    both = {Database(one).edition().identity for one in (small_database, study_database)}
    assert seen.identities == both
    assert "the last good one serves on" in seen.log
    assert "Traceback" not in seen.log
