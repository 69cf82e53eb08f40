"""What programs may ask and do besides what the pages' own tests cover."""

import pytest
from shared import ROOT
from stored import plan, put
from web_office import PASSWORD, opened, sample, settings_of, sign_in, token

from store import open_store

DROPPED = "duoi-nuoc-4-pgddt-thanh-lam.txt"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    db = tmp_path_factory.mktemp("api") / "plans.db"
    with open_store(db) as store:
        at = settings_of(db).now()
        store.journal.note("/in/GD/a.pdf", 3, 1.0, label="GD", at=at)
        store.journal.settle("/in/GD/a.pdf", "unreadable", at=at, reason="damaged",
                             message="The file is empty.")  # fmt: skip
        store.journal.note("/in/b.pdf", 3, 1.0, label="", at=at)
    with opened(db) as client:
        sent = {"files": (DROPPED, sample(DROPPED).read_bytes())}
        head = {"x-csrf-token": client.get("/api/v1/me").json()["csrf"]}
        assert client.post("/api/v1/documents", files=sent, headers=head).status_code == 200
        client.headers.update(head)
        yield client


def test_the_inbox_says_what_waits_and_why(office):
    told = office.get("/api/v1/inbox").json()
    assert told["summary"] == {"unreadable": 1, "waiting": 1}
    by_path = {one["path"]: one for one in told["files"]}
    assert by_path["/in/GD/a.pdf"]["label"] == "GD"
    assert by_path["/in/GD/a.pdf"]["why"]
    assert len(office.get("/api/v1/inbox?limit=1").json()["files"]) == 1


def test_units_are_found_by_words(office):
    found = office.get("/api/v1/units?q=phong+giao+duc").json()
    assert found["total"] == len(found["rows"]) >= 1
    assert all("Giáo dục" in row["name"] for row in found["rows"])
    assert office.get("/api/v1/units").json()["total"] > found["total"]


def test_a_correction_is_listed_and_taken_back(office):
    one = office.get("/api/v1/documents").json()["rows"][0]
    path = f"/api/v1/documents/{one['id']}/corrections"
    wanted = {"field": "document.number", "value": "97/KH-PGDĐT", "why": "đánh máy"}
    assert office.post(path, json=wanted).json()["document"]["number"] == "97/KH-PGDĐT"
    [kept] = office.get(path).json()
    assert (kept["who"], kept["why"]) == ("lan", "đánh máy")
    undo = f"{path}/{kept['correction']}/undo"
    assert office.post(undo, json={"why": "nhầm"}).json()["document"]["number"] == one["number"]
    assert office.get(path).json() == []
    assert office.post(undo, json={}).status_code == 404, "it is taken back already"
    bare = {"x-csrf-token": ""}
    assert office.post(undo, json={}, headers=bare).status_code == 403


def test_one_finding(office):
    first = office.get("/api/v1/findings").json()[0]
    assert office.get(f"/api/v1/findings/{first['id']}").json() == first
    assert office.get("/api/v1/findings/f00d").status_code == 404


def test_a_probable_duplicate_is_settled(tmp_path):
    db = tmp_path / "plans.db"
    words = " ".join(f"mục{n} rà soát hồ sơ thứ {n}" for n in range(1, 120))
    head = {"number": "5/KH-UBND", "issuer": "Ủy ban nhân dân xã|Bình An", "day": "2024-05-02"}
    with open_store(db) as store:
        for day in ("15/6/2024", "25/6/2024"):
            put(store, plan(f"{words} trước ngày {day}", name=f"{day[:2]}.docx", **head))
        [probable] = [row for row in store.documents() if row.status == "probable-duplicate"]
    with opened(db) as client:
        head = {"x-csrf-token": client.get("/api/v1/me").json()["csrf"]}
        answer = client.post(
            f"/api/v1/documents/{probable.id}/settle", json={"same": False}, headers=head
        )
        assert answer.json()["status"] == "stored"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/inbox"),
        ("POST", "/api/v1/documents/x/settle"),
        ("POST", "/api/v1/documents/x/corrections/1/undo"),
    ],
)
def test_readers_see_no_inbox_and_change_nothing(tmp_path_factory, method, path):
    with opened(tmp_path_factory.mktemp("roles") / "plans.db", accounts=True) as client:
        assert client.request(method, path, json={"same": True}).status_code in (401, 403)
        assert sign_in(client, "an", PASSWORD) == 303
        head = {"x-csrf-token": token(client, "/check")}
        answer = client.request(method, path, json={"same": True}, headers=head)
        assert answer.status_code == 403


def test_the_page_names_no_commands_and_tells_files_of_one_name_apart(tmp_path):
    """Who opens the page has no terminal: what is missing is a link."""
    db = tmp_path / "plans.db"
    settings = settings_of(db)
    with open_store(db) as store:
        saved = put(store, plan("Kế hoạch không số", name="x.txt"))
        for place in ("/in/GD/x.txt", "/in/YT/x.txt"):
            store.journal.note(place, 3, 1.0, label=place.split("/")[2], at=settings.now())
            store.journal.settle(
                place, "needs-person", at=settings.now(), document_id=saved.document_id
            )
    with opened(db) as client:
        told = " ".join(one["why"] for one in client.get("/api/v1/inbox").json()["files"])
        assert "kehoach correct" in told
        page = client.get("/drop").text
        waiting = page.split('id="failed"')[1].partition("<footer")[0]
        assert "kehoach " not in waiting
        assert "Thiếu: số văn bản" in waiting
        assert waiting.count("Bổ sung phần còn thiếu") == 2
        assert ">GD/<" in waiting
        assert ">YT/<" in waiting


def test_the_page_on_the_api_names_all_of_it(office):
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for path, methods in office.get("/api/v1/openapi.json").json()["paths"].items():
        words = [one for one in path.split("/")[3:] if not one.startswith("{")]
        assert all(f"/{word}" in page for word in words), path
        asked = [one["name"] for one in methods.get("get", {}).get("parameters", ())]
        known = {"document_id", "finding_id", "number", "x-csrf-token", "q"}
        assert all(f"`{name}`" in page for name in set(asked) - known), (path, asked)
