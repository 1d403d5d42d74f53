"""Every path of /load, through the whole site: off, in, refused, published, taken back."""

import csv
import hashlib
import json
import os
import re
import signal
import time
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.database import Database
from dashboard.load.store import Store
from dashboard.settings import Settings
from tests.dashboard.load.office import HERE, INVENTED, TOKEN, ended, office, send, workbook
from tests.invented_wave import invented_wave

COURTS = (("oc-LV-002", "ir"), ("ss-LV-002", "nav"))


@pytest.fixture
def database(study_database: Path, tmp_path: Path) -> Path:
    """A copy of the study, to be replaced."""
    path = tmp_path / "served" / "ricibas_karte.duckdb"
    path.parent.mkdir()
    path.write_bytes(study_database.read_bytes())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "loads"


@pytest.fixture
def client(database: Path, folder: Path) -> FlaskClient:
    return office(database, folder)


def log(client: FlaskClient) -> list[dict[str, str]]:
    text = client.get("/load/log.csv", headers=HERE).get_data().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def identity(path: Path) -> str:
    return Database(path).edition().identity


@pytest.mark.parametrize("path", ["/load", "/load/log.csv", "/load/enter", "/load/x/publish"])
def test_nothing_is_there_when_it_is_off(database: Path, path: str) -> None:
    client = create_app(Settings(database)).server.test_client()
    assert client.get(path, headers=HERE).status_code == 404
    assert client.post(path, headers=HERE).status_code == 404


@pytest.mark.parametrize("path", ["/load", "/load/log.csv", "/load/20260101-000000-00000000"])
def test_nobody_without_a_name_sees_anything(client: FlaskClient, folder: Path, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 403
    assert "biroja serveris" in answer.text
    assert client.post("/load", headers={"Origin": "http://localhost"}).status_code == 403
    assert not folder.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Origin": ""}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_a_form_of_another_site_does_nothing(
    client: FlaskClient, folder: Path, headers: dict[str, str]
) -> None:
    answer = send(client, workbook(*COURTS), **headers)
    assert (answer.status_code, folder.exists()) == (403, False)
    assert "nav nosūtīts no šīs lapas" in answer.text


def test_a_token_lets_in_and_a_wrong_one_does_not(database: Path, folder: Path) -> None:
    client = office(database, folder, token=TOKEN)
    assert client.get("/load", headers=HERE).status_code == 403  # a header is worth nothing here
    wrong = client.post("/load/enter", data={"token": "x" * 32, "name": "Anna"}, headers=HERE)
    assert (wrong.status_code, wrong.headers.get("Set-Cookie")) == (403, None)
    assert "Atslēga neder" in wrong.text
    nameless = client.post("/load/enter", data={"token": TOKEN, "name": " "}, headers=HERE)
    assert nameless.status_code == 403
    right = client.post("/load/enter", data={"token": TOKEN, "name": "Anna B."}, headers=HERE)
    assert right.status_code == 303
    cookie = right.headers["Set-Cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Strict", "Path=/load"))
    assert TOKEN not in cookie
    assert "Jūs esat: Anna B." in client.get("/load").text
    client.set_cookie("load", "forged", path="/load")
    assert client.get("/load").status_code == 403


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"%PDF-1.7", "a.xlsx"), (b"PK\x03\x04", "a.zip"), (b"a\0b", "a.csv"), (b" ", "a.csv")],
)
def test_what_is_no_spreadsheet_is_not_kept(
    client: FlaskClient, folder: Path, content: bytes, name: str
) -> None:
    answer = send(client, content, name)
    assert answer.status_code == 400
    assert f"„{name}” nav CSV vai XLSX" in answer.text
    assert not folder.exists()


def test_a_file_that_is_missing_or_too_large_is_told(client: FlaskClient, folder: Path) -> None:
    assert "nav izvēlēts" in client.post("/load", data={}, headers=HERE).text
    answer = client.post(
        "/load",
        data=b"x" * (21 * 1024 * 1024),
        content_type="multipart/form-data; boundary=x",
        headers=HERE,
    )
    assert (answer.status_code, folder.exists()) == (413, False)
    assert "lielāks par 20 MB" in answer.text


