"""The office's day in a real browser, at a desk and on a phone; pictures of every page are kept
in `outputs/screens`. Skipped where Debian's chromium or playwright is not installed."""

import datetime as dt
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from docx import Document
from shared import ROOT
from web_office import PASSWORD, SAMPLES, sample

from kehoach.web.accounts import Accounts, accounts_path

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

SCREENS = ROOT / "outputs" / "screens"
PDF = "duoi-nuoc-3-sgddt-nghe-an.pdf"
OTHER_PDF = "thien-tai-so-nnmt.pdf"
DRAFT = "cai-cach-hanh-chinh-ubnd-huyen.docx"
WIDTHS = {"desk": (1440, 900), "phone": (390, 844)}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The server as it is started, with one account."""
    db = tmp_path_factory.mktemp("office") / "plans.db"
    accounts = Accounts(accounts_path(db))
    accounts.keep("binh", "admin", PASSWORD, who="", at=dt.datetime.now(dt.UTC))
    accounts.close()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH_")}
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "kehoach", "serve", "--db", db, "--today", "2025-05-12", "--port",
         str(port)],
        cwd=ROOT, env=kept, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    for _attempt in range(150):
        try:
            urllib.request.urlopen(base + "/api/v1/health").close()
            break
        except OSError:
            time.sleep(0.2)
    yield base
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def sign_in(page, address):
    page.goto(address)
    assert "/sign-in" in page.url
    page.get_by_label("Tên").fill("binh")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()


def drop(page, address, names):
    page.goto(address + "/drop")
    page.locator("input[type=file]").set_input_files([str(sample(name)) for name in names])
    page.get_by_role("button", name="Nạp văn bản").click()


@pytest.fixture(scope="module")
def state(address, chromium):
    """A signed-in session in whose office the samples lie; gives its cookies."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    sign_in(page, address)
    there = [name for name in (*SAMPLES, OTHER_PDF) if name != PDF]
    drop(page, address, there)
    page.locator("[data-fates] section").nth(len(there) - 1).wait_for(timeout=60_000)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def page(chromium, state):
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, storage_state=state, accept_downloads=True
    )
    one = context.new_page()
    told = watched(one)
    yield one
    context.close()
    assert told == []


def watched(page):
    """Gathers what the browser complains of; what an answer of 400 to 499 says is meant."""
    told = []
    page.on(
        "console",
        lambda said: said.type == "error" and "status of 4" not in said.text
        and told.append(said.text),
    )  # fmt: skip
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    return told


def open_document(page, address, words):
    page.goto(f"{address}/documents?q={words}")
    page.locator(".hit a").first.click()


