"""Pictures of the real study, through the server."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.map_views import MapChoice, drawing_codes, values_of
from dashboard.picture_files import add_picture_files, picture_address, read_shapes

SVG = "{http://www.w3.org/2000/svg}"
TRAINING = ("training_coverage", "all", "on")


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


@pytest.fixture(scope="module")
def asker(study_database: Path) -> FlaskClient:
    server = Flask(__name__)
    add_picture_files(server, Database(study_database))
    return server.test_client()


@pytest.mark.parametrize("boundary_set", ["2009", "2021", "2025"])
def test_every_municipality_is_drawn_as_the_map_draws_it(
    asker: FlaskClient, edition: Edition, boundary_set: str
) -> None:
    answer = asker.get(picture_address(edition, boundary_set, "map", *TRAINING))
    assert answer.mimetype == "image/svg+xml"
    svg = ElementTree.fromstring(answer.data)
    (areas,) = (one for one in svg.iter(f"{SVG}g") if one.get("class") == "picture-areas")
    atlas = read_atlas(edition, boundary_set)
    codes = drawing_codes(values_of(atlas, MapChoice("training_coverage", "all", estimates=True)))
    assert [one.get("data-code") for one in areas] == list(atlas.municipalities)
    dotted = [code == 12 for code in codes]
    assert [one.get("fill") == "url(#pic-no-answer)" for one in areas] == dotted
    # In the merged units somebody always answered.
    assert any(dotted) == (boundary_set == "2009")


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ("huge", TRAINING),
        ("map", ("weather", "all", "on")),
        ("map", ("training_coverage", "police", "on")),
        ("map", ("training_coverage", "all", "maybe")),
        ("map", ("training_coverage",)),
    ],
)
def test_a_name_or_a_size_that_means_nothing_is_a_404(
    asker: FlaskClient, edition: Edition, size: str, name: tuple[str, ...]
) -> None:
    assert asker.get(picture_address(edition, "2009", size, *name)).status_code == 404


def test_new_boundaries_carry_the_old_ones(edition: Edition) -> None:
    assert read_shapes(edition, "2009").old == ""
    newer = read_shapes(edition, "2021")
    # Borders that the reform wiped off, and not the outlines of all old units.
    assert newer.old.count("M") > 60
    assert len(newer.old) < len("".join(newer.areas.values())) / 2