def test_an_unknown_load_leads_nowhere(client: FlaskClient) -> None:
    for name in ("20260101-000000-00000000", "20260101-000000-0000000g", "x"):
        assert client.get(f"/load/{name}", headers=HERE).status_code == 404
        assert client.post(f"/load/{name}/publish", headers=HERE).status_code == 404


def test_faults_are_told_as_a_table_and_as_a_file(client: FlaskClient, database: Path) -> None:
    before = identity(database)
    answer = send(client, workbook(("oc-LV-002", "varbūt")), "lapas/atbildes <b>.xlsx")
    assert answer.status_code == 303
    page = ended(client, answer.location)
    assert "Failā ir kļūdas" in page
    assert "<td>varbūt</td>" in page
    assert "atbildes &lt;b&gt;.xlsx" in page
    assert "<b>" not in page
    report = client.get(f"{answer.location}/report.csv", headers=HERE)
    (row,) = csv.DictReader(StringIO(report.get_data().decode("utf-8-sig")), delimiter=";")
    assert (row["sheet"], row["row"], row["value"]) == ("Atbildes", "2", "varbūt")
    assert row["rule_lv"] in page.replace("&amp;", "&")
    english = client.get(f"{answer.location}?lang=en", headers=HERE).text
    assert "The file has faults" in english
    assert [one["event"] for one in log(client)] == ["sent", "refused"]
    assert client.post(f"{answer.location}/publish", headers=HERE).status_code == 409
    assert identity(database) == before


def test_decisions_come_with_the_file_are_kept_and_stay_in_service(
    client: FlaskClient, database: Path
) -> None:
    lines = ["Iestāde;client_materials;Avots", f"Ādažu soc. palīdzība;ir;{INVENTED}"]
    answers = "\n".join(lines).encode("cp1257")
    refused = ended(client, send(client, answers, "a.csv").location)
    assert "KAS IZLĒMA;GGGG-MM-DD;KĀPĒC" in refused
    header = "rakstīts;iestādes veids;iestādes ID;kas izlēma;datums;iemesls"
    row = f"Ādažu soc. palīdzība;;ss-LV-011;A. Bērziņa;01.03.2026;{INVENTED}"
    decided = f"{header}\n{row}\n".encode("cp1257")

    wrong = send(client, answers, "a.csv", decisions=(b"%PDF", "d.pdf"))
    assert (wrong.status_code, "„d.pdf” nav CSV vai XLSX" in wrong.text) == (400, True)
    unfilled = f"{header}\n{row.replace('A. Bērziņa', 'KAS IZLĒMA')}\n".encode()
    sent = send(client, answers, "a.csv", decisions=(unfilled, "d.csv"))
    assert "ir ieteiktajā rindā atstāts vārds, kas jāaizstāj" in ended(client, sent.location)

    sent = send(client, answers, "a.csv", decisions=(decided, "d.csv"))
    page = ended(client, sent.location)
    assert "Gatavs publicēšanai" in page, page
    assert "a.csv + d.csv · Anna Bērziņa" in page
    assert client.post(f"{sent.location}/publish", headers=HERE).status_code == 303
    published = log(client)[-1]
    assert (published["event"], published["decisions"]) == ("published", "d.csv")
    assert published["decisions_sha256"] == hashlib.sha256(decided).hexdigest()
    # The next build replays them: without, the file in service could not be read any more.
    second = send(client, workbook(("oc-LV-005", "nav")), "otrs.xlsx")
    assert "Gatavs publicēšanai" in ended(client, second.location)
    assert identity(database) == published["identity"]


def test_what_is_told_and_refuses_nothing_stands_on_the_page(client: FlaskClient) -> None:
    sent = send(client, workbook(*COURTS, ("oc-LV-003", "")))
    page = ended(client, sent.location)
    assert "Gatavs publicēšanai" in page
    told = "kolonna C (Avots): ir aizpildīta rindās, kurās nav nevienas atbildes: 4. Ja atbildes"
    assert told in page.partition("Kas jāzina")[2]
    english = client.get(f"{sent.location}?lang=en", headers=HERE).text
    assert "is filled in rows without any answer: 4." in english.partition("What to know")[2]


