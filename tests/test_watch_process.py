"""The drop folder with real processes and real files: whatever befalls them, each distinct
document is stored exactly once and every other file is listed with its reason."""

import random
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest
from watched_office import Office, can_be_plain, cpu_seconds, plan_text, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc and sends signals")
PERMISSIONS = can_be_plain()


def write_slowly(path: Path, words: bytes) -> None:
    """1 kB every half second, as a share over a bad line."""
    with path.open("wb", buffering=0) as file:
        for start in range(0, len(words), 1024):
            file.write(words[start : start + 1024])
            time.sleep(0.5)


def test_a_bad_day() -> None:
    with Office(1.0, plain=PERMISSIONS) as office:
        texts = {n: plan_text(n).encode() for n in range(1, 9)}
        office.start()
        slow = office.inbox / "slow.txt"
        long = texts[1] + b"\n" + texts[1][-800:] * 3
        writer = threading.Thread(target=write_slowly, args=(slow, long))
        writer.start()
        for number in range(5):
            office.drop(f"phong {number}/{number}.txt", texts[2])
        unfinished = office.drop("renamed.txt.part", texts[3])
        office.drop("~$renamed.docx", b"x")
        replaced = office.drop("replaced.txt", texts[4])
        closed = office.drop("closed.txt", texts[5])
        closed.chmod(0 if PERMISSIONS else 0o600)
        office.drop("empty.pdf", b"")
        shut = office.drop("shut/empty.pdf", b"").parent
        until(lambda: office.states().get("shut/empty.pdf") == "unreadable")
        shut.chmod(0)  # open again once the slow writer is done, some looks later
        until(lambda: office.states().get("replaced.txt") == "new")
        unfinished.rename(office.inbox / "renamed.txt")
        replaced.write_bytes(texts[6])
        shutil.rmtree(office.inbox / "phong 4")
        office.drop("phong 4/again.txt", texts[7])
        writer.join()
        if PERMISSIONS:
            until(lambda: office.states()["closed.txt"] == "waiting")
        closed.chmod(0o644)
        shut.chmod(0o755)
        away = office.root / "away"
        office.inbox.rename(away)
        time.sleep(0.8)
        away.rename(office.inbox)
        office.drop("last.txt", texts[8])
        until(lambda: office.count() == 8)
        until(lambda: office.is_settled(13))
        assert office.stop() == 0, office.told()
        wanted = [long, *(texts[n] for n in range(2, 9))]
        assert office.originals() == dict.fromkeys(wanted, 1), "each once, and whole"
        states = office.states()
        assert states.pop("empty.pdf") == states.pop("shut/empty.pdf") == "unreadable"
        assert sorted(states.values()) == ["duplicate"] * 4 + ["new"] * 7


def test_a_thousand_at_once_and_two_watchers() -> None:
    """Most are copies or empty: reading is measured elsewhere."""
    with Office(0.5) as office:
        distinct = 12
        for number in range(1000):
            words = plan_text(number % distinct) if number % 20 == 0 else ""
            office.drop(f"{number % 7}/{number}.txt", words)
        first = office.start()
        office.start()
        second, office.process = office.process, first
        until(lambda: office.is_settled(1000), 100, every=0.5)
        assert second
        second.terminate()
        assert (office.stop(), second.wait(30)) == (0, 0), office.told()
        texts = {plan_text(number % distinct).encode() for number in range(0, 1000, 20)}
        assert office.originals() == dict.fromkeys(texts, 1)
        states = list(office.states().values())
        assert states.count("unreadable") == 950
        assert states.count("new") == len(texts)
        assert states.count("duplicate") == 50 - len(texts)


def test_killed_again_and_again() -> None:
    kill_at_random_points(4, seed=7)


def kill_at_random_points(times: int, seed: int) -> None:
    choose = random.Random(seed)
    with Office(0.1) as office:
        texts = {n: plan_text(n).encode() for n in range(max(8, 3 * times))}
        names = list(texts)
        for number in names:
            office.drop(f"{number}.txt", texts[number])
            if number % 3 == 0:
                office.drop(f"copy of {number}.txt", texts[number])
        copies = len(range(0, len(names), 3))
        for _ in range(times):
            office.start()
            at = office.count() + choose.randint(0, 2)
            until(lambda at=at: office.count() >= min(at, len(names)), every=0.01)
            time.sleep(choose.random() * 0.05)
            office.kill()
        office.start("--once")
        assert office.process
        assert office.process.wait(100) == 0, office.told()
        assert office.originals() == dict.fromkeys(texts.values(), 1)
        states = sorted(office.states().values())
        assert states == ["duplicate"] * copies + ["new"] * len(names)


def test_soon_queryable_and_idle_afterwards() -> None:
    """Both are measured on an idle machine by `make soak`; here the bounds allow for others."""
    with Office(0.5, "notice = 'system'\n") as office:
        office.drop("first.txt", plan_text(1))
        process = office.start()
        until(lambda: office.count() == 1)
        office.drop("second.txt", plan_text(2))
        assert until(lambda: office.count() == 2) < 10
        time.sleep(0.5)
        before = cpu_seconds(process.pid)
        time.sleep(2)
        assert cpu_seconds(process.pid) - before < 0.3
        assert office.stop() == 0
