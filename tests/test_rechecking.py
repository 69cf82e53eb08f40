"""Documents that newcomers touch wait, and are checked once: here or by processes, now or later."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from chains.build import build
from chains.measure import texts_of
from conftest import Kehoach

from kehoach import pipeline, rechecking
from kehoach.checking import check_stored
from kehoach.intake import Found
from kehoach.looked import Looked
from kehoach.pipeline import ingest
from kehoach.rechecking import recheck, recheck_all
from kehoach.settings import Settings
from store import Store, open_store

SETTINGS = Settings(workers=0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A chain with the lowest plan first: what comes later touches what is there."""
    found = tmp_path / "in"
    found.mkdir()
    for n, text in enumerate(reversed(texts_of(build(3)))):
        (found / f"{n}.txt").write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "plans.db") as opened:
        yield opened


def take(folder: Path, store: Store, looked: Looked | None = None) -> None:
    files = [Found(path) for path in sorted(folder.iterdir())]
    for _fate in ingest(files, store, SETTINGS, looked=looked):
        pass


def _dies(*_office: object) -> None:
    os._exit(1)


def findings(store: Store) -> list[str]:
    return sorted(one.model_dump_json() for one in store.findings())


def all_anew(store: Store) -> list[str]:
    """Every document checked as the database is now."""
    for document in store.ids():
        check_stored(store, document, SETTINGS)
    return findings(store)


def test_who_waits_is_checked_once_and_as_the_database_is_then(folder, store) -> None:
    take(folder, store)
    due = store.rechecks()
    assert due
    assert len({one.document_id for one in due}) == len(due)
    assert list(recheck(store, due, SETTINGS)) == due
    assert store.rechecks() == []
    assert findings(store) == all_anew(store)


def test_processes_find_the_same(folder, store, monkeypatch) -> None:
    monkeypatch.setattr(rechecking, "_MANY", 1)
    looked = Looked()
    take(folder, store, looked)
    due = store.rechecks()
    two = replace(SETTINGS, workers=2)
    assert list(recheck(store, due, two, looked)) == due
    assert store.rechecks() == []
    assert findings(store) == all_anew(store)


def test_what_processes_leave_when_they_die_is_done_here(folder, store, monkeypatch) -> None:
    monkeypatch.setattr(rechecking, "_MANY", 1)
    monkeypatch.setattr(rechecking, "_begin", _dies)
    take(folder, store)
    due = store.rechecks()
    assert list(recheck(store, due, replace(SETTINGS, workers=2))) == due
    assert findings(store) == all_anew(store)


def test_who_changes_meanwhile_waits_anew(folder, store) -> None:
    take(folder, store)
    first = store.rechecks()[0]
    store.ask_rechecks([first.document_id])
    store.save_findings(first.document_id, [], settles=first)
    again = next(one for one in store.rechecks() if one.document_id == first.document_id)
    assert again.mark != first.mark
    store.save_findings(first.document_id, [], settles=again)
    assert first.document_id not in {one.document_id for one in store.rechecks()}


def test_while_many_come_nobody_waits_for_long(folder, store, monkeypatch) -> None:
    monkeypatch.setattr(pipeline, "_STALE", -1.0)
    take(folder, store)
    assert store.rechecks() == []
    assert findings(store) == all_anew(store)


def test_what_a_command_left_is_caught_up_with(folder, tmp_path, kehoach: Kehoach) -> None:
    db = tmp_path / "plans.db"
    with open_store(db) as store:
        take(folder, store)
        assert store.rechecks()
        with store.batch():  # somebody writes
            told = kehoach("check", "--db", db, "--lang", "en")
        assert "wait to be checked again" in told.stderr
        assert store.rechecks()
        kehoach("check", "--db", db)
        assert store.rechecks() == []
        recheck_all(store, SETTINGS)
        assert findings(store) == all_anew(store)
