"""Takes the pictures of the guide and the README from the running page (`make pictures`).

Needs Debian's chromium and playwright; the samples are taken in anew, so that the pictures
always show what this version does.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).parent
ROOT = DOCS.parent
PICTURES = DOCS / "pictures"
SAMPLES = sorted(path for path in (ROOT / "corpus" / "samples").iterdir() if path.is_dir())
DROPPED = ROOT / "corpus" / "samples" / "duoi-nuoc-4-pgddt-thanh-lam"
DRAFT = (
    ROOT / "corpus" / "samples" / "cai-cach-hanh-chinh-ubnd-huyen"
    / "cai-cach-hanh-chinh-ubnd-huyen.docx"
)  # fmt: skip
TODAY = "2025-05-12"
WIDTH, HEIGHT = 1180, 760
COLOURS = 64


def main() -> None:
    """Start the page over the samples, take the pictures, stop it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not installed: sudo apt-get install chromium")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        db = Path(folder, "ke-hoach.db")
        # All but the one that is dropped before the reader's eyes.
        kehoach("ingest", *(one for one in SAMPLES if one != DROPPED), "--db", db)
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "kehoach", "serve", "--db", db, "--today", TODAY, "--port",
             str(port)],
            cwd=ROOT,
        )  # fmt: skip
        try:
            base = f"http://127.0.0.1:{port}"
            wait_for(base)
            browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            size = {"width": WIDTH, "height": HEIGHT}
            take(browser.new_page(viewport=size, color_scheme="light"), base)  # type: ignore[arg-type]
            browser.close()
        finally:
            server.terminate()
            server.wait()


def take(page: Page, base: str) -> None:
    """Each picture once, in the order of the guide."""
    page.goto(base)
    keep(page, "hom-nay")
    page.goto(base + "/drop")
    page.locator("input[type=file]").set_input_files(DROPPED / f"{DROPPED.name}.txt")
    page.locator("form.drop button").click()
    page.locator("[data-fates] section").wait_for()
    keep(page, "nap-van-ban")
    page.goto(base + "/deadlines?quarter=Q2&year=2025")
    keep(page, "thoi-han")
    page.goto(base + "/deadlines?view=month&month=2025-05")
    keep(page, "lich-thang")
    page.goto(base + "/deadlines?view=timeline&year=2025&by=unit&unit=giao+duc")
    keep(page, "dong-thoi-gian")
    page.goto(base + "/documents?q=512/KH-SGDĐT")
    page.locator(".hit a").first.click()
    page.locator(".leaf img").first.wait_for()
    page.evaluate("document.querySelector('.leaf img').decode()")
    page.locator(".record .g-task .go").nth(1).click()
    page.wait_for_timeout(900)
    keep(page, "van-ban")
    page.locator(".record .g-task .fixes summary").nth(1).click()
    page.locator(".record .g-task .fixes[open] a").nth(2).click()
    keep(page, "sua-gia-tri")
    page.goto(base + "/findings?severity=error")
    keep(page, "danh-sach-phat-hien")
    page.goto(base + "/findings?rule=C17")
    page.locator(".finding-list a").first.click()
    keep(page, "phat-hien")
    page.goto(base + "/check")
    page.locator("input[type=file]").set_input_files(DRAFT)
    page.locator("form.drop button").click()
    page.locator(".draft-finding").first.wait_for()
    page.locator(".fetch").scroll_into_view_if_needed()
    page.mouse.wheel(0, 260)
    page.wait_for_timeout(300)
    keep(page, "kiem-tra-du-thao")
    page.goto(base + "/register/entry?part=documents&key=15/2003/QH11")
    keep(page, "so-tra-cuu")
    page.goto(base + "/ask?q=việc+nào+đến+hạn+trong+quý+2+năm+2025?")
    keep(page, "hoi")


def keep(page: Page, name: str) -> None:
    """A PNG of few colours: a page of text needs no more, and the repository stays small."""
    target = PICTURES / f"{name}.png"
    page.screenshot(path=target)
    with Image.open(target) as full:
        full.convert("RGB").quantize(COLOURS).save(target, optimize=True)


def kehoach(*words: object) -> None:
    """Run a command; what it says about single files is no trouble here."""
    subprocess.run([sys.executable, "-m", "kehoach", *map(str, words)], cwd=ROOT, check=False)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        number: int = one.getsockname()[1]
        return number


def wait_for(base: str) -> None:
    """Until the page answers; raises `TimeoutError` after half a minute."""
    for _attempt in range(150):
        try:
            urllib.request.urlopen(f"{base}/api/v1/health").close()  # noqa: S310 - our own server
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(base)


if __name__ == "__main__":
    main()
