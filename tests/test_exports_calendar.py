"""Calendars, parsed by another library than wrote them: the events equal the query."""

import datetime as dt

import pytest
import vobject
from asked_store import PLANS, fill
from stored import plan, put

from kehoach.exports.calendar import calendar_bytes
from store import open_store
from store.deadlines import DeadlineFilter

NOW = dt.datetime(2025, 8, 20, 3, 0, tzinfo=dt.UTC)
EVERYTHING = DeadlineFilter(limit=None, include_recurring=True)


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("calendar") / "calendar.db"
    with open_store(path) as store:
        fill(store)
    return path


@pytest.fixture
def rows(db):
    with open_store(db, read_only=True) as store:
        return store.deadlines(EVERYTHING).rows


def events_of(content):
    return list(vobject.readOne(content.decode()).contents["vevent"])


def last_days(event):
    """The last day of each occurrence, as the reading library sees them."""
    length = event.dtend.value - event.dtstart.value - dt.timedelta(days=1)
    starts = [event.dtstart.value]
    if "rrule" in event.contents or "rdate" in event.contents:
        starts = sorted({moment.date() for moment in event.getrruleset(addRDate=True)})
    return [start + length for start in starts]


def test_events_equal_the_query(rows):
    events = events_of(calendar_bytes(rows, "Thời hạn", NOW))
    found = sorted((e.summary.value, day) for e in events for day in last_days(e))
    assert found == sorted((row.action, row.end) for row in rows)
    assert len({event.uid.value for event in events}) == len(events)


def test_days_are_whole_and_the_end_is_the_day_after(rows):
    events = {e.summary.value: e for e in events_of(calendar_bytes(rows, "x", NOW))}
    training = events["Tập huấn giáo viên"]
    assert (training.dtstart.value, training.dtend.value) == (
        dt.date(2025, 8, 20), dt.date(2025, 8, 23),
    )  # fmt: skip
    lessons = events["Mở lớp dạy bơi"]
    assert (lessons.dtstart.value, lessons.dtend.value) == (
        dt.date(2025, 9, 15), dt.date(2025, 9, 16),
    )  # fmt: skip
    assert all(type(event.dtstart.value) is dt.date for event in events.values())


def test_recurring_work_is_one_event_with_a_rule(rows):
    events = {e.summary.value: e for e in events_of(calendar_bytes(rows, "x", NOW))}
    fifteenth = events["Báo cáo ngày mười lăm"]
    assert "BYMONTHDAY=15" in fifteenth.rrule.value
    assert [day.day for day in last_days(fifteenth)] == [15] * 12
    weekly = last_days(events["Giao ban hằng tuần"])
    assert {day.weekday() for day in weekly} == {6}
    assert len(weekly) == 5


@pytest.mark.parametrize(
    "rule",
    ["FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=DAILY",
     "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=YEARLY;BYMONTH=3,9",
     "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;COUNT=3"],
)  # fmt: skip
def test_every_rhythm_gives_the_days_of_the_query(tmp_path, rule):
    with open_store(tmp_path / "x.db") as store:
        task = {"action": "Báo cáo", "start": "2025-01-10", "end": "2025-12-20",
                "recurrence": rule}  # fmt: skip
        put(store, plan(number="1/KH-SYT", tasks=[task], day="2025-01-01"))
        rows = store.deadlines(EVERYTHING).rows
    (event,) = events_of(calendar_bytes(rows, "x", NOW))
    assert sorted(last_days(event)) == [row.end for row in rows]


def test_alarms_are_7_and_1_days_before(rows):
    for event in events_of(calendar_bytes(rows, "x", NOW)):
        alarms = [alarm.trigger.value for alarm in event.contents["valarm"]]
        assert alarms == [dt.timedelta(days=-7), dt.timedelta(days=-1)]


def test_identities_stay_and_the_same_rows_give_the_same_file(rows):
    first = calendar_bytes(rows, "x", NOW)
    assert first == calendar_bytes(list(reversed(rows)), "x", NOW)
    later = calendar_bytes(rows[:3], "x", NOW + dt.timedelta(days=9))
    before = {event.uid.value for event in events_of(first)}
    assert {event.uid.value for event in events_of(later)} <= before


def test_a_correction_moves_the_event(tmp_path):
    with open_store(tmp_path / "x.db") as store:
        saved = put(store, PLANS[4])
        before = events_of(calendar_bytes(store.deadlines(EVERYTHING).rows, "x", NOW))
        store.correct(
            saved.document_id, "tasks[0].time.end", "2025-11-30", who="An", why="", at=NOW
        )
        after = events_of(calendar_bytes(store.deadlines(EVERYTHING).rows, "x", NOW))
    assert [e.uid.value for e in before] == [e.uid.value for e in after]
    assert after[0].dtend.value == dt.date(2025, 12, 1)


def test_lines_are_folded_and_words_escaped(tmp_path):
    words = "Báo cáo; gửi, kèm \\ mẫu\nEND:VEVENT " + "dài " * 60
    with open_store(tmp_path / "x.db") as store:
        put(store, plan(tasks=[{"action": words, "end": "2025-09-30"}], day="2025-01-01"))
        content = calendar_bytes(store.deadlines(EVERYTHING).rows, "x", NOW)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (event,) = events_of(content)
    assert event.summary.value == " ".join(words.split())


def test_a_calendar_of_one_unit(kehoach, db, tmp_path):
    target = tmp_path / "x.ics"
    out = kehoach("export", "deadlines", "--to", target, "--unit", "Sở Y tế", "--db", db)
    assert out.returncode == 0, out.stderr
    calendar = vobject.readOne(target.read_text("utf-8"))
    assert {event.summary.value for event in calendar.contents["vevent"]} == {
        "Mở lớp dạy bơi", "Tổ chức ngày hội hiến máu",
    }  # fmt: skip
    assert "Sở Y tế" in calendar.contents["x-wr-calname"][0].value


def test_an_empty_calendar_is_one(kehoach, db, tmp_path):
    target = tmp_path / "x.ics"
    out = kehoach("export", "deadlines", "--to", target, "--year", "1999", "--db", db)
    assert out.returncode == 0
    assert "vevent" not in vobject.readOne(target.read_text("utf-8")).contents
