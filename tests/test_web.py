"""The page through its public face, as a browser without scripts sees it."""

import csv
import datetime as dt
import io
import re

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from markupsafe import escape
from web_office import SAMPLES, copied, opened, sample, send_files, token

from kehoach.web.held_drafts import Draft, HeldDrafts
from kehoach.web.passages import Mark, excerpt, marked_text
from schemas import Span

PAGES = (
    "/", "/deadlines", "/deadlines?quarter=Q2", "/deadlines?view=month&month=2025-05",
    "/deadlines?view=timeline&year=2025", "/deadlines?view=timeline&by=unit", "/documents",
    "/documents?q=duoi+nuoc", "/documents?year=2025&order=issuer", "/findings",
    "/findings?severity=error&status=all", "/register", "/register?part=movements",
    "/register?part=units&q=so+giao+duc", "/drop", "/check", "/ask?q=duoi+nuoc", "/log",
)  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "plans.db"
    with opened(path) as client:
        told = send_files(client, SAMPLES)
    assert told.count("/documents/") >= len(SAMPLES)
    return path


@pytest.fixture(scope="module")
def client(db):
    with opened(db) as one:
        yield one


@pytest.fixture
def office(db, tmp_path):
    """One whose database may be changed."""
    with opened(copied(db, tmp_path)) as one:
        yield one


def document(client, name):
    rows = client.get("/api/v1/documents").json()["rows"]
    return next(row["id"] for row in rows if name in row["name"])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_in_both_languages(client, page, language):
    client.cookies.set("language", language)
    answer = client.get(page)
    client.cookies.delete("language")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.count("<h1") == 1
    assert ("Hôm nay" in answer.text) == (language == "vi")


@pytest.mark.parametrize("page", PAGES)
def test_every_field_has_a_label_and_every_id_is_unique(client, page):
    html = client.get(page).text
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    bare = re.sub(r"<label.*?</label>", "", html, flags=re.DOTALL)
    for field in re.findall(r"<(?:input|select|textarea)[^>]*>", bare):
        named = re.search(r'\sid="([^"]+)"', field)
        assert (
            'type="hidden"' in field
            or "aria-label" in field
            or (named and f'for="{named[1]}"' in html)
        ), field


@pytest.mark.parametrize("page", PAGES)
def test_nothing_comes_from_elsewhere_and_nothing_is_inline(client, page):
    html = client.get(page).text
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', html)
    assert not re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    for script in re.findall(r"<script[^>]*>(.*?)</script>", html, flags=re.DOTALL):
        assert script == ""


def test_links_of_our_pages_lead_somewhere(client):
    links = set()
    for page in PAGES:
        found = re.findall(r'href="(/[^"#]*)', client.get(page).text)
        links.update(link.replace("&amp;", "&") for link in sorted(set(found))[:40])
    assert len(links) > 60
    for link in sorted(links):
        assert client.get(link, follow_redirects=False).status_code in (200, 303), link


def test_filter_by_quarter_shows_only_that_quarter(client):
    html = client.get("/deadlines?quarter=Q2&year=2025").text
    ends = re.findall(r'<span class="due[^"]*">(\d\d)/(\d\d)/(\d{4})', html)
    assert ends
    assert {(month, year) for _day, month, year in ends} <= {
        (m, "2025") for m in ("04", "05", "06")
    }


def test_month_without_a_year_says_which_year_it_took(client):
    assert "2025" in client.get("/deadlines?month=5").text


def test_calendar_shows_the_deadlines_of_the_table(client):
    rows = client.get("/api/v1/deadlines?month=2025-05").json()["rows"]
    html = client.get("/deadlines?view=month&month=2025-05").text
    assert rows
    for row in rows:
        assert f"#at-{row['item']}" in html


def test_timeline_has_a_bar_for_each_deadline_and_stays_inside(client):
    html = client.get("/deadlines?view=timeline&year=2025").text
    bars = re.findall(r'<rect class="bar (\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', html)
    total = client.get("/api/v1/deadlines?year=2025&overlapping=true").json()["total"]
    assert len([kind for kind, _x, _w in bars if kind != "phase"]) == min(total, 80)
    assert all(float(x) + float(width) <= 1000.5 for _kind, x, width in bars)


def test_spreadsheet_holds_what_the_table_shows(client):
    answer = client.get("/export/deadlines.csv?year=2025")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) - 1 == client.get("/api/v1/deadlines?year=2025").json()["total"]
    assert "attachment" in answer.headers["content-disposition"]


