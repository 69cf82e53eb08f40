"""Those who mean harm: what they send is shown as words, refused, or without effect."""

import io
import re
import subprocess
import sys
import zipfile
import zlib
from urllib.parse import quote

import pytest
from shared import ROOT
from starlette.testclient import TestClient
from stored import plan, put
from web_office import copied, opened, settings_of, sign_in, token

from kehoach.web.guard import Guard
from schemas import DocumentRef, Evidence, Finding, Span
from store import open_store

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>"
SPELLED = "{{ 7*191 }}{% for x in y %}"
SQL = "x' OR 1=1; DROP TABLE documents; --"
FORMULA = '=HYPERLINK("http://example.org";"x")'
STRANGE = (SCRIPT, SPELLED, SQL, FORMULA, "a\x00b", "\u202egnp.exe", "../../../etc/passwd", "%00",
           "𝕏" * 500, '"' * 300, "(((((", "*", "NEAR(", "-1", "9" * 400)  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A database in which every text that a document can bring is hostile."""
    path = tmp_path_factory.mktemp("hostile") / "plans.db"
    settings = settings_of(path)
    bad = plan(
        name=f"{SCRIPT[:60]}.txt",
        issuer=f"{SCRIPT}|{SCRIPT}|province",
        day="2025-03-01",
        number=SCRIPT[:40],
        subject=SCRIPT + SPELLED,
        place=SCRIPT,
        tasks=[
            {"action": f"{FORMULA} {SCRIPT}", "leads": SCRIPT, "start": "2025-05-01",
             "end": "2025-05-12"},
            {"action": FORMULA, "leads": "=1+1", "end": "2025-05-13"},
        ],
        citations=[{"kind": SCRIPT, "number": SCRIPT, "subject": SCRIPT, "role": "basis"}],
    )  # fmt: skip
    with open_store(path) as store:
        saved = put(store, bad)
        reference = DocumentRef(id=saved.document_id, name=bad.name)
        store.save_findings(
            saved.document_id,
            [
                Finding(
                    id="f00d", rule="C17", name=SCRIPT, severity="error", document=reference,
                    message=SCRIPT, advice=SCRIPT,
                    evidence=(
                        Evidence(document=reference, as_written=SCRIPT, span=Span(start=0, end=9)),
                        Evidence(as_written=SCRIPT, source=SCRIPT),
                    ),
                )
            ],
        )  # fmt: skip
        store.correct(saved.document_id, "document.place", SCRIPT + "2", who=SCRIPT, why=SCRIPT,
                      at=settings.now())  # fmt: skip
    return path


@pytest.fixture(scope="module")
def client(base):
    with opened(base) as one:
        yield one


@pytest.fixture
def office(base, tmp_path):
    with opened(copied(base, tmp_path)) as one:
        yield one


def harmless(html):
    assert "<script>alert" not in html
    assert not re.search(r"<(?:img|svg)[^>]*\son\w+=", html)
    assert "1337" not in html  # 7 * 191: a template never runs what a document says


def test_no_text_of_a_document_is_ever_markup(client):
    row = client.get("/api/v1/documents").json()["rows"][0]["id"]
    pages = ["/", "/deadlines", "/deadlines?view=month&month=2025-05",
             "/deadlines?view=timeline&year=2025", "/deadlines?view=timeline&by=unit&year=2025",
             "/documents", "/documents?q=alert", "/findings", "/findings/f00d", "/log",
             "/register?part=units", f"/documents/{row}", "/ask?q=alert",
             f"/documents/{row}/correct?field=document.place"]  # fmt: skip
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        harmless(answer.text)
        assert "&lt;script&gt;" in answer.text, page


CHOICES = ("view=", "role=", "by=", "level=", "order=", "severity=", "status=", "page=", "part=",
           "overlapping=", "quarter=", "month=", "year=", "from=", "to=")  # fmt: skip


@pytest.mark.parametrize(
    "page",
    ["/deadlines?unit=", "/deadlines?document=", "/deadlines?quarter=", "/deadlines?month=",
     "/deadlines?from=", "/deadlines?area=", "/deadlines?level=", "/deadlines?view=",
     "/deadlines?page=", "/deadlines?role=", "/deadlines?field=", "/deadlines?to=",
     "/deadlines?year=", "/deadlines?overlapping=", "/deadlines?view=timeline&by=",
     "/findings?office=", "/findings?field=", "/findings?level=", "/findings?page=",
     "/register/entry?key=", "/register/entry?part=movements&key=", "/register/entry?part=",
     "/documents?level=", "/documents?status=", "/check/", "/calendar/",
     "/api/v1/deadlines?field=", "/api/v1/findings?office=", "/api/v1/documents?issuer=",
     "/api/v1/ask?q=", "/export/findings.csv?document=", "/documents?q=", "/documents?issuer=",
     "/documents?year=", "/documents?order=", "/findings?rule=", "/findings?document=",
     "/findings?severity=", "/findings?status=", "/register?q=", "/register?part=units&q=",
     "/ask?q=", "/sign-in?back=", "/documents/", "/findings/", "/language/", "/static/",
     "/api/v1/search?q=", "/api/v1/deadlines?unit=", "/api/v1/findings?document=",
     "/api/v1/documents/", "/export/deadlines.csv?unit=", "/calendar/local/deadlines.ics?unit="],
)  # fmt: skip
def test_strange_words_in_every_parameter(client, page):
    # Where only a few words have a meaning, all others go one way.
    chosen = STRANGE[::4] if page.rpartition("?")[2].endswith(CHOICES) else STRANGE
    for words in chosen:
        answer = client.get(page + quote(words, safe=""), follow_redirects=False)
        assert answer.status_code < 500, (words, answer.text)
        if "html" in answer.headers.get("content-type", ""):
            harmless(answer.text)
    assert client.get("/api/v1/health").json()["documents"] == 1  # no table was dropped


@pytest.fixture(scope="module")
def wall(base, tmp_path_factory):
    """A copy in which forms may leave what they like."""
    with opened(copied(base, tmp_path_factory.mktemp("wall"))) as one:
        yield one


FORMS = {
    "/findings/f00d": {"act": "dismiss", "reason": None},
    "/findings": {"act": "accept", "finding": "f00d", "reason": None, "back": None},
    "/register/aliases": {"name": None, "alias": None, "source": None},
    "/register/entry": {"part": "documents", "act": "keep", "kind": None, "number": None,
                        "title": None, "issuer": None, "replaced_by": None, "period": None,
                        "source": None},
    "/register/entry?movement": {"part": "movements", "act": "keep", "name": None, "source": None,
                                 "kind": None, "launched_by": None, "periods": None,
                                 "successor": None, "variants": None},
    "/documents/ROW/correct": {"field": "document.subject", "value": None, "why": None},
    "/documents/ROW/undo": {"correction": None, "why": None},
    "/documents/ROW/settle": {"same": None, "why": None},
    "/sign-in": {"name": None, "password": None, "back": None},
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_strange_words_in_every_field_of_every_form(wall, form):
    """What was left through a form is shown as words on every page that shows it."""
    row = wall.get("/api/v1/documents").json()["rows"][0]["id"]
    sent = {"csrf": token(wall)}
    for words in STRANGE:
        asked = {name: words if value is None else value for name, value in FORMS[form].items()}
        answer = wall.post(form.replace("ROW", row), data={**sent, **asked}, follow_redirects=False)
        assert answer.status_code < 500, (words, answer.text)
        assert answer.headers.get("location", "/").startswith("/")
        assert not answer.headers.get("location", "/").startswith("//")
        harmless(answer.text)
    for page in ("/log", "/register", "/register?part=movements", "/register?part=units",
                 "/findings?status=all", "/findings/f00d", f"/documents/{row}"):  # fmt: skip
        answer = wall.get(page)
        # The finding goes when its plan is checked anew.
        assert answer.status_code == 200 or (page, answer.status_code) == ("/findings/f00d", 404)
        harmless(answer.text)


def test_a_file_larger_than_one_may_be_is_refused_in_words(office, monkeypatch):
    monkeypatch.setattr("kehoach.web.uploads.LARGEST_FILE", 1000)
    files = {"files": ("to.txt", b"x" * 1001)}
    told = office.post("/drop", data={"csrf": token(office)}, files=files)
    assert "f-unreadable" in told.text
    told = office.post("/check", data={"csrf": token(office)}, files={"file": files["files"]})
    assert 'role="alert"' in told.text


def test_no_sheet_of_a_workbook_has_a_formula(client):
    for kind in ("deadlines", "findings", "documents"):
        content = client.get(f"/export/{kind}.xlsx").content
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            sheets = [book.read(name) for name in book.namelist() if "worksheets/sheet" in name]
        assert sheets
        assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets), kind


def test_spreadsheet_has_no_formula(client):
    text = client.get("/export/deadlines.csv").text
    assert "\"'=HYPERLINK" in text or ",'=HYPERLINK" in text or "'=HYPERLINK" in text
    assert not re.search(r'(?:^|,)"?[=+@]', text.removeprefix("\ufeff"), flags=re.MULTILINE)


@pytest.mark.parametrize(
    "page", ["/", "/nowhere", "/static/page.css", "/api/v1/me", "/export/deadlines.csv"]
)
def test_headers_on_every_answer(client, page):
    headers = client.get(page).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


POSTS = ("/drop", "/check", "/findings", "/findings/f00d", "/register/aliases", "/register/entry",
         "/sign-out", "/api/v1/documents")  # fmt: skip


@pytest.mark.parametrize("page", POSTS)
@pytest.mark.parametrize("sent", ["", "0" * 64, "ä"])
def test_a_form_of_another_site_changes_nothing(client, page, sent):
    answer = client.post(page, data={"csrf": sent, "act": "accept"}, follow_redirects=False)
    assert answer.status_code == 403
    assert client.get("/api/v1/findings").json()[0]["status"] == "open"


def test_a_token_of_one_session_is_worth_nothing_in_another(base, client):
    with opened(base) as other:
        sent = {"csrf": token(client), "act": "accept"}
        assert other.post("/findings/f00d", data=sent).status_code == 403


def test_programs_need_the_token_in_a_header(office):
    verdict = {"status": "accepted"}
    address = "/api/v1/findings/f00d/verdict"
    assert office.post(address, json=verdict).status_code == 403
    mine = {"X-CSRF-Token": office.get("/api/v1/me").json()["csrf"]}
    assert office.post(address, json=verdict, headers=mine).json()["status"] == "accepted"
    half = office.post(address, content=b'{"status":"dismissed","reason":"\\ud800"}',
                       headers={**mine, "content-type": "application/json"})  # fmt: skip
    assert half.status_code == 422


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1.example.org", "192.168.1.5:8321", "", "localhost.evil:80"]
)
def test_without_accounts_only_this_machine_is_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


def test_without_accounts_nothing_that_was_passed_on_is_answered(client):
    assert client.get("/", headers={"x-forwarded-for": "10.0.0.9"}).status_code == 400
    assert client.get("/", headers={"host": "[::1]:8321"}).status_code == 200
    assert client.get("/", headers={"host": "localhost:8321"}).status_code == 200


@pytest.mark.parametrize(
    "back",
    ["https://example.org", "//example.org", "/\\example.org", "\\\\example.org", "javascript:x",
     "/\n/example.org", "http:example.org", "", "/\t/example.org"],
)  # fmt: skip
def test_no_link_leads_away(client, back):
    for page in ("/language/en", "/sign-in"):
        answer = client.get(page, params={"back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"
    client.cookies.delete("language")


@pytest.mark.parametrize(
    "name",
    ["../../../tmp/evil.txt", "..\\..\\evil.txt", "/etc/passwd", "a\x00b.txt", "x" * 3000 + ".txt",
     SCRIPT, "CON.txt", ".htaccess", "~$khoa.docx", "…", ""],
)  # fmt: skip
def test_names_of_uploads_are_never_paths(wall, name):
    number = 1000 + zlib.crc32(name.encode()) % 9000  # a document of its own for each name
    text = f"ỦY BAN NHÂN DÂN\nSố: {number}/KH-UBND\nKẾ HOẠCH\nKiểm tra trước ngày 20/5/2025."
    before = {row["id"] for row in wall.get("/api/v1/documents").json()["rows"]}
    answer = wall.post("/drop", data={"csrf": token(wall)}, files={"files": (name, text.encode())})
    assert answer.status_code == 200
    harmless(answer.text)
    rows = wall.get("/api/v1/documents").json()["rows"]
    new = [row["name"] for row in rows if row["id"] not in before]
    assert len(new) == bool(name)  # without a name no file was chosen
    for kept in new:
        assert "/" not in kept
        assert "\\" not in kept
        assert len(kept) <= 120
    assert not list(wall.app.state.desk.settings.db.parent.rglob("evil*"))


def test_static_files_are_only_ours(client):
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/"):
        assert client.get(path).status_code in (404, 405)


def bomb(levels):
    data = b"0" * (1 << 20)
    for _ in range(levels):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
            zipped.writestr("a.zip", data)
        data = out.getvalue()
    return data


def test_nested_archives_are_refused_in_words(office):
    files = {"files": ("a.zip", bomb(30))}
    answer = office.post("/drop", data={"csrf": token(office)}, files=files)
    assert answer.status_code == 200
    assert "f-unreadable" in answer.text


def test_too_much_at_once_is_refused(client, monkeypatch):
    async def takes_all(scope, receive, send):
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"taken"})

    small = TestClient(Guard(takes_all, local=True, largest=1000), base_url="http://127.0.0.1")
    assert small.post("/", content=b"x" * 1000).status_code == 200
    assert small.post("/", content=b"x" * 1001).status_code == 413
    assert small.post("/", content=b"x", headers={"content-length": "-1"}).status_code == 413
    many = [("files", (f"{n}.txt", b"x")) for n in range(51)]
    answer = client.post("/drop", data={"csrf": token(client)}, files=many)
    assert answer.status_code == 400


@pytest.fixture(scope="module")
def guarded_base(base, tmp_path_factory):
    """With its accounts: their passwords take their time to hash."""
    path = copied(base, tmp_path_factory.mktemp("guarded"))
    with opened(path, accounts=True):
        return path


@pytest.fixture
def guarded(guarded_base, tmp_path):
    with opened(copied(guarded_base, tmp_path), accounts=True) as one:
        yield one


def test_with_accounts_nothing_is_shown_before_signing_in(guarded):
    pages = ("/", "/deadlines", "/documents", "/findings", "/findings/f00d", "/register", "/drop",
             "/check", "/ask", "/log", "/accounts", "/export/deadlines.csv",
             "/export/deadlines.ics")  # fmt: skip
    for page in pages:
        answer = guarded.get(page, follow_redirects=False)
        assert answer.status_code == 303, page
        assert answer.headers["location"].startswith("/sign-in?back=")
    for page in ("/api/v1/documents", "/api/v1/findings", "/api/v1/me", "/api/v1/deadlines"):
        assert guarded.get(page).status_code == 401
    assert guarded.get("/calendar/local/deadlines.ics").status_code == 403
    assert guarded.get("/calendar//deadlines.ics").status_code in (403, 404)
    assert guarded.get("/api/v1/health").status_code == 200


def test_roles(guarded):
    assert sign_in(guarded, "an") == 303
    assert guarded.get("/").status_code == 200
    assert guarded.get("/drop").status_code == 403
    assert guarded.get("/accounts").status_code == 403
    sent = {"csrf": token(guarded, "/check"), "act": "accept"}
    assert guarded.post("/findings/f00d", data=sent).status_code == 403
    assert guarded.post("/accounts", data=sent).status_code == 403
    assert sign_out(guarded) == "/sign-in"
    assert sign_in(guarded, "binh") == 303
    assert guarded.get("/drop").status_code == 200
    assert guarded.get("/accounts").status_code == 403
    sent["csrf"] = token(guarded)
    assert guarded.post("/findings/f00d", data=sent).status_code == 200
    assert "binh" in guarded.get("/log").text  # who decided is noted


def sign_out(client):
    sent = {"csrf": token(client, "/check")}
    return client.post("/sign-out", data=sent, follow_redirects=False).headers["location"]


def test_a_session_that_was_set_before_is_worth_nothing_after(guarded):
    guarded.get("/sign-in")
    before = guarded.cookies["kehoach"]
    assert sign_in(guarded, "binh") == 303
    after = guarded.cookies["kehoach"]
    assert after != before
    thief = TestClient(guarded.app, base_url="http://127.0.0.1:8321")
    thief.cookies.set("kehoach", before)
    assert thief.get("/", follow_redirects=False).status_code == 303
    sign_out(guarded)
    guarded.cookies.set("kehoach", after)
    assert guarded.get("/api/v1/me").status_code == 401


def test_session_cookie_is_out_of_reach(guarded):
    header = guarded.get("/sign-in").headers["set-cookie"]
    assert "HttpOnly" in header
    assert "SameSite=Lax" in header


def test_guessing_passwords_ends_after_a_few(guarded):
    assert [sign_in(guarded, "binh", "wrong password") for _ in range(5)] == [403] * 5
    assert sign_in(guarded, "binh") == 429  # the right one too: nobody learns which it was


def test_an_unknown_name_is_answered_like_a_wrong_password(guarded):
    assert sign_in(guarded, "nobody", "wrong password") == 403


def test_an_admin_keeps_accounts_and_the_last_one_stays(guarded):
    sign_in(guarded, "chi")
    sent = {"csrf": token(guarded), "name": "dung", "role": "reader", "password": "ngan"}
    assert guarded.post("/accounts", data=sent).status_code == 400
    sent["password"] = "mot mat khau du dai"
    assert "dung" in guarded.post("/accounts", data=sent).text
    gone = {"csrf": sent["csrf"], "name": "chi", "act": "remove"}
    assert guarded.post("/accounts", data=gone).status_code == 400
    guarded.post("/accounts", data={**gone, "name": "dung"})
    assert "đã bỏ tài khoản" in guarded.get("/accounts").text


def test_a_calendar_address_is_secret_and_ends_with_the_account(guarded):
    sign_in(guarded, "binh")
    address = re.search(r'href="(/calendar/[^"?]+)', guarded.get("/deadlines").text)[1]
    calendar = TestClient(guarded.app, base_url="http://127.0.0.1:8321")
    assert calendar.get(address).text.startswith("BEGIN:VCALENDAR")
    sign_out(guarded)
    sign_in(guarded, "chi")
    guarded.post("/accounts", data={"csrf": token(guarded), "name": "binh", "act": "remove"})
    assert calendar.get(address).status_code == 403


def test_accounts_file_holds_no_password_and_is_private(guarded, tmp_path):
    path = tmp_path / "plans.accounts.db"
    assert b"bon tu de nho" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_serving_others_without_accounts_is_refused(kehoach, tmp_path):
    out = kehoach("serve", "--host", "0.0.0.0", "--db", tmp_path / "x.db")
    assert out.returncode == 2
    assert "tài khoản" in out.stderr


def account(db, *words, password=""):
    return subprocess.run(
        [sys.executable, "-m", "kehoach", "account", *words, "--db", db],
        cwd=ROOT,
        input=password + "\n",
        capture_output=True,
        text=True,
    )


def test_accounts_from_the_command_line(tmp_path):
    db = tmp_path / "x.db"
    words = ("lan", "--role", "admin", "--password-stdin")
    assert account(db, *words, password="ngan").returncode == 2
    assert "lan" in account(db, *words, password="mot mat khau du dai").stdout
    assert account(db, "lan", "--remove").returncode == 2  # the last one that administers
    assert "lan" in account(db).stdout
