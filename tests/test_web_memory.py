"""What was counted is kept until somebody writes; nobody is told what was true before that."""

import os
import threading
import time
from contextlib import ExitStack

import pytest
from stored import plan, put
from web_office import settings_of

from kehoach.web.desk import Desk
from kehoach.web.memory import Memory
from store import open_store


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "plans.db"
    open_store(path).close()
    return path


@pytest.fixture
def memory(db):
    one = Memory(db)
    yield one
    one.close()


def count(memory, db, asked=None):
    """Gives the number of documents; notes in `asked` that the database was asked."""

    def ask():
        if asked is not None:
            asked.append(1)
        with open_store(db, read_only=True) as store:
            return store.count_documents()

    return memory.recall("documents", ask)


def test_the_same_question_is_asked_once(memory, db):
    asked = []
    assert [count(memory, db, asked) for _ in range(5)] == [0] * 5
    assert len(asked) == 1


def test_a_change_by_another_connection_is_noticed(memory, db, monkeypatch):
    monkeypatch.setattr("kehoach.web.memory._PATIENCE", 0.0)
    assert count(memory, db) == 0
    with open_store(db) as store:
        put(store, plan(number="1/KH-UBND", issuer="Ủy ban nhân dân xã"))
    assert count(memory, db) == 1


def test_under_steady_writing_a_dear_question_is_asked_less(memory, db, monkeypatch):
    monkeypatch.setattr("kehoach.web.memory._PATIENCE", 1e9)
    asked = []
    for number in range(4):
        count(memory, db, asked)
        with open_store(db) as store:
            put(store, plan(number=f"{number}/KH-UBND", issuer="Ủy ban nhân dân xã"))
    assert len(asked) == 1
    memory.forget()  # who wrote through the page sees it at once
    assert count(memory, db) == 4


def test_it_does_not_grow_without_end(memory):
    for number in range(1000):
        assert memory.recall(number, lambda number=number: number) == number
    assert len(memory._kept) == 256


def test_a_question_that_fails_is_not_kept(memory, db):
    with pytest.raises(ZeroDivisionError):
        memory.recall("documents", lambda: 1 // 0)
    assert count(memory, db) == 0


def test_many_may_ask_at_once(memory, db):
    told = []
    threads = [threading.Thread(target=lambda: told.append(count(memory, db))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [0] * 20


def test_one_asks_while_the_others_are_told_what_was_known(memory, db, monkeypatch):
    monkeypatch.setattr("kehoach.web.memory._PATIENCE", 0.0)
    assert count(memory, db) == 0
    with open_store(db) as store:
        put(store, plan(number="1/KH-UBND", issuer="Ủy ban nhân dân xã"))
    begun, may_end = threading.Event(), threading.Event()

    def slowly():
        begun.set()
        assert may_end.wait(10)
        return 1

    told = []
    slow = threading.Thread(target=lambda: told.append(memory.recall("documents", slowly)))
    slow.start()
    assert begun.wait(10)
    asked = []
    assert count(memory, db, asked) == 0
    assert not asked
    memory.forget()  # and who has written meanwhile is told the truth
    assert count(memory, db, asked) == 1
    may_end.set()
    slow.join()
    assert told == [1]


def test_a_first_question_is_asked_once_by_many(memory):
    asked = []

    def slowly():
        asked.append(1)
        time.sleep(0.2)
        return 7

    told = []
    threads = [
        threading.Thread(target=lambda: told.append(memory.recall("x", slowly))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (told, len(asked)) == ([7] * 8, 1)


def test_who_waits_for_a_question_that_fails_asks_it_again(memory):
    begun = threading.Event()

    def fails():
        begun.set()
        time.sleep(0.2)
        raise ZeroDivisionError

    def first():
        with pytest.raises(ZeroDivisionError):
            memory.recall("x", fails)

    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(10)
    assert memory.recall("x", lambda: 3) == 3
    thread.join()


def test_who_holds_a_turn_for_long_stops_nobody(db):
    """A picture being drawn, a large export: the others wait a moment and go on."""
    desk = Desk(settings_of(db), None)
    try:
        with ExitStack() as held:
            began = time.monotonic()
            for _ in range((os.cpu_count() or 1) + 4):
                store = held.enter_context(desk.store())
                assert store.count_documents() == 0
            assert time.monotonic() - began >= 0.5, "there are fewer turns than that"
        began = time.monotonic()
        for _ in range(50):  # and turns come back
            with desk.store() as store:
                store.count_documents()
        assert time.monotonic() - began < 20
    finally:
        desk.close()