def test_calendar_file_is_one_that_calendars_read(client):
    content = client.get("/calendar/local/deadlines.ics?year=2025").content
    events = Calendar.from_ical(content).walk("VEVENT")
    rows = client.get("/api/v1/deadlines?year=2025&limit=1000").json()["rows"]
    assert len(events) == len(rows)
    last_days = {str(event["DTEND"].dt - dt.timedelta(days=1)) for event in events}
    assert last_days == {row["end"] for row in rows}
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_every_item_is_marked_in_the_text_and_stands_beside_it(client):
    one = document(client, "duoi-nuoc-3")
    html = client.get(f"/documents/{one}").text
    record = client.get(f"/api/v1/documents/{one}").json()["record"]
    items = [item["id"] for group in ("tasks", "citations", "targets") for item in record[group]]
    assert items
    for item in items:
        assert f'id="r-{item}"' in html
        assert f'id="at-{item}"' in html
        assert f'href="#at-{item}"' in html
        assert f'href="#r-{item}"' in html
    assert html.count("<mark") == html.count("</mark>")


def test_citations_lead_both_ways(client):
    province, office = document(client, "duoi-nuoc-2"), document(client, "duoi-nuoc-3")
    assert f"/documents/{province}" in client.get(f"/documents/{office}").text
    assert f"/documents/{office}" in client.get(f"/documents/{province}").text


