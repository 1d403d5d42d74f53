"""What the tests of etl share: the boundaries, which no survey file changes, are read once."""

import pytest

from etl import build
from etl.places import read_places


@pytest.fixture(scope="session")
def _places() -> object:
    return read_places({})


@pytest.fixture
def places_read_once(_places: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare a test the quarter of a second that the outlines take."""
    monkeypatch.setattr(build, "read_places", lambda _replacements: _places)
