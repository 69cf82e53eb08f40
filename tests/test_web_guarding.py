"""Those who try at once, send too much, or have names that lead elsewhere."""

import datetime as dt
import io
import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.datastructures import UploadFile
from web_office import opened, sample, settings_of, token

from kehoach.hints import hints_beside
from kehoach.web.attempts import FAILURES, WINDOW, Attempts
from kehoach.web.desk import Desk
from kehoach.web.uploads import take_in
from store import open_store

DROPPED = sample("duoi-nuoc-4-pgddt-thanh-lam.txt").read_bytes()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("guarded") / "plans.db", accounts=True) as one:
        yield one


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    db = tmp_path_factory.mktemp("desk") / "plans.db"
    open_store(db).close()
    one = Desk(settings_of(db), None)
    yield one
    one.close()


def test_a_hundred_attempts_at_once_are_no_more_than_one_by_one():
    attempts, at = Attempts(), dt.datetime(2025, 5, 12, tzinfo=dt.UTC)
    with ThreadPoolExecutor(20) as pool:
        let_in = sum(pool.map(lambda _n: attempts.may_try(("name an",), at), range(100)))
    assert let_in == FAILURES
    assert attempts.may_try(("name an",), at + WINDOW * 2)
    attempts.succeeded(("name an",))
    assert attempts.may_try(("name an",), at + WINDOW * 2)


def test_who_has_no_account_may_send_no_more_than_a_name_and_a_password(guarded):
    sent = {"csrf": token(guarded, "/sign-in"), "name": "an", "password": "x" * (1 << 17)}
    assert guarded.post("/sign-in", data=sent).status_code == 413
    chunks = (b"x" * 4096 for _ in range(64))
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert guarded.post("/sign-in", content=chunks, headers=kind).status_code >= 400


def test_no_side_file_of_the_server_speaks_of_an_upload(tmp_path, monkeypatch):
    """What is said to lie in /upload is looked up nowhere, whatever lies there."""
    beside = {"number": "9/KH-UBND", "issued_on": "2025-01-02"}
    (tmp_path / "a.txt.yaml").write_text(json.dumps(beside), encoding="utf-8")
    assert {hint.source for hint in hints_beside(tmp_path / "a.txt")} == {"side-file"}
    monkeypatch.setattr("kehoach.hints.UPLOADS", tmp_path)
    assert hints_beside(tmp_path / "a.txt") == ()


@pytest.mark.parametrize("who", ["..", ".", "a/../../b", "", "…"])
def test_no_account_name_leads_out_of_its_folder(desk, who):
    upload = UploadFile(io.BytesIO(DROPPED), filename="../x.txt")
    [fate] = take_in(upload, desk, who)
    with desk.store() as store:
        places = [one.path for one in store.files(fate.document.id)]
    assert all(re.fullmatch(r"/upload/[^/]*[^./][^/]*/[^/]+", place) for place in places), places
