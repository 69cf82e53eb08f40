"""Promises of the store, for any record: it comes back whole, and once is as good as twice."""

import datetime as dt
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from stored import AT, LATER, plan, put

from schemas import Plan
from store import open_store
from store.changes import changes
from store.deadlines import DeadlineFilter

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))
UNITS = st.builds(
    "{}|{}|{}".format,
    st.sampled_from(["Sở Y tế", "Ủy ban nhân dân xã", "Đảng ủy", "Trường Trung học cơ sở"]),
    st.sampled_from(["", "Bình Giang", "Đông Sơn"]),
    st.sampled_from(["", "commune", "province-department"]),
)
TASKS = st.fixed_dictionaries(
    {"action": WORDS},
    optional={
        "leads": UNITS,
        "partners": UNITS,
        "start": DAYS,
        "end": DAYS,
        "recurrence": st.sampled_from(["FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=FR", "RRULE"]),
        "continuous": st.booleans(),
        "ambiguous": st.booleans(),
        "assumed": st.just(("year",)),
    },
)
NUMBERS = st.sampled_from(["1/KH-SYT", "2/KH-SYT", "01/KH-UBND", "98/2023/NĐ-CP", None])
CITATIONS = st.fixed_dictionaries(
    {"number": NUMBERS, "role": st.sampled_from(["basis", "mention", "replaces"])},
    optional={"day": DAYS.map(str), "issuer": UNITS, "year": st.integers(2015, 2030)},
)


@st.composite
def plans(draw):
    text = draw(st.one_of(st.none(), st.text(st.characters(codec="utf-8"), max_size=200)))
    return plan(
        text,
        name=draw(WORDS),
        issuer=draw(st.one_of(st.none(), UNITS)),
        day=draw(st.one_of(st.none(), DAYS.map(str))),
        tasks=draw(st.lists(TASKS, max_size=4)),
        citations=draw(st.lists(CITATIONS, max_size=4)),
        number=draw(NUMBERS),
        subject=draw(st.one_of(st.none(), WORDS)),
        read_by=draw(st.sampled_from(["text", "ocr", "docx"])),
    )


@cache
def empty() -> bytes:
    """A database without documents, made once: migrating costs more than all of an example."""
    with tempfile.TemporaryDirectory() as folder:
        open_store(Path(folder) / "plans.db").close()
        return (Path(folder) / "plans.db").read_bytes()


@contextmanager
def fresh():
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        path = Path(folder) / "plans.db"
        path.write_bytes(empty())
        with open_store(path) as store:
            yield store


def dump(store) -> list[str]:
    return list(store.connection.iterdump())


@settings(max_examples=40)
@given(st.lists(plans(), min_size=1, max_size=4))
def test_what_is_stored_comes_back_and_twice_is_once(records):
    with fresh() as store:
        saved = [save(store, one, n) for n, one in enumerate(records)]
        for one, record in zip(saved, records, strict=True):
            if one.status in ("new", "probable-duplicate"):
                assert same(store.plan(one.document_id), record)
            assert store.plan(one.document_id) == store.plan_as_read(one.document_id)
        before = dump(store)
        again = [save(store, one, n, LATER) for n, one in enumerate(records)]
        assert {one.status for one in again} == {"duplicate"}
        assert dump(store) == before
        assert store.examine(thorough=True) == []


def save(store, record, n, at=AT):
    """Other records are of other files."""
    return store.save(record, record.model_dump_json().encode(), path=f"{n}.txt", at=at)


def same(stored: Plan, record: Plan) -> bool:
    named = record.source.model_copy(update={"document_id": stored.id})
    return stored == record.model_copy(update={"source": named})


@settings(max_examples=40)
@given(st.lists(plans(), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_change_what_citations_mean(records, chance):
    """Of documents that are nobody's copy; a copy is one of whichever came first."""
    records = [
        one.model_copy(
            update={
                "text": f"{n} " * 30 + one.text,
                "source": one.source.model_copy(update={"read_by": "text"}),
                "document": one.document.model_copy(update={"number": f"{n + 1}/KH-SYT"}),
            }
        )
        for n, one in enumerate(records)
    ]
    found = []
    for order in (records, chance.sample(records, len(records))):
        with fresh() as store:
            for one in order:
                put(store, one, f"{one.document.number}.txt")
            found.append(
                sorted(
                    (link.document.id, link.item, link.resolution, link.target and link.target.id,
                     tuple(sorted(other.id for other in link.candidates)))
                    for link in store.all_links()
                )
            )  # fmt: skip
    assert found[0] == found[1]


@settings(max_examples=40)
@given(st.lists(plans(), min_size=1, max_size=4), DAYS, DAYS, st.booleans(), UNITS)
def test_deadlines_are_those_of_the_records(records, one, other, overlapping, unit):
    """Every answer against a plain loop over the records themselves."""
    first, last = sorted((one, other))
    name = unit.split("|")[0]
    with fresh() as store:
        for n, record in enumerate(records):
            put(store, record, f"{n}.txt")
        stored = [store.plan(row.id) for row in store.documents()]
        for who in (None, name):
            page = store.deadlines(
                DeadlineFilter(start=first, end=last, overlapping=overlapping, unit=who)
            )
            wanted = sorted(
                (task.time.end, task.action)
                for record in stored
                for task in record.tasks
                if falls(task, first, last, overlapping)
                and (who is None or any(who in u.name for u in (*task.leads, *task.partners)))
            )
            assert sorted((row.end, row.action) for row in page.rows) == wanted
            assert page.total == len(wanted)


def falls(task, first, last, overlapping) -> bool:
    start, end = task.time.start, task.time.end
    if end is None:
        return False
    if not overlapping:
        return first <= end <= last
    start = end if start is None or start > end else start
    return end >= first and start <= last


SUBJECTS = st.sampled_from(
    [
        "tiêm chủng mở rộng năm 2024",
        "triển khai tiêm chủng mở rộng và giám sát dịch bệnh",
        "giám sát dịch bệnh mùa hè",
        "thăng hạng viên chức",
        None,
    ]
)


@settings(max_examples=60)
@given(st.lists(plans(), min_size=2, max_size=6), st.data())
def test_who_may_stand_above_whom_is_one_relation(records, data):
    """A document has exactly those for neighbours whose dependent it is."""
    with fresh() as store:
        for n, record in enumerate(records):
            header = record.document.model_copy(update={"subject": data.draw(SUBJECTS)})
            put(store, record.model_copy(update={"document": header}), f"{n}.txt")
        stored = [store.plan(row.id) for row in store.documents()]
        for one in stored:
            source = one.source.model_copy(update={"document_id": None})
            draft = store.neighbours(one.model_copy(update={"source": source}))
            assert {a.id for a in draft} - {one.id} == {a.id for a in store.neighbours(one)}
        up = {(above.id, one.id) for one in stored for above in store.neighbours(one)}
        down = {(one.id, below) for one in stored for below in store.dependents(one)}
        assert up <= down  # who may be meant by a citation is a dependent, not yet a neighbour
        doubtful = {
            (candidate.id, link.document.id)
            for link in store.all_links(resolution="ambiguous")
            for candidate in link.candidates
        }
        assert down - doubtful <= up


@given(plans())
def test_a_record_does_not_differ_from_itself(record):
    assert changes(record, record) == []
    assert AT < LATER
