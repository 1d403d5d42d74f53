"""What the tests of the office's page invent: a workbook of answers, a person, a server."""

import time
from io import BytesIO
from pathlib import Path

import xlsxwriter
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.app import create_app
from dashboard.settings import LoadSettings, Settings

INVENTED = "invented for a test"
TOKEN = "t" * 32
HEADER = "X-Remote-User"
# A header's bytes come as Latin-1, as a server hands them on.
HERE = {"Origin": "http://localhost", HEADER: "Anna Bērziņa".encode().decode("latin-1")}
PATIENCE = 60  # seconds


def workbook(*rows: tuple[str, str]) -> bytes:
    """An XLSX of invented answers about materials, by identifier of the institution."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Atbildes")
        for at, row in enumerate([("Iestādes ID", "client_materials"), *rows]):
            for column, cell in enumerate([*row, INVENTED if at else "Avots"]):
                sheet.write_string(at, column, cell)
    return content.getvalue()


def office(database: Path, folder: Path, **options: object) -> FlaskClient:
    """A client of the whole site, its office behind a proxy unless `token` is given."""
    known = {"user_header": HEADER} if "token" not in options else {}
    settings = Settings(database, load=LoadSettings(folder, **known | options))  # type: ignore[arg-type]
    return create_app(settings).server.test_client()


def send(
    client: FlaskClient,
    content: bytes,
    name: str = "atbildes.xlsx",
    *,
    decisions: tuple[bytes, str] = (b"", ""),
    **headers: str,
) -> TestResponse:
    """Send a file as the form does; a browser sends the field that is left empty too."""
    data = {"file": (BytesIO(content), name), "decisions": (BytesIO(decisions[0]), decisions[1])}
    return client.post("/load", data=data, headers=HERE | headers)


def ended(client: FlaskClient, address: str) -> str:
    """The page of a load once its build has ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        page = client.get(address, headers=HERE).get_data(as_text=True)
        if "http-equiv" not in page:
            return page
        time.sleep(0.2)
    raise AssertionError("The build did not end.")
