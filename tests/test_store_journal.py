"""The journal of the drop folder: claimed once, tried again when due, lost by nobody."""

import datetime as dt

import pytest
from stored import AT, plan, put

from store import open_store
from store.journal import FAILED

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "plans.db") as opened:
        yield opened


@pytest.fixture
def journal(store):
    return store.journal


def claim(journal, at=AT, worker="w1"):
    row = journal.claim(worker, at=at, given_up=at - 10 * MINUTE)
    return row and row.path


def test_a_file_goes_its_way(store, journal):
    assert journal.note("in/a.txt", 10, 5.0, label="UBND", at=AT) is True
    assert journal.note("in/a.txt", 10, 5.0, label="UBND", at=AT) is False
    assert claim(journal) == "in/a.txt"
    assert claim(journal, worker="w2") is None
    with store.batch():
        saved = put(store, plan(number="12/KH-SYT"), "in/a.txt")
        journal.settle("in/a.txt", "new", at=AT, document_id=saved.document_id)
    row = journal.find("in/a.txt")
    assert (row.status, row.document_id, row.claimed_by) == ("new", saved.document_id, None)
    assert journal.note("in/a.txt", 10, 5.0, label="UBND", at=AT) is False
    assert claim(journal) is None


def test_changed_content_is_read_again(journal):
    journal.note("in/a.txt", 10, 5.0, label="", at=AT)
    claim(journal)
    journal.settle("in/a.txt", "unreadable", at=AT, reason="damaged", message="broken")
    assert journal.note("in/a.txt", 11, 6.0, label="", at=AT) is True
    row = journal.find("in/a.txt")
    assert (row.status, row.reason, row.attempts) == ("waiting", None, 0)


def test_tried_again_when_due(journal):
    journal.note("in/a.txt", 10, 5.0, label="", at=AT)
    claim(journal)
    journal.settle("in/a.txt", "waiting", at=AT, reason="locked", next_try=AT + 5 * MINUTE)
    assert claim(journal, AT + 4 * MINUTE) is None
    assert claim(journal, AT + 5 * MINUTE) == "in/a.txt"
    assert journal.find("in/a.txt").attempts == 2


def test_what_a_dead_watcher_had_claimed_is_free_again(journal):
    journal.note("in/a.txt", 10, 5.0, label="", at=AT)
    claim(journal)
    assert claim(journal, AT + 9 * MINUTE, "w2") is None
    assert claim(journal, AT + 11 * MINUTE, "w2") == "in/a.txt"
    assert journal.find("in/a.txt").claimed_by == "w2"


def test_failed_ones_are_retried_at_once(journal):
    for n, state in enumerate(("unreadable", "needs-ocr", "duplicate")):
        journal.note(f"in/{n}.txt", 10, 5.0, label="", at=AT)
        journal.settle(f"in/{n}.txt", state, at=AT)
    assert [row.path for row in journal.rows(FAILED)] == ["in/0.txt", "in/1.txt"]
    assert journal.retry(FAILED, at=AT) == 2
    assert journal.counts() == {"waiting": 2, "duplicate": 1}


def test_a_file_that_vanished_is_forgotten_unless_it_was_settled(journal):
    for n in range(2):
        journal.note(f"in/{n}.txt", 10, 5.0, label="", at=AT)
    journal.settle("in/1.txt", "new", at=AT)
    for n in range(2):
        journal.forget(f"in/{n}.txt")
    assert [row.path for row in journal.rows()] == ["in/1.txt"]
    with pytest.raises(ValueError, match="state"):
        journal.settle("in/1.txt", "nonsense", at=AT)


def test_moments_need_their_zone(journal):
    with pytest.raises(ValueError, match="zone"):
        journal.note("in/a.txt", 10, 5.0, label="", at=AT.replace(tzinfo=None))


def test_moments_are_compared_across_zones(journal):
    hanoi = dt.timezone(dt.timedelta(hours=7))
    journal.note("in/a.txt", 10, 5.0, label="", at=AT.astimezone(hanoi))
    claim(journal)
    journal.settle("in/a.txt", "waiting", at=AT, next_try=(AT + MINUTE).astimezone(hanoi))
    assert claim(journal, AT) is None
    assert claim(journal, AT + MINUTE) == "in/a.txt"
