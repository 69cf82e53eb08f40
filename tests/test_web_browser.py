"""The office's day in a real browser, at a desk and on a phone; pictures of every page are kept
in `outputs/screens`. Skipped where Debian's chromium or playwright is not installed."""

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
from shared import ROOT
from web_office import PASSWORD, SAMPLES, sample

from kehoach.web.accounts import Accounts, accounts_path

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

SCREENS = ROOT / "outputs" / "screens"
WIDTHS = {"desk": (1440, 900), "phone": (390, 844)}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The server as it is started, with one clerk's account."""
    db = tmp_path_factory.mktemp("office") / "plans.db"
    accounts = Accounts(accounts_path(db))
    at = __import__("datetime").datetime.now().astimezone()
    accounts.keep("binh", "clerk", PASSWORD, who="", at=at)
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


@pytest.fixture(scope="module")
def state(address, chromium):
    """A signed-in session in whose office the samples lie; gives its cookies."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    assert "/sign-in" in page.url
    page.get_by_label("Tên").fill("binh")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.goto(address + "/drop")
    page.locator("input[type=file]").set_input_files([str(sample(name)) for name in SAMPLES])
    page.get_by_role("button", name="Nạp văn bản").click()
    page.locator("[data-fates] section").nth(len(SAMPLES) - 1).wait_for(timeout=60_000)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def page(chromium, state):
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, storage_state=state, accept_downloads=True
    )
    one = context.new_page()
    told = []
    one.on("console", lambda said: told.append(said.text) if said.type == "error" else None)
    one.on("pageerror", lambda error: told.append(str(error)))
    one.on("dialog", lambda dialog: told.append(dialog.message))
    yield one
    context.close()
    assert [line for line in told if "status of 4" not in line] == []


def open_document(page, address, words):
    page.goto(f"{address}/documents?q={words}")
    page.locator(".hit a").first.click()


def test_quarter_then_a_corrected_day_moves_in_the_calendar(page, address):
    page.goto(address + "/deadlines")
    page.get_by_label("Quý").select_option("Q2")
    page.get_by_label("Năm", exact=True).fill("2025")
    page.get_by_role("button", name="Xem").click()
    first = page.locator("table.deadlines tbody tr").first
    words = first.locator("td:nth-child(2)").inner_text()
    day = first.locator(".due").inner_text()
    first.locator("td:nth-child(2) a").click()
    item = page.url.partition("#at-")[2]
    beside = page.locator(f'.record [data-item="{item}"]')
    assert "lit" in beside.get_attribute("class")
    beside.locator("summary").click()
    beside.get_by_role("link", name="Ngày cuối").click()
    page.get_by_label("Ngày đúng").fill("2025-06-27")
    page.get_by_label("Lý do").fill("gia hạn theo công văn 12")
    page.get_by_role("button", name="Lưu").click()
    assert page.locator(f'.record [data-item="{item}"] .mended').count() == 1
    page.goto(address + "/deadlines?view=month&month=2025-06")
    cell = page.locator("table.month td", has=page.locator('a[aria-label^="27/06/2025"]'))
    assert words[:30] in cell.inner_text()
    page.goto(f"{address}/deadlines?from=2025-04-01&to=2025-06-30")
    assert day not in page.locator("tr", has_text=words[:30]).first.inner_text()


def test_text_and_record_move_together(page, address):
    open_document(page, address, "512/KH-SGDĐT")
    last = page.locator(".record .g-task .go").last
    last.click()
    item = page.url.partition("#r-")[2]
    mark = page.locator(f'.text mark[data-item="{item}"]').first
    page.wait_for_timeout(700)
    assert "lit" in mark.get_attribute("class")
    inside = mark.bounding_box()
    pane = page.locator(".text").bounding_box()
    assert pane["y"] <= inside["y"] <= pane["y"] + pane["height"]
    mark.click()
    assert page.url.endswith(f"#at-{item}")


def test_a_finding_with_both_passages_is_dismissed(page, address):
    page.goto(address + "/findings?severity=error")
    page.locator(".finding-list a").first.click()
    assert page.locator("figure.passage").count() >= 2
    assert page.locator("mark.fault").count() >= 1
    page.get_by_label("Lý do").fill("đã có văn bản đính chính")
    page.get_by_role("button", name="Bỏ qua: không phải lỗi").click()
    assert "đã có văn bản đính chính" in page.locator("main").inner_text()


def test_a_draft_a_question_the_language_and_out(page, address):
    page.goto(address + "/check")
    page.locator("input[type=file]").set_input_files(str(sample("duoi-nuoc-1-bo-gddt.docx")))
    page.get_by_role("button", name="Kiểm tra").click()
    page.locator("section h2").wait_for()
    assert "duoi-nuoc-1-bo-gddt.docx" in page.locator("section h2").inner_text()
    page.goto(address)
    page.get_by_label("Hỏi hoặc tìm").fill("quý 2 có việc gì đến hạn?")
    page.get_by_role("button", name="Hỏi").click()
    assert page.url.startswith(address + "/ask?q=")
    page.get_by_role("link", name="English").click()
    assert page.locator("h1").inner_text() == "Ask"
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.locator("h1").inner_text() == "Hỏi"
    # Signing out ends the session of these cookies, which the other tests still use.
    page.context.clear_cookies()
    page.goto(address + "/findings")
    assert "/sign-in" in page.url


def test_signing_out_ends_the_session(chromium, address):
    page = chromium.new_context().new_page()
    page.goto(address)
    page.get_by_label("Tên").fill("binh")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile("Đăng xuất")).click()
    page.goto(address + "/documents")
    assert "/sign-in" in page.url
    page.context.close()


def test_by_keyboard_alone(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.numbers') !== null")


PAGES = {
    "hom-nay": "/",
    "thoi-han": "/deadlines?quarter=Q2&year=2025",
    "lich-thang": "/deadlines?view=month&month=2025-05",
    "dong-thoi-gian": "/deadlines?view=timeline&year=2025",
    "van-ban": "/documents",
    "tim-kiem": "/documents?q=duoi+nuoc",
    "phat-hien": "/findings",
    "kiem-tra": "/check",
    "nap": "/drop",
    "hoi": "/ask?q=duoi+nuoc",
    "so-tra-cuu": "/register",
    "don-vi": "/register?part=units",
}


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_has_its_picture(chromium, state, address, size, scheme):
    width, height = WIDTHS[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, storage_state=state, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(address + "/documents?q=512/KH-SGDĐT")
    document = page.locator(".hit a").first.get_attribute("href")
    page.goto(address + "/findings?severity=error&status=all")
    finding = page.locator(".finding-list a").first.get_attribute("href")
    SCREENS.mkdir(parents=True, exist_ok=True)
    for name, path in {**PAGES, "mot-van-ban": document, "mot-phat-hien": finding}.items():
        page.goto(address + path)
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wider) <= 0, name
        target = SCREENS / f"{name}-{width}{'-dark' * (scheme == 'dark')}.png"
        page.screenshot(path=Path(target), full_page=size == "phone")
    context.close()


@pytest.fixture(scope="module")
def axe():
    """axe-core's own file, put there by `npm install --prefix outputs axe-core`."""
    path = ROOT / "outputs" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists():
        pytest.skip("axe-core is not there: npm install --prefix outputs axe-core")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(chromium, state, address, axe, scheme):
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, storage_state=state, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(address + "/documents?q=512/KH-SGDĐT")
    document = page.locator(".hit a").first.get_attribute("href")
    page.goto(address + "/findings?status=all")
    finding = page.locator(".finding-list a").first.get_attribute("href")
    correct = f"{document}/correct?field=document.number"
    faults = []
    for path in (*PAGES.values(), document, finding, correct, "/log", "/nowhere"):
        page.goto(address + path)
        page.evaluate(axe)
        told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for fault in told["violations"]:
            if fault["impact"] in ("serious", "critical"):
                node = fault["nodes"][0]
                faults.append(f"{path} {fault['id']} {node['html']} {node['failureSummary']}")
    context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", [*PAGES.values()])
def test_every_page_without_scripts(chromium, state, address, path):
    context = chromium.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(address + path)
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text()
    context.close()