def test_rows_that_are_twice_or_not_there_are_told_on_the_page(client: FlaskClient) -> None:
    sent = send(client, workbook(*COURTS, COURTS[0]))
    page = ended(client, sent.location)
    assert "Gatavs publicēšanai" in page
    told = page.partition("Kas jāzina")[2]
    assert "2. rindā ir tā pati iestāde, " in told
    assert "atbildes.xlsx: 138 no 139 aptaujātajām bāriņtiesām nav savas rindas; no tām " in told
    english = client.get(f"{sent.location}?lang=en", headers=HERE).text.partition("What to know")[2]
    assert "gives the same answers as row 2, of the same institution, " in english
    assert "there is no row for 138 of the 139 orphans' courts asked, " in english


def test_stages_are_told_in_the_language_of_the_page(client: FlaskClient) -> None:
    sent = send(client, workbook(*COURTS))
    page = ended(client, sent.location)
    assert re.search(r"<strong>Atbildes nolasītas</strong>: \d+,\d\u00a0s, atbildes\.xlsx: 2", page)
    assert "atbildes.xlsx: 2 atbildes (XLSX), pievienota" in page
    english = client.get(f"{sent.location}?lang=en", headers=HERE).text
    assert re.search(r"<strong>Answers read</strong>: \d+\.\d\u00a0s, atbildes\.xlsx: 2", english)
    assert "atbildes.xlsx: 2 answers (XLSX), " in english
    assert "answers" not in page.partition("load-stages")[2].partition("</ol>")[0]


def test_a_file_is_seen_published_and_taken_back(client: FlaskClient, database: Path) -> None:
    before, content = identity(database), workbook(*COURTS)
    sent = send(client, content)
    page = ended(client, sent.location)
    assert "Gatavs publicēšanai" in page
    assert "1 pašvaldībai tagad ir pašu iestāžu atbildes</strong>: Aizkraukles novads" in page
    assert identity(database) == before
    maps = [
        f"{sent.location}/map/{side}/2016/materials_availability.svg"
        for side in ("before", "after")
    ]
    drawn = [client.get(one, headers=HERE).get_data() for one in maps]
    assert all(b"<svg" in one for one in drawn)
    assert drawn[0] != drawn[1]
    assert client.get(maps[0].replace("before", "x"), headers=HERE).status_code == 404

    assert client.post(f"{sent.location}/publish", headers=HERE).status_code == 303
    after = identity(database)
    assert after != before
    assert "Publicēts" in client.get(sent.location, headers=HERE).text
    assert "Atgriezt iepriekšējo" in client.get("/load", headers=HERE).text
    assert client.post(f"{sent.location}/publish", headers=HERE).status_code == 409

    second = send(client, workbook(("oc-LV-005", "nav"), ("ss-LV-005", "nav")), "otrs.xlsx")
    ended(client, second.location)
    assert client.post(f"{second.location}/publish", headers=HERE).status_code == 303
    evidence = {
        row["code"]: row["evidence"]
        for row in Database(database)
        .edition()
        .rows("area_values", {"wave": "2016", "boundary_set": "2009"})
        if row["indicator"] == "materials_availability" and row["institution_type"] == "all"
    }
    # The second file completes the first and does not take its place.
    assert (evidence["LV-002"], evidence["LV-005"]) == ("reported", "reported")

    for wanted in (after, before):
        assert client.post("/load/back", headers=HERE).status_code == 303
        assert identity(database) == wanted
    assert client.post("/load/back", headers=HERE).status_code == 409
    assert "Gatavs publicēšanai" in client.get(sent.location, headers=HERE).text

    entries = log(client)
    assert [one["event"] for one in entries] == [
        "sent",
        "published",
        "sent",
        "published",
        "back",
        "back",
    ]
    assert {one["who"] for one in entries} == {"Anna Bērziņa"}
    assert entries[1]["sha256"] == hashlib.sha256(content).hexdigest()
    assert (entries[1]["reported"], entries[1]["conflicts"]) == ("1", "0")
    assert entries[1]["identity"] == after
    assert entries[-1]["identity"] == before