def test_the_offices_day(chromium, state, address, tmp_path):
    """From signing in to signing out, as one person does it; `state` brought the other plans."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = context.new_page()
    told = watched(page)
    sign_in(page, address)
    drop(page, address, [PDF])
    fate = page.locator("[data-fates] tbody tr")
    fate.wait_for(timeout=60_000)
    assert "mới" in fate.inner_text()
    fate.get_by_role("link", name=PDF).click()
    assert "512/KH-SGDĐT" in page.locator("h1").inner_text()
    page.locator(".leaf img").first.wait_for()
    assert page.evaluate("document.querySelector('.leaf img').decode().then(() => true)")

    item, words = _a_date_is_corrected(page, address)
    page.goto(address + "/deadlines?view=month&month=2025-09")
    cell = page.locator("table.month td", has=page.locator('a[aria-label^="27/09/2025"]'))
    assert words[:30] in cell.inner_text()
    assert item in cell.inner_html()

    page.goto(address + "/findings?severity=error")
    page.locator(".finding-list a").first.click()
    assert page.locator("figure.passage").count() >= 2
    assert page.locator("mark.fault").count() >= 1
    page.get_by_label("Lý do").fill("đã có văn bản đính chính")
    page.get_by_role("button", name="Bỏ qua: không phải lỗi").click()
    assert "đã có văn bản đính chính" in page.locator("main").inner_text()

    _a_draft_is_checked(page, address, tmp_path)

    page.goto(address)
    page.get_by_label("Hỏi hoặc tìm").fill("quý 3 năm 2025 có việc gì đến hạn?")
    page.get_by_role("button", name="Hỏi").click()
    assert "01/07–30/09/2025" in page.locator(".understood").inner_text()
    assert words[:30] in page.locator("table.deadlines").inner_text()
    page.get_by_role("link", name="English").click()
    assert page.locator("h1").inner_text() == "Ask"
    page.get_by_role("link", name="Tiếng Việt").click()
    page.get_by_role("button", name=re.compile("Đăng xuất")).click()
    page.goto(address + "/documents")
    assert "/sign-in" in page.url
    context.close()
    assert told == []


def _a_date_is_corrected(page, address):
    """The first piece of work of quarter 3 is put off; gives its item and its words."""
    page.goto(address + "/deadlines")
    page.get_by_label("Quý").select_option("Q3")
    page.get_by_label("Năm", exact=True).fill("2025")
    page.get_by_role("button", name="Xem").click()
    ends = page.locator("table.deadlines .due").all_inner_texts()
    assert ends
    assert all(day[3:] in ("07/2025", "08/2025", "09/2025") for day in ends)
    work = page.locator("table.deadlines tbody tr").first.locator("td:nth-child(2) a")
    words = work.inner_text()
    work.click()
    item = page.url.partition("#at-")[2]
    beside = page.locator(f'.record [data-item="{item}"]')
    assert "lit" in beside.get_attribute("class")
    beside.locator("summary").click()
    beside.get_by_role("link", name="Ngày cuối").click()
    page.get_by_label("Ngày đúng").fill("2025-09-27")
    page.get_by_label("Lý do").fill("gia hạn theo công văn 12")
    page.get_by_role("button", name="Lưu").click()
    assert page.locator(f'.record [data-item="{item}"] .mended').count() == 1
    return item, words


def _a_draft_is_checked(page, address, folder):
    page.goto(address + "/check")
    page.locator("input[type=file]").set_input_files(str(sample(DRAFT)))
    page.get_by_role("button", name="Kiểm tra").click()
    page.locator(".draft-finding").first.wait_for()
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Tải bản có nhận xét").click()
    copy = folder / fetched.value.suggested_filename
    fetched.value.save_as(copy)
    assert copy.suffix == ".docx"
    assert len(list(Document(copy).comments)) >= page.locator(".draft-finding").count()


@pytest.mark.parametrize("view", ["", "?view=text"])
def test_text_and_record_move_together(page, address, view):
    open_document(page, address, "231/KH-SNNMT")
    page.goto(page.url.partition("?")[0].partition("#")[0] + view)
    last = page.locator(".record .g-task .go").last
    last.click()
    item = page.url.partition("#r-")[2]
    mark = page.locator(f'.text [data-item="{item}"]').first
    page.wait_for_function(
        """item => {
            const place = (words) => document.querySelector(words).getBoundingClientRect()
            const mark = place(`.text [data-item="${item}"]`)
            const pane = place(".text")
            return pane.top <= mark.top && mark.top <= pane.bottom
        }""",
        arg=item,
    )
    assert "lit" in mark.get_attribute("class")
    mark.dispatch_event("click")  # what lies on top of its middle may be another mark
    assert page.url.endswith(f"#at-{item}")
    assert "lit" in page.locator(f'.record [data-item="{item}"]').get_attribute("class")


def test_many_findings_get_one_verdict_and_the_filter_stays(page, address):
    page.goto(address + "/findings?severity=note")
    page.get_by_role("button", name="Chọn cả trang").click()
    boxes = page.locator(".finding-list input")
    assert boxes.count() == page.locator(".finding-list input:checked").count() > 1
    page.get_by_role("button", name="Đúng là lỗi").click()
    assert page.url == address + "/findings?severity=note"
    assert page.locator(".finding-list li").count() == 0


def test_by_keyboard_alone(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.numbers') !== null")


def test_the_day_without_scripts(chromium, state, address):
    """Every step is a form or a link: nothing needs a script."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, address)
    drop(page, address, ["duoi-nuoc-4-pgddt-thanh-lam.txt"])
    assert page.locator("tbody .tag").inner_text()
    for path in (*pages_of(context, address).values(), "/nowhere"):
        page.goto(address + path)
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").inner_text(), path
    page.goto(address + "/documents?q=96/KH-PGDĐT")
    page.locator(".hit a").first.click()
    page.locator(".record .g-header .fix").nth(4).click()
    page.locator("textarea[name=value]").fill("Thanh Lâm mới")
    page.get_by_label("Lý do").fill("gõ sai")
    page.get_by_role("button", name="Lưu").click()
    assert "Thanh Lâm mới" in page.locator(".record").inner_text()
    page.get_by_role("button", name="Rút lại").click()
    assert "Thanh Lâm mới" not in page.locator(".record").inner_text()
    page.goto(address + "/check")
    page.locator("input[type=file]").set_input_files(str(sample(DRAFT)))
    page.get_by_role("button", name="Kiểm tra").click()
    assert page.locator(".draft-finding").count() > 0
    context.close()


