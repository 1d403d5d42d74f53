"""Files as a researcher has them: saved under their own names, then opened by other programs."""

import csv
import io
import re
from pathlib import Path

from flask.testing import FlaskClient

from dashboard.exports.changes import CHANGES
from dashboard.exports.columns import Column, columns_of
from dashboard.exports.files import FILES

OF_ONE_SURVEY = [file for file in FILES if not file.startswith(CHANGES)]  # changes need two
Value = str | int | float | None
OF = {"string": str, "integer": int, "number": float}


def save(client: FlaskClient, address: str, folder: Path) -> Path:
    """Download what stands at an address into a folder, under the name that the server gives it."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    (name,) = re.findall(r'filename="(.*)"', answer.headers["Content-Disposition"])
    path = folder / name
    path.write_bytes(answer.data)
    return path


def typed_rows(client: FlaskClient, address: str, table: str) -> list[dict[str, Value]]:
    """The rows of a CSV for analysis with the types that its columns are said to have."""
    answer = client.get(address)
    assert answer.status_code == 200
    columns = {column.name: column for column in columns_of(table)}
    rows = csv.DictReader(io.StringIO(answer.text, newline=""))
    return [{name: typed(columns[name], text) for name, text in row.items()} for row in rows]


def typed(column: Column, text: str) -> Value:
    if text == "":
        return None
    value: Value = OF[column.type](text)
    return value
