"""An office for the tests of the page: some samples taken in through the page itself."""

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from shared import ROOT
from starlette.testclient import TestClient

from kehoach.settings import Settings, load_settings
from kehoach.web.accounts import Accounts, accounts_path
from kehoach.web.app import make_app

TODAY = dt.date(2025, 5, 12)
PASSWORD = "bon tu de nho nhat"  # no secret: of accounts that live as long as a test
SAMPLES = (
    "duoi-nuoc-2-ubnd-nghe-an.txt",
    "duoi-nuoc-3-sgddt-nghe-an.pdf",
    "duoi-nuoc-4-pgddt-thanh-lam.txt",
    "cai-cach-hanh-chinh-ubnd-huyen.docx",
)


def sample(name: str) -> Path:
    return ROOT / "corpus" / "samples" / name.rpartition(".")[0] / name


def settings_of(db: Path) -> Settings:
    return replace(load_settings(db=db, lang="vi", today=TODAY, env={}), actor="lan", workers=1)


@contextmanager
def opened(db: Path, *, accounts: bool = False) -> Iterator[TestClient]:
    """A browser without scripts in front of the page; with accounts for `an` (reader), `binh`
    (clerk) and `chi` (admin)."""
    settings = settings_of(db)
    kept = None
    if accounts:
        kept = Accounts(accounts_path(db))
        if not kept.listed():
            for name, role in (("an", "reader"), ("binh", "clerk"), ("chi", "admin")):
                kept.keep(name, role, PASSWORD, who="chi", at=settings.now())
    app = make_app(settings, kept)
    with TestClient(app, base_url="http://127.0.0.1:8321", raise_server_exceptions=False) as one:
        yield one


def token(client: TestClient, path: str = "/drop") -> str:
    """The token of a form on a page."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(path).text)
    assert found, path
    return found[1]


def send_files(client: TestClient, names: tuple[str, ...]) -> str:
    files = [("files", (name, sample(name).read_bytes())) for name in names]
    answer = client.post("/drop", data={"csrf": token(client)}, files=files)
    assert answer.status_code == 200
    return answer.text


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    sent = {"csrf": token(client, "/sign-in"), "name": name, "password": password}
    return client.post("/sign-in", data=sent, follow_redirects=False).status_code


def copied(db: Path, folder: Path) -> Path:
    """The database with its originals, to be changed."""
    for one in db.parent.iterdir():
        if one.is_dir():
            shutil.copytree(one, folder / one.name)
        else:
            shutil.copy(one, folder / one.name)
    return folder / db.name