PAGES = {
    "hom-nay": "/",
    "thoi-han": "/deadlines?quarter=Q2&year=2025",
    "lich-thang": "/deadlines?view=month&month=2025-05",
    "dong-thoi-gian": "/deadlines?view=timeline&year=2025",
    "van-ban": "/documents",
    "tim-kiem": "/documents?q=duoi+nuoc",
    "phat-hien": "/findings?status=all",
    "kiem-tra": "/check",
    "nap": "/drop",
    "hoi": "/ask?q=vi%E1%BB%87c+n%C3%A0o+%C4%91%E1%BA%BFn+h%E1%BA%A1n+qu%C3%BD+2+n%C4%83m+2025",
    "so-tra-cuu": "/register",
    "phong-trao": "/register?part=movements",
    "don-vi": "/register?part=units",
    "muc-so-tra-cuu": "/register/entry?part=documents",
    "nhat-ky": "/log",
    "tai-khoan": "/accounts",
}


def pages_of(context, address):
    """Every page by its name, with one document, its text, one correction and one finding."""
    rows = context.request.get(address + "/api/v1/documents").json()["rows"]
    own = next(row["id"] for row in rows if row["name"] == OTHER_PDF)
    findings = context.request.get(address + "/api/v1/findings").json()
    two = next(one["id"] for one in findings if len(one["evidence"]) > 1)
    return {
        **PAGES,
        "mot-van-ban": f"/documents/{own}",
        "mot-van-ban-chu": f"/documents/{own}?view=text",
        "sua": f"/documents/{own}/correct?field=document.number",
        "mot-phat-hien": f"/findings/{two}",
    }


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_is_accessible_and_has_its_picture(
    chromium, state, address, axe, size, scheme
):
    width, height = WIDTHS[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, storage_state=state, color_scheme=scheme
    )
    page = context.new_page()
    SCREENS.mkdir(parents=True, exist_ok=True)
    faults = []
    for name, path in {**pages_of(context, address), "khong-co": "/nowhere"}.items():
        page.goto(address + path)
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wider) <= 0, name
        target = SCREENS / f"{name}-{width}{'-dark' * (scheme == 'dark')}.png"
        page.screenshot(path=target, full_page=size == "phone")
        if (size, scheme) == ("desk", "light") or name in COLOURFUL:
            faults += faults_of(page, axe, path, size, scheme)
    context.clear_cookies()
    page.goto(address)
    faults += faults_of(page, axe, "/sign-in", size, scheme)
    context.close()
    assert not faults, "\n".join(faults)


# Words, names and roles are the same everywhere; colours are not by night, places not by phone.
COLOURFUL = (
    "hom-nay",
    "thoi-han",
    "lich-thang",
    "phat-hien",
    "hoi",
    "mot-van-ban-chu",
    "mot-phat-hien",
)
RULES = {
    ("desk", "light"): {},
    ("desk", "dark"): {"runOnly": ["color-contrast"]},
    ("phone", "light"): {"runOnly": ["target-size", "scrollable-region-focusable"]},
}


def faults_of(page, axe, path, size, scheme):
    """What axe-core calls serious or critical, with the first place of each."""
    if (size, scheme) not in RULES:
        return []
    page.evaluate(axe)
    asked = {"resultTypes": ["violations"], **RULES[size, scheme]}
    told = page.evaluate("asked => axe.run(document, asked)", asked)
    return [
        f"{path} {fault['id']} {fault['nodes'][0]['html']} {fault['nodes'][0]['failureSummary']}"
        for fault in told["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


@pytest.fixture(scope="module")
def axe():
    """axe-core's own file, as a package of the registry brings it."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
