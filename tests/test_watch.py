"""The drop folder: real files, a real process, and a clock that the test holds."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from conftest import Kehoach, clean_environment
from shared import ROOT
from watched_office import plan_text

from kehoach.checking import findings_of
from kehoach.office import check_plan
from kehoach.settings import Settings, load_settings
from kehoach.watch.claimant import is_gone, new_claimant
from kehoach.watch.waiting_list import waiting_list
from kehoach.watch.watcher import Watcher
from kehoach.watch_settings import Watching
from schemas import Finding, Plan
from store import Store, open_store

SAMPLES = sorted((ROOT / "corpus" / "samples").glob("*/*.txt"))
Action = Callable[[], object]


class Days:
    """A monotonic clock whose pauses take no time; `plan` says what happens in which second."""

    def __init__(self, plan: dict[int, Action], last: int) -> None:
        self.now, self.plan, self.last = 0.0, dict(plan), last

    def monotonic(self) -> float:
        return self.now

    def pause(self, seconds: float) -> bool:
        self.now += seconds
        for second in sorted(second for second in self.plan if second <= self.now):
            self.plan.pop(second)()
        return self.now >= self.last


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    (tmp_path / "in").mkdir()
    usual = load_settings(db=tmp_path / "k.db", env={})
    return replace(usual, inbox=tmp_path / "in", workers=1, watch=Watching(notice="poll"))


def watched(office: Settings, plan: dict[int, Action] | None = None, last: int = 12) -> list[str]:
    """Fates as `status name`, in the order in which they came."""
    days = Days(plan or {}, last)
    with open_store(office.db) as store:
        watcher = Watcher(office.inbox, store, office, monotonic=days.monotonic, pause=days.pause)
        return [f"{fate.status} {fate.path.name}" for fate in watcher.run()]


def states(office: Settings) -> dict[str, str]:
    with open_store(office.db) as store:
        return {Path(row.path).name: row.status for row in store.journal.rows()}


def documents(office: Settings) -> int:
    with open_store(office.db) as store:
        return store.count_documents()


def test_a_slow_writer_is_read_once_and_whole(office: Settings) -> None:
    words = SAMPLES[0].read_bytes()
    step = len(words) // 8 + 1
    target = office.inbox / "slow.txt"

    def write(part: int) -> None:
        with target.open("ab") as file:
            file.write(words[part * step : (part + 1) * step])

    writing: dict[int, Action] = {2 * part: partial(write, part) for part in range(8)}
    assert len(watched(office, writing, 40)) == 1
    with open_store(office.db) as store:
        (row,) = store.documents()
        assert store.original(row.id) == words


def test_a_file_renamed_at_the_end_and_those_of_other_programs(office: Settings) -> None:
    for name in ("~$mo.docx", "b.tmp", "c.crdownload", ".hidden.txt", "Thumbs.db"):
        (office.inbox / name).write_bytes(b"x")
    unfinished = office.inbox / "a.txt.part"
    unfinished.write_bytes(SAMPLES[0].read_bytes())
    renaming: dict[int, Action] = {8: lambda: unfinished.rename(office.inbox / "a.txt")}
    assert len(watched(office, renaming, 25)) == 1
    assert set(states(office)) == {"a.txt"}


def test_one_document_under_five_names_is_stored_once(office: Settings) -> None:
    for number in range(5):
        folder = office.inbox / f"phòng {number}"
        folder.mkdir()
        (folder / f"{number}.txt").write_bytes(SAMPLES[0].read_bytes())
    watched(office)
    assert documents(office) == 1
    assert sorted(states(office).values()).count("duplicate") == 4
    with open_store(office.db) as store:
        assert {row.label for row in store.journal.rows()} == {f"phòng {n}" for n in range(5)}


def test_replaced_content_is_read_again(office: Settings) -> None:
    target = office.inbox / "a.txt"
    target.write_bytes(SAMPLES[0].read_bytes())
    replacing: dict[int, Action] = {10: lambda: target.write_bytes(SAMPLES[1].read_bytes())}
    assert len(watched(office, replacing, 25)) == 2
    assert documents(office) == 2


def test_an_unreadable_file_is_listed_with_its_reason_and_tried_once(office: Settings) -> None:
    (office.inbox / "empty.pdf").touch()
    assert watched(office, last=60) == ["unreadable empty.pdf"]
    with open_store(office.db) as store:
        (row,) = waiting_list(store)
    assert (row.code, row.status, row.tries) == ("empty", "unreadable", 1)
    assert "Tệp rỗng" in row.why


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission_waits_and_is_read_once_it_is_given(office: Settings) -> None:
    target = office.inbox / "a.txt"
    target.write_bytes(SAMPLES[0].read_bytes())
    target.chmod(0)
    assert watched(office) == []
    assert states(office) == {"a.txt": "waiting"}
    target.chmod(0o600)
    with open_store(office.db) as store:
        store.journal.retry(("waiting",), at=office.now())
    assert len(watched(office)) == 1


def test_a_share_that_disappears_and_comes_back(office: Settings) -> None:
    away = office.inbox.with_name("away")
    (office.inbox / "a.txt").write_bytes(SAMPLES[0].read_bytes())
    plan: dict[int, Action] = {
        2: lambda: office.inbox.rename(away),
        20: lambda: away.rename(office.inbox),
    }
    assert len(watched(office, plan, 40)) == 1
    assert documents(office) == 1


def test_two_watchers_do_not_read_one_file_twice(office: Settings) -> None:
    (office.inbox / "a.txt").write_bytes(SAMPLES[0].read_bytes())
    assert len(watched(office)) == 1
    assert watched(office) == [], "known from the journal"


def test_what_a_killed_watcher_had_in_hand_goes_on(office: Settings) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    machine = new_claimant().split("/")[0]
    target = office.inbox / "a.txt"
    target.write_bytes(SAMPLES[0].read_bytes())
    about = target.stat()
    with open_store(office.db) as store:
        place, now = str(target), office.now()
        store.journal.note(place, about.st_size, about.st_mtime, label="", at=now)
        store.journal.claim(f"{machine}/{ended.pid}/0", at=now, given_up=now)
    assert len(watched(office)) == 1


def test_a_living_watcher_and_one_elsewhere_are_left_alone() -> None:
    machine = new_claimant().split("/")[0]
    assert not is_gone(f"{machine}/{os.getppid()}/0")
    assert not is_gone("another-machine/1/0")


@pytest.mark.skipif(os.name != "posix", reason="signals of a service manager")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_process_stopped_and_started_again_loses_nothing(office: Settings, how: int) -> None:
    for number, sample in enumerate(SAMPLES[:4]):
        (office.inbox / f"{number}.txt").write_bytes(sample.read_bytes())
    words = (
        sys.executable, "-m", "kehoach", "watch", str(office.inbox),
        "--still", "0.2", "--db", str(office.db),
    )  # fmt: skip
    env = {**clean_environment(), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        run.stdout.readline()  # the first is stored
        run.send_signal(how)
        _rest, complaints = run.communicate(timeout=30)
    assert run.returncode == (0 if how == signal.SIGTERM else -how), complaints
    again = subprocess.run([*words, "--once"], env=env, capture_output=True, timeout=60)
    assert again.returncode == 0, again.stderr
    assert documents(office) == 4
    assert not {"waiting", "reading"} & set(states(office).values())


def test_the_commands_list_and_tell(office: Settings, kehoach: Kehoach) -> None:
    (office.inbox / "a.txt").write_bytes(SAMPLES[0].read_bytes())
    (office.inbox / "empty.pdf").touch()
    told = kehoach("watch", office.inbox, "--once", "--still", "0.1", "--db", office.db)
    assert told.returncode == 3
    listed = kehoach("inbox", "--db", office.db)
    assert listed.returncode == 3
    assert "empty.pdf" in listed.stdout
    for ending in ("txt", "html"):
        page = office.db.with_suffix(f".{ending}")
        assert kehoach("digest", "--to", page, "--db", office.db).returncode == 0
        assert "Kế hoạch mới" in page.read_text(encoding="utf-8")
    assert kehoach("digest", "--to", "x.doc", "--db", office.db).returncode == 2
    assert kehoach("watch", office.inbox / "none", "--db", office.db).returncode == 2


def test_a_fault_of_ours_keeps_no_other_file_out(
    office: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file's check breaks off for want of a better program: the others are stored, it is
    tried again, then listed, and taken in once the program is mended."""
    for number in range(4):
        (office.inbox / f"{number}.txt").write_text(plan_text(number), encoding="utf-8")
    office = replace(office, watch=replace(office.watch, retry_seconds=1e-6))

    def breaks_off(plan: Plan, *args: object, **options: object) -> list[Finding]:
        if plan.name == "1.txt":
            raise ZeroDivisionError
        return check_plan(plan, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("kehoach.checking.check_plan", breaks_off)
    came = watched(office, last=200)
    assert sorted(came) == ["new 0.txt", "new 2.txt", "new 3.txt", "unreadable 1.txt"]
    assert states(office)["1.txt"] == "unreadable"
    with open_store(office.db) as store:
        [row] = waiting_list(store)
        assert (row.code, row.tries) == ("fault", 3)
        assert "kehoach" in row.why
        assert store.count_documents() == 3, "nothing of it is left half-stored"
        monkeypatch.setattr("kehoach.checking.check_plan", check_plan)
        store.journal.retry(("unreadable",), at=office.now())
    assert watched(office) == ["new 1.txt"]


def test_a_rules_fault_where_others_are_checked_again_stops_no_watcher(
    office: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Two plans wait to be checked again and the rules break off at one: the other is checked,
    files go on coming in, and the one still waits for a better program."""
    for n in range(2):
        (office.inbox / f"{n}.txt").write_text(plan_text(n), encoding="utf-8")
    watched(office)
    with open_store(office.db) as store:
        by_name = {store.plan(one).name: one for one in store.ids()}
        with store.batch():
            store.ask_rechecks(by_name.values())

    def breaks_off(store: Store, plan: Plan, *others: object) -> list[Finding]:
        if plan.name == "0.txt":
            raise ZeroDivisionError
        return findings_of(store, plan, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("kehoach.rechecking.findings_of", breaks_off)
    late = partial((office.inbox / "2.txt").write_text, plan_text(2), encoding="utf-8")
    assert watched(office, plan={4: late}) == ["new 2.txt"]
    [fault] = [one for one in caplog.records if getattr(one, "event", "") == "fault"]
    assert (fault.document, fault.exc_info[0]) == (by_name["0.txt"], ZeroDivisionError)
    with open_store(office.db) as store:
        assert [one.document_id for one in store.rechecks()] == [by_name["0.txt"]]
    monkeypatch.setattr("kehoach.rechecking.findings_of", findings_of)
    assert watched(office) == []
    with open_store(office.db) as store:
        assert store.rechecks() == []
