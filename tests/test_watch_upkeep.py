"""The watcher as something to keep running: settings, mounts, log, health, doctor, troubles."""

import json
import logging
import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Kehoach
from shared import ROOT
from watched_office import plan_text
from web_office import opened

from kehoach.errors import BadSettings
from kehoach.settings import Settings, load_settings
from kehoach.watch.changes import Changes
from kehoach.watch.health_file import health_path, read_health
from kehoach.watch.logbook import LOG, keep_log
from kehoach.watch.mount import filesystem_of, is_shared
from kehoach.watch.watcher import Watcher
from kehoach.watch_settings import Logging, Watching
from store import open_store

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n//may/chung /mnt/ke\\040hoach cifs rw 0 0\n"
    "may:/x /srv/a nfs4 rw 0 0\ntmpfs /srv/a/b tmpfs rw 0 0\nmac /mnt/v fuse.sshfs rw 0 0\n"
)


@pytest.mark.parametrize(
    ("folder", "kind", "shared"),
    [
        ("/home", "ext4", False),
        ("/mnt/ke hoach/2025", "cifs", True),
        ("/mnt/ke hoach khac", "ext4", False),
        ("/srv/a", "nfs4", True),
        ("/srv/a/b/c", "tmpfs", False),
        ("/mnt/v", "fuse.sshfs", True),
    ],
)
def test_network_shares_are_known(tmp_path: Path, folder: str, kind: str, shared: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert filesystem_of(Path(folder), mounts) == kind
    assert is_shared(Path(folder), mounts) is shared


def test_where_nobody_can_tell_it_is_polled(tmp_path: Path) -> None:
    assert is_shared(tmp_path, tmp_path / "none")


@pytest.mark.parametrize("notice", ["poll", "system"])
def test_how_changes_are_noticed(tmp_path: Path, notice: str) -> None:
    changes = Changes(tmp_path, Watching(notice=notice), lambda: 0.0)  # type: ignore[arg-type]
    changes.follow()
    try:
        assert changes.told is (notice == "system")
        assert changes.take() is None, "at first everything is looked at"
    finally:
        changes.stop()


def settings_of(tmp_path: Path, words: str) -> Settings:
    path = tmp_path / "kehoach.toml"
    path.write_text(words, encoding="utf-8")
    return load_settings(env={"KEHOACH_SETTINGS": str(path), "KEHOACH_SMTP_PASSWORD": "bí mật"})


def test_the_commented_example_says_what_holds_anyway(tmp_path: Path) -> None:
    example = (ROOT / "docs" / "kehoach.toml").read_text(encoding="utf-8")
    lines = [
        re.sub(r"^# (?=\[|\w+ = )", "", line)
        for line in example.splitlines()
        if not line.startswith(("# severity", "# reason", "# [rules"))
    ]
    said, usual = settings_of(tmp_path, "\n".join(lines)), load_settings(env={})
    assert said.watch == replace(
        usual.watch,
        ignore=("*.bak", "nháp/*"),
        archive=Path("luu"),
        quarantine=Path("loi"),
        health=Path("outputs/kehoach.db.health.json"),
    )
    assert (said.digest.days_before, said.digest.waiting_days) == ((7, 1), 3)
    assert said.mail
    assert (said.mail.port, said.mail.security, said.mail.password) == (587, "starttls", "bí mật")
    assert "bí mật" not in repr(said)
    assert said.log.megabytes == usual.log.megabytes


@pytest.mark.parametrize(
    "words",
    [
        "[watch]\nnotice = 'sometimes'", "[watch]\nignore = '*.bak'", "[digest]\nat = '25:00'",
        "[digest]\ndays_before = ['a']", "[mail]\nhost = 'x'", "[log]\nform = 'xml'",
        "[watch]\nstill_seconds = -1",
    ],
)  # fmt: skip
def test_settings_that_are_wrong_are_named(tmp_path: Path, words: str) -> None:
    key = words.split("\n")[1].split(" ")[0]
    with pytest.raises(BadSettings, match="to" if key == "host" else key):
        settings_of(tmp_path, words)


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    (tmp_path / "in").mkdir()
    usual = load_settings(db=tmp_path / "k.db", env={})
    return replace(usual, inbox=tmp_path / "in", workers=0, watch=Watching(notice="poll"))


def watched(office: Settings, plan: dict[int, Callable[[], object]], last: int) -> None:
    seconds = [0.0]

    def pause(wait: float) -> bool:
        seconds[0] += wait
        for due in sorted(each for each in plan if each <= seconds[0]):
            plan.pop(due)()
        return seconds[0] >= last

    with open_store(office.db, wait_seconds=0) as store:
        watcher = Watcher(office.inbox, store, office, monotonic=lambda: seconds[0], pause=pause)
        for _fate in watcher.run():
            pass


def test_a_database_that_takes_nothing_is_waited_for(office: Settings) -> None:
    """Stands for a full disk too: both are a `StoreError`."""
    states = []
    (office.inbox / "a.txt").write_text(plan_text(1), encoding="utf-8")
    with open_store(office.db):
        pass
    other = sqlite3.connect(office.db, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")

    def look() -> None:
        health = read_health(health_path(office))
        assert health
        states.append((health.state, bool(health.trouble)))

    watched(office, {20: look, 30: lambda: other.execute("ROLLBACK"), 100: look}, 120)
    other.close()
    look()
    assert states == [("trouble", True), ("well", False), ("stopped", False)]
    with open_store(office.db) as store:
        assert store.count_documents() == 1


def test_health_and_its_exit_codes(office: Settings, kehoach: Kehoach) -> None:
    codes = []

    def ask() -> None:
        codes.append(kehoach("watch", "--health", "--db", office.db).returncode)

    ask()
    away = office.inbox.with_name("away")
    plan: dict[int, Callable[[], object]] = {
        5: ask, 10: lambda: office.inbox.rename(away), 15: ask,
        20: lambda: away.rename(office.inbox), 25: ask,
    }  # fmt: skip
    watched(office, plan, 30)
    ask()
    assert codes == [4, 0, 3, 0, 4]


@pytest.mark.parametrize("form", ["lines", "json"])
def test_the_log_is_put_aside_when_it_is_full(office: Settings, form: str) -> None:
    file = office.db.parent / "log" / "watch.log"
    logging_to = Logging(file, form, megabytes=0.001, kept=2)  # type: ignore[arg-type]
    office = replace(office, log=logging_to)
    for number in range(30):
        (office.inbox / f"{number}.pdf").touch()
    handler = keep_log(office)
    assert handler
    try:
        watched(office, {}, 15)
    finally:
        LOG.removeHandler(handler)
        handler.close()
        LOG.propagate = True
        LOG.setLevel(logging.NOTSET)
    names = sorted(one.name for one in file.parent.iterdir())
    assert names == ["watch.log", "watch.log.1", "watch.log.2"]
    last = file.read_text(encoding="utf-8").splitlines()[-1]
    if form == "json":
        told = json.loads(last)
        assert (told["event"], told["status"], told["reason"]) == ("settled", "unreadable", "empty")
    else:
        assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+0700 INFO unreadable: ", last)


def test_the_doctor_looks_at_the_folder_mail_and_watcher(tmp_path: Path, kehoach: Kehoach) -> None:
    path = tmp_path / "kehoach.toml"
    path.write_text(
        f"database = '{tmp_path}/k.db'\ninbox = '{tmp_path}/in'\n[digest]\nat = '07:00'\n"
        "[mail]\nhost = '127.0.0.1'\nport = 1\nto = ['a@example.vn']\n",
        encoding="utf-8",
    )
    told = kehoach("doctor", "--json", KEHOACH_SETTINGS=str(path))
    assert told.returncode == 0
    parts = {part["name"]: part["well"] for part in json.loads(told.stdout)["watching"]}
    assert not any(parts[name] for name in ("Thư mục nhận", "Máy chủ thư", "Trình theo dõi"))
    (tmp_path / "in").mkdir()
    told = kehoach("doctor", "--json", KEHOACH_SETTINGS=str(path))
    parts = {part["name"]: part["well"] for part in json.loads(told.stdout)["watching"]}
    assert parts["Thư mục nhận"]


def test_the_page_lists_what_waits_and_why(office: Settings) -> None:
    (office.inbox / "trong.pdf").touch()
    (office.inbox / "7_KH-UBND_08-08-2024.txt").write_text(
        plan_text(7).replace("Số: 7/KH-UBND", "Số:     /KH-UBND"), encoding="utf-8"
    )
    watched(office, {}, 15)
    with opened(office.db) as client:
        page = client.get("/drop").text
    assert "Tệp rỗng" in page
    assert "Chỉ tên tệp cho biết" in page