def test_a_build_upon_older_data_is_not_published(
    client: FlaskClient, database: Path, small_database: Path
) -> None:
    sent = send(client, workbook(*COURTS))
    ended(client, sent.location)
    database.write_bytes(small_database.read_bytes())
    answer = client.post(f"{sent.location}/publish", headers=HERE)
    assert (answer.status_code, identity(database)) == (409, identity(small_database))
    assert "ir mainījušies publicētie dati" in answer.text


def test_one_build_at_a_time_and_one_that_is_killed_is_told(
    client: FlaskClient, database: Path, folder: Path
) -> None:
    first = send(client, workbook(*COURTS))
    second = send(office(database, folder), workbook(*COURTS))  # another worker
    assert second.status_code == 409
    assert "Cits fails pašlaik tiek pārbaudīts" in second.text
    name = first.location.rsplit("/", 1)[1]
    assert "Fails tiek pārbaudīts" in client.get(first.location, headers=HERE).text
    for process in _processes(name):
        os.kill(process, signal.SIGKILL)
    page = ended(client, first.location)
    assert "Pārbaude tika pārtraukta" in page
    assert Store(folder).building() == ""
    assert (
        json.loads(Store(folder).path(name, "load.json").read_text("utf-8"))["who"]
        == "Anna Bērziņa"
    )
    third = send(client, workbook(*COURTS))
    assert "Gatavs publicēšanai" in ended(client, third.location)


def _processes(name: str) -> list[int]:
    """The processes of a load: its runner, then its build."""
    found: list[int] = []
    until = time.monotonic() + 10
    while len(found) < 2 and time.monotonic() < until:
        lines = {
            int(path.parent.name): path.read_bytes()
            for path in Path("/proc").glob("[0-9]*/cmdline")
            if path.exists()
        }
        found = [one for one, line in lines.items() if name.encode() in line]
    assert len(found) >= 2
    return found


def test_what_contradicts_the_study_is_listed(client: FlaskClient) -> None:
    """oc-LV-005 is named as not trained; oc-LV-001 as not having responded,
    which its reply contradicts, and so does each of its answers."""
    rows = [("oc-LV-005", "training", "trained"), ("oc-LV-001", "client_materials", "yes")]
    lines = ["institution_id,question,answer,source,quote"]
    lines += [",".join([*row, INVENTED, ""]) for row in rows]
    sent = send(client, "\n".join(lines).encode(), "garā forma.csv")
    page = ended(client, f"{sent.location}?lang=en")
    assert "Ready to publish" in page, page
    assert "3 contradictions with the survey" in page
    assert page.count("The answer of the survey stands until") == 3
    client.post(f"{sent.location}/publish", headers=HERE)
    assert log(client)[-1]["conflicts"] == "3"


def test_a_new_wave_is_said(database: Path, folder: Path, tmp_path: Path) -> None:
    """The options are those of the command: here a survey beside the study, which is completed."""
    survey = invented_wave(tmp_path / "invented")
    wave = tomllib.loads((survey / "wave.toml").read_text("utf-8"))["wave"]
    options = ("--survey", "2016", "--survey", str(survey), "--wave", "2016")
    client = office(database, folder, options=options)
    sent = send(client, workbook(*COURTS))
    page = ended(client, sent.location)
    assert f"Jauna aptauja: {wave}." in page
    assert "1 pašvaldībai tagad ir pašu iestāžu atbildes" in page
    assert client.post(f"{sent.location}/publish", headers=HERE).status_code == 303
    assert "Publicēts" in client.get(sent.location, headers=HERE).text
    without = office(database, folder)
    later = send(without, workbook(("oc-LV-005", "nav")))
    page = ended(without, later.location)
    assert f"Aptaujas {wave} jaunajos datos vairs nebūtu" in page
