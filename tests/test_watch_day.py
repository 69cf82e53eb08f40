"""A day and a night of the watcher with a clock that the test holds, and a real mail server on
loopback: digest, reminder and retries come when they should."""

import datetime as dt
import email
import email.policy
import fcntl
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from stored import plan, put
from watched_office import plan_text

from kehoach.settings import Settings, load_settings
from kehoach.watch.watcher import Watcher
from kehoach.watch_settings import Digesting, Mail, Watching
from store import open_store

START = dt.datetime(2024, 9, 2, 0, 0, tzinfo=dt.UTC)  # 07:00 where the office is
HOUR = 3600


class Clock:
    """Both clocks of a simulated run; `plan` says what happens after so many seconds."""

    def __init__(self, plan: dict[int, Callable[[], object]], last: int) -> None:
        self.seconds, self.jump = 0.0, dt.timedelta()
        self.plan, self.last = dict(plan), last

    def now(self) -> dt.datetime:
        return START - dt.timedelta(hours=1) + dt.timedelta(seconds=self.seconds) + self.jump

    def monotonic(self) -> float:
        return self.seconds

    def pause(self, seconds: float) -> bool:
        self.seconds += seconds
        for due in sorted(each for each in self.plan if each <= self.seconds):
            self.plan.pop(due)()
        return self.seconds >= self.last


class Mailbox:
    """An SMTP server that keeps what it is given, with the moment by our clock."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.mails: list[tuple[dt.datetime, EmailMessage]] = []
        self.refusals = 0

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802
        if self.refusals:
            self.refusals -= 1
            return "451 try again later"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append((self.clock.now(), mail))
        return "250 OK"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def serving(mailbox: Mailbox) -> Iterator[int]:
    port = free_port()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    (tmp_path / "in").mkdir()
    watch = Watching(notice="poll", look_seconds=60, sweep_seconds=600)
    return replace(
        load_settings(db=tmp_path / "k.db", env={}), inbox=tmp_path / "in", workers=0, watch=watch
    )


def run(office: Settings, clock: Clock) -> None:
    office = replace(office, clock=clock.now)
    with open_store(office.db) as store:
        watcher = Watcher(office.inbox, store, office, monotonic=clock.monotonic, pause=clock.pause)
        for _fate in watcher.run():
            pass


def with_mail(office: Settings, port: int) -> Settings:
    return replace(
        office,
        digest=Digesting(at=dt.time(7), folder=office.db.parent / "out", days_before=(7, 1)),
        mail=Mail("127.0.0.1", port, "kehoach@example.vn", ("a@example.vn",), "none"),
    )


def fill(office: Settings) -> None:
    """Deadlines a day and a week from the day, and one that is over."""
    days = {"nộp báo cáo": "2024-09-03", "họp sơ kết": "2024-09-09", "gửi kế hoạch": "2024-08-20"}
    with open_store(office.db) as store:
        put(
            store,
            plan(
                number="5/KH-SYT",
                issuer="Sở Y tế|Bình Giang|province-department",
                tasks=[{"action": words, "start": day, "end": day} for words, day in days.items()],
            ),
            at=START - dt.timedelta(days=30),
        )


def test_a_day_and_a_night(office: Settings, caplog: pytest.LogCaptureFixture) -> None:
    locked = office.inbox / "locked.txt"
    locked.write_text(plan_text(1))
    clock = Clock({}, 24 * HOUR + 2 * HOUR)
    mailbox = Mailbox(clock)
    mailbox.refusals = 3
    fill(office)
    with serving(mailbox) as port, locked.open() as holder, caplog.at_level(logging.INFO):
        logging.getLogger("kehoach.watch").propagate = True
        fcntl.flock(holder, fcntl.LOCK_EX)
        clock.plan[20 * HOUR] = lambda: fcntl.flock(holder, fcntl.LOCK_UN)
        run(with_mail(office, port), clock)
    # Refused three times and tried again after 10 and 20 s; the second day has nothing to remind.
    came = [f"{at + dt.timedelta(hours=7):%d %H:%M}" for at, _mail in mailbox.mails]
    assert [one[:5] for one in came] == ["02 07", "02 07", "03 07"]
    assert max(came) == "03 07:00"
    assert came[1] <= "02 07:02"
    first_day = [m for at, m in mailbox.mails if at < START + dt.timedelta(hours=12)]
    assert len(first_day) == 2, "one digest and one reminder, however often they were refused"
    digest = next(m for m in first_day if "ản tin" in m["Subject"])
    reminder = next(m for m in first_day if m is not digest)
    for form in ("plain", "html"):
        part = digest.get_body((form,))
        assert part
        assert "gửi kế hoạch" in part.get_content()
    told = reminder.get_body(("plain",))
    assert told
    assert "nộp báo cáo" in told.get_content()
    assert "gửi kế hoạch" not in told.get_content()
    names = sorted(one.name for one in (office.db.parent / "out").iterdir())
    assert names[:4] == [
        "2024-09-02-digest.html", "2024-09-02-digest.txt",
        "2024-09-02-reminder.html", "2024-09-02-reminder.txt",
    ]  # fmt: skip
    records = {id(record): record for record in caplog.records}.values()  # each once
    tries = [record for record in records if getattr(record, "reason", "") == "locked"]
    # 10 + 20 + … + 2560 s are nine tries in 85 minutes; then one an hour until it is free.
    assert 9 + 17 <= len(tries) <= 9 + 20
    with open_store(office.db) as store:
        row = store.journal.find(str(locked))
        assert row
        assert row.status == "new"


def test_a_clock_set_back_or_forth_delays_nothing(office: Settings) -> None:
    target = office.inbox / "a.txt"
    target.write_text(plan_text(2))
    clock = Clock({}, 3 * HOUR)
    with target.open() as holder:
        fcntl.flock(holder, fcntl.LOCK_EX)

        def set_back() -> None:
            clock.jump = -dt.timedelta(days=400)
            fcntl.flock(holder, fcntl.LOCK_UN)

        clock.plan = {600: set_back, 900: lambda: setattr(clock, "jump", dt.timedelta(days=9))}
        clock.plan[1200] = lambda: (office.inbox / "b.txt").write_text(plan_text(3))
        run(office, clock)
    with open_store(office.db) as store:
        assert store.count_documents() == 2
        assert {row.status for row in store.journal.rows()} == {"new"}


def test_what_was_off_at_seven_sends_once_it_is_on(office: Settings) -> None:
    clock = Clock({}, 60)
    clock.seconds = 5.0 * HOUR
    clock.last = int(clock.seconds) + 60
    mailbox = Mailbox(clock)
    fill(office)
    with serving(mailbox) as port:
        for _again in range(2):  # a restart sends nothing twice
            run(with_mail(office, port), clock)
            clock.last += 600
    assert len(mailbox.mails) == 2


def test_nothing_is_sent_unless_asked_for(office: Settings) -> None:
    run(office, Clock({}, 12 * HOUR))
    with open_store(office.db) as store:
        assert store.notices() == []
