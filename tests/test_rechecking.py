"""Documents that newcomers touch wait, and are checked once: here or by processes, now or later."""

import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest
from chains.build import build
from chains.measure import read, texts_of
from chains.mutate import mutant
from conftest import Kehoach
from shared import ROOT

from checks import check_alone
from kehoach import pipeline, rechecking
from kehoach.checking import check_stored
from kehoach.cli.main import run
from kehoach.errors import Exit
from kehoach.fate import Fate
from kehoach.intake import Found
from kehoach.lanes import InLine, Lane
from kehoach.looked import Looked
from kehoach.pipeline import as_checked, ingest
from kehoach.readers import ReadFile
from kehoach.rechecking import recheck, recheck_all
from kehoach.settings import Settings
from schemas import Finding
from store import Store, open_store

SETTINGS = Settings(workers=0)
HERE = Lane(lambda file: InLine().submit(_read, file), 0)  # one at a time
_SEED = 5  # faults of two levels against those above them, and some of plans by themselves
_PLANTED = ("A09", "A08", "E03")


def _read(file: Found) -> ReadFile:
    """The record, without a process of its own."""
    original = file.path.read_bytes()
    plan = read(original.decode(), file.path.name)
    return ReadFile(file.path, original, (plan,), alone=(check_alone(plan, ()),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A chain with faults, the lowest plan first: what comes later touches what is there."""
    found = tmp_path / "in"
    found.mkdir()
    chain = build(_SEED)
    for rule in _PLANTED:
        planted = mutant(rule, chain, _SEED)
        assert planted, rule
        chain = planted.chain
    for n, text in enumerate(reversed(texts_of(chain))):
        (found / f"{n}.txt").write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "plans.db") as opened:
        yield opened


def take(folder: Path, store: Store, looked: Looked | None = None) -> list[Fate]:
    files = [Found(path) for path in sorted(folder.iterdir())]
    return list(ingest(files, store, SETTINGS, HERE, looked))


def _dies(*_office: object) -> None:
    os._exit(1)


def findings(store: Store) -> list[str]:
    return sorted(one.model_dump_json() for one in store.findings())


def all_anew(store: Store) -> list[str]:
    """Every document checked as the database is now."""
    for document in store.ids():
        check_stored(store, document, SETTINGS)
    assert {one.rule for one in store.findings()} >= set(_PLANTED)
    return findings(store)


def test_who_waits_is_checked_once_and_as_the_database_is_then(folder, store) -> None:
    take(folder, store)
    due = store.rechecks()
    assert due
    assert len({one.document_id for one in due}) == len(due)
    assert list(recheck(store, due, SETTINGS)) == due
    assert store.rechecks() == []
    assert findings(store) == all_anew(store)


def test_fates_tell_what_is_open(folder, store) -> None:
    fates = take(folder, store)
    recheck_all(store, SETTINGS)
    dismissed = store.findings()[0]
    store.decide(dismissed.id, "dismissed", reason="agreed", who="An", at=SETTINGS.now())
    counts = {fate.document.id: fate.findings for fate in as_checked(fates, store) if fate.document}
    open_now = [one for one in store.findings() if one.status == "open"]
    assert len(open_now) == len(store.findings()) - 1
    for document, count in counts.items():
        assert count == Counter(one.severity for one in open_now if one.document.id == document)


def test_processes_find_the_same(folder, store, monkeypatch) -> None:
    monkeypatch.setattr(rechecking, "_MANY", 1)
    monkeypatch.setattr(rechecking, "_TOGETHER", 1)
    looked = Looked()
    take(folder, store, looked)
    due = store.rechecks()
    two = replace(SETTINGS, workers=2)
    assert sorted(recheck(store, due, two, looked), key=due.index) == due
    assert store.rechecks() == []
    assert findings(store) == all_anew(store)


def test_what_processes_leave_when_they_die_is_done_here(folder, store, monkeypatch) -> None:
    monkeypatch.setattr(rechecking, "_MANY", 1)
    monkeypatch.setattr(rechecking, "_begin", _dies)
    take(folder, store)
    due = store.rechecks()
    done = list(recheck(store, due, replace(SETTINGS, workers=2)))
    assert sorted(done, key=due.index) == due
    assert findings(store) == all_anew(store)


class Breaks(ProcessPoolExecutor):
    """Dies when it is given a second portion."""

    given = 0

    def submit(self, *args, **more):
        Breaks.given += 1
        if Breaks.given > 1:
            raise BrokenProcessPool
        return super().submit(*args, **more)


def test_what_is_left_when_processes_die_in_between_is_done_here(
    folder, store, monkeypatch
) -> None:
    for name in ("_MANY", "_TOGETHER"):
        monkeypatch.setattr(rechecking, name, 1)
    monkeypatch.setattr(rechecking, "ProcessPoolExecutor", Breaks)
    take(folder, store)
    store.ask_rechecks(store.ids())
    due = store.rechecks()
    assert len(due) == 5
    done = list(recheck(store, due, replace(SETTINGS, workers=2)))
    assert sorted(done, key=due.index) == due
    assert Breaks.given == 2
    assert findings(store) == all_anew(store)


def test_older_findings_do_not_take_the_place_of_newer_ones(folder, store) -> None:
    """A person's change checks the document while another process looks at it."""
    take(folder, store)
    due = store.rechecks()[0]
    check_stored(store, due.document_id, SETTINGS)
    assert due.document_id not in {one.document_id for one in store.rechecks()}
    newer = findings(store)
    store.save_findings(due.document_id, [], settles=due)
    assert findings(store) == newer


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


def test_a_rules_fault_keeps_nobody_from_what_was_found(
    folder, tmp_path, monkeypatch, capsys
) -> None:
    db = tmp_path / "plans.db"
    with open_store(db) as store:
        take(folder, store)
        known = {one.rule for one in store.findings()}

    def breaks_off(*_office: object) -> list[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr("kehoach.rechecking.findings_of", breaks_off)
    assert run(["check", "--db", str(db), "--lang", "en"]) in (Exit.DONE, Exit.FINDINGS)
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.err
    assert "wait to be checked again" in said.err
    assert known
    assert all(rule in said.out for rule in known)


def test_the_page_catches_up_beside_its_first_visitors(folder, tmp_path) -> None:
    db = tmp_path / "plans.db"
    with open_store(db) as store:
        take(folder, store)
        assert store.rechecks()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = ("-m", "kehoach", "serve", "--db", str(db), "--port", str(port))
        serving = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        try:
            until = time.monotonic() + 60
            while store.rechecks() and time.monotonic() < until:
                time.sleep(0.1)
        finally:
            serving.terminate()
            serving.wait()
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