def test_a_corrected_day_shows_in_the_calendar_and_can_be_taken_back(office):
    row = office.get("/api/v1/deadlines?month=2025-05").json()["rows"][0]
    one, item = row["document"]["id"], row["item"]
    field = f"tasks[{item}].time.end"
    form = office.get(f"/documents/{one}/correct", params={"field": field})
    assert row["end"] in form.text
    sent = {"csrf": token(office), "field": field, "value": "2025-12-30", "why": "gia hạn"}
    answer = office.post(f"/documents/{one}/correct", data=sent, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/documents/{one}#r-{item}"
    assert item in office.get("/deadlines?view=month&month=2025-12").text
    assert item not in office.get("/deadlines?view=month&month=2025-05").text
    page = office.get(f"/documents/{one}").text
    assert "gia hạn" in page
    number = re.search(r'name="correction" value="(\d+)"', page)[1]
    office.post(f"/documents/{one}/undo", data={"csrf": token(office), "correction": number})
    assert item in office.get("/deadlines?view=month&month=2025-05").text


@pytest.mark.parametrize("field", ["leads", "partners"])
def test_units_are_corrected_by_their_names(office, field):
    one = document(office, "duoi-nuoc-3")
    item = office.get(f"/api/v1/documents/{one}").json()["record"]["tasks"][0]
    path = f"tasks[{item['id']}].{field}"
    kept = [unit["name"] for unit in item[field]]
    sent = {"csrf": token(office), "field": path, "why": "rõ hơn"}
    value = "; ".join([*kept, "Phòng Tài chính"])
    office.post(f"/documents/{one}/correct", data={**sent, "value": value})
    now = office.get(f"/api/v1/documents/{one}").json()["record"]["tasks"][0][field]
    assert now[:-1] == item[field]  # what was there keeps its place and level
    assert now[-1]["name"] == "Phòng Tài chính"


def test_a_value_that_does_not_fit_is_refused_and_kept_in_the_form(office):
    one = document(office, "duoi-nuoc-3")
    sent = {"csrf": token(office), "field": "document.issued_on", "value": "mai", "why": "x"}
    answer = office.post(f"/documents/{one}/correct", data=sent)
    assert answer.status_code == 400
    assert 'value="mai"' in answer.text


def test_a_missing_issuer_is_filled_in_by_its_name(office):
    one = document(office, "duoi-nuoc-3")
    sent = {"csrf": token(office), "field": "document.issuer", "value": "Sở Y tế", "why": "sai"}
    office.post(f"/documents/{one}/correct", data=sent)
    record = office.get(f"/api/v1/documents/{one}").json()["record"]
    assert record["document"]["issuer"]["name"] == "Sở Y tế"


def test_a_finding_is_dismissed_with_a_reason_and_opened_again(office):
    finding = office.get("/api/v1/findings").json()[0]
    address = f"/findings/{finding['id']}"
    page = office.get(address).text
    assert finding["message"] in page.replace("&#34;", '"').replace("&amp;", "&")
    assert page.count("<figure") == len(finding["evidence"])
    sent = {"csrf": token(office), "act": "dismiss"}
    assert office.post(address, data=sent).status_code == 400  # no reason
    assert "đã gia hạn" in office.post(address, data={**sent, "reason": "đã gia hạn"}).text
    assert office.get("/api/v1/findings?status=dismissed").json()[0]["id"] == finding["id"]
    assert "đã gia hạn" in office.get(address).text
    office.post(address, data={"csrf": sent["csrf"], "act": "reopen"})
    assert office.get("/api/v1/findings?status=dismissed").json() == []


def test_several_findings_get_one_verdict(office):
    several = [one["id"] for one in office.get("/api/v1/findings").json()[:3]]
    sent = {"csrf": token(office), "act": "dismiss", "finding": several}
    assert office.post("/findings", data=sent).status_code == 400
    office.post("/findings", data={**sent, "reason": "đã rõ"})
    kept = office.get("/api/v1/findings?status=dismissed").json()
    assert {one["id"] for one in kept} == set(several)
    assert kept[0]["status"] == "dismissed"


def test_a_draft_is_checked_and_not_kept(client):
    before = client.get("/api/v1/documents").json()["total"]
    name = "duoi-nuoc-1-bo-gddt.docx"
    draft = sample(name).read_bytes()
    answer = client.post("/check", data={"csrf": token(client)}, files={"file": (name, draft)})
    assert answer.status_code == 200
    assert name in answer.text
    assert client.get("/api/v1/documents").json()["total"] == before


@pytest.mark.parametrize(
    ("name", "ending", "start"),
    [("cai-cach-hanh-chinh-ubnd-huyen.docx", ".docx", b"PK"),
     ("duoi-nuoc-3-sgddt-nghe-an.pdf", ".pdf", b"%PDF")],
)  # fmt: skip
def test_a_checked_draft_comes_back_with_comments(client, db, name, ending, start):
    draft = sample(name).read_bytes()
    page = client.post("/check", data={"csrf": token(client)}, files={"file": (name, draft)}).text
    address = re.search(r'href="(/check/[^"]+/comments)"', page)[1]
    answer = client.get(address)
    assert answer.content.startswith(start)
    assert answer.content != draft
    assert answer.headers["content-disposition"].startswith("attachment")
    assert ending in answer.headers["content-disposition"]
    if ending == ".docx":
        comments = [one.text for one in Document(io.BytesIO(answer.content)).comments]
        numbered = {one.partition(".")[0] for one in comments}  # a finding may stand at two places
        assert len(numbered) == page.count('<article class="draft-finding')
    with opened(db) as other:  # who did not bring it does not get it
        assert other.get(address).status_code == 403


def test_drafts_are_held_for_a_while_only():
    now = [0.0]
    held = HeldDrafts(clock=lambda: now[0])
    name = held.hold("lan", Draft("x.txt", b"x", (), ()))
    assert held.of("lan", name).original == b"x"
    assert held.of("hoa", name) is None
    assert held.of("lan", "không có") is None
    now[0] = 1801.0
    assert held.of("lan", name) is None


def test_what_cannot_be_read_is_told_and_stops_nothing(office):
    files = [
        ("files", ("hong.pdf", b"%PDF-1.4 no more")),
        ("files", ("duoi-nuoc-1-bo-gddt.docx", sample("duoi-nuoc-1-bo-gddt.docx").read_bytes())),
        ("files", ("rong.docx", b"")),
    ]
    page = office.post("/drop", data={"csrf": token(office)}, files=files).text
    assert page.count("f-unreadable") == 2
    assert page.count("/documents/") == 1


def test_the_same_file_again_is_a_duplicate(office):
    assert "f-duplicate" in send_files(office, SAMPLES[:1])


def test_the_original_comes_back_as_a_download(client):
    one = document(client, "duoi-nuoc-3")
    answer = client.get(f"/documents/{one}/original")
    assert answer.content == sample("duoi-nuoc-3-sgddt-nghe-an.pdf").read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_another_name_of_a_unit_finds_it(office):
    row = office.get("/api/v1/deadlines?limit=1000").json()["rows"]
    unit = next(lead for one in row for lead in one["leads"])
    sent = {"csrf": token(office), "name": unit, "alias": "tổ tám", "source": "quy ước nội bộ"}
    office.post("/register/aliases", data=sent)
    assert "tổ tám" in office.get("/register", params={"part": "units", "q": unit}).text
    assert office.get("/api/v1/deadlines", params={"unit": "tổ tám"}).json()["total"] > 0


def test_language_is_remembered_and_leads_back(client):
    answer = client.get("/language/en?back=/findings?severity%3Derror", follow_redirects=False)
    assert answer.headers["location"] == "/findings?severity=error"
    assert "Findings" in client.get("/findings").text
    client.cookies.delete("language")


@pytest.mark.parametrize(
    ("page", "code"),
    [("/nowhere", 404), ("/documents/ffffffffffff", 404), ("/findings/0", 404),
     ("/deadlines?quarter=Q7", 400), ("/deadlines?from=31/02/2025", 400),
     ("/deadlines?year=999999999999", 400), ("/deadlines?document=khong+co", 400),
     ("/documents?year=abc", 400), ("/deadlines?recurring=1", 400),
     ("/deadlines?from=9999-12-31&view=month", 400), ("/api/v1/deadlines?limit=0", 422)],
)  # fmt: skip
def test_troubles_are_told_in_words(client, page, code):
    answer = client.get(page)
    assert answer.status_code == code
    assert "Traceback" not in answer.text
    if not page.startswith("/api"):
        assert "<h1" in answer.text


def test_page_numbers_beyond_the_list_show_an_empty_page(client):
    assert client.get("/deadlines?page=999999").status_code == 200
    assert client.get("/documents?page=-3").status_code == 200


def test_api_describes_itself_and_answers_as_the_command_line(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/deadlines", "/api/v1/documents/{document_id}"} <= set(paths)
    row = client.get("/api/v1/deadlines?year=2025").json()["rows"][0]
    assert {"document", "action", "leads", "end", "precision", "as_written", "span"} <= set(row)
    finding = client.get("/api/v1/findings").json()[0]
    assert {"id", "rule", "message", "advice", "evidence", "status", "count"} <= set(finding)
    assert "message_en" not in finding


def test_a_question_is_shown_as_it_was_understood_with_its_answer(client):
    question = "việc nào đến hạn trong quý 2 năm 2025?"
    html = client.get("/ask", params={"q": question}).text
    told = client.get("/api/v1/ask", params={"q": question}).json()
    table = client.get("/api/v1/deadlines?quarter=Q2&year=2025").json()
    assert told["total"] == table["total"] > 0
    assert [row["item"] for row in told["rows"]] == [row["item"] for row in table["rows"]]
    assert "01/04–30/06/2025" in html
    page = re.search(r'href="(/deadlines\?[^"]+)"', html)[1].replace("&amp;", "&")
    assert f"{table['total']} việc" in client.get(page).text


def test_a_question_that_is_not_understood_is_looked_for(client):
    html = client.get("/ask", params={"q": "đuối nước xyz"}).text
    assert 'role="alert"' in html
    answer = client.get("/api/v1/ask", params={"q": "đuối nước xyz"}).json()
    assert answer["understood"] is None
    assert answer["message"]


@pytest.mark.parametrize(
    "question",
    ["văn bản nào của năm 2025?", "phát hiện nào mức lỗi?", "tìm đuối nước",
     "145/KH-UBND viện dẫn những văn bản nào?", "mỗi đơn vị có bao nhiêu việc năm 2025?"],
)  # fmt: skip
def test_every_kind_of_answer_has_its_page(client, question):
    answer = client.get("/ask", params={"q": question})
    assert answer.status_code == 200
    told = client.get("/api/v1/ask", params={"q": question})
    assert told.status_code == 200


def test_an_excerpt_leaves_out_empty_lines_but_no_words():
    text = "một\n\n \nhai\n\nBA\n\n\nbốn\n"
    start = text.index("BA")
    found = excerpt(text, Span(start=start, end=start + 2))
    assert (found.before, found.words, found.after) == ("một\nhai\n", "BA", "\nbốn\n")


@given(
    st.text(alphabet="ab <&\n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=20),
)
def test_marks_are_well_nested_and_keep_every_letter(text, stretches):
    marks = [Mark(a, b, f"i{n}", "task", "việc") for n, (a, b) in enumerate(stretches)]
    html = str(marked_text(text, marks))
    bare = re.sub(r'<a class="to"[^>]*></a>|</?mark[^>]*>', "", html)
    assert bare == str(escape(text))
    depth = 0
    for tag in re.findall(r"</?mark", html):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_fault_of_ours_is_told_in_words_and_as_json(office):
    """The page says whose fault it is, programs get the same as JSON."""
    office.app.add_api_route("/breaks", lambda: 1 / 0)
    office.app.add_api_route("/api/v1/breaks", lambda: 1 / 0)
    for language, words in (("vi", "lỗi của kehoach"), ("en", "a fault in kehoach")):
        office.cookies.set("language", language)
        for path in ("/breaks", "/api/v1/breaks"):
            answer = office.get(path)
            assert answer.status_code == 500
            assert words in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert office.get("/api/v1/breaks").json()["advice"] == ""
    assert "<h1" in office.get("/breaks").text
