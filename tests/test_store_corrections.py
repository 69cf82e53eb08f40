"""A person's value outlives re-reading, is shown as such, and can be taken back."""

import datetime as dt

import pytest
from stored import AT, LATER, plan, put

from store import open_store
from store.deadlines import DeadlineFilter
from store.errors import BadCorrection, NotFound
from store.fields import find_field, tree_of
from store.listing import DocumentFilter

TASKS = [
    {"action": "Lập danh sách trẻ cần tiêm bổ sung", "end": "2024-04-30", "leads": "Trạm Y tế"},
    {"action": "Nộp báo cáo kết quả tiêm chủng", "end": "2024-06-14", "leads": "Phòng Y tế"},
    {"action": "Tổng kết đợt tiêm", "end": "2024-12-20", "leads": "Sở Y tế"},
]
HEAD = {"issuer": "Sở Y tế|Bình Giang|province-department", "day": "2024-01-20"}
SAY = {"who": "Lan", "why": "đối chiếu bản giấy", "at": AT}


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "plans.db") as opened:
        yield opened


@pytest.fixture
def saved(store):
    return put(store, plan(number="12/KH-SYT", tasks=TASKS, **HEAD))


def ends(store, **ask):
    return [(row.action[:3], str(row.end), row.corrected) for row in
            store.deadlines(DeadlineFilter(**ask)).rows]  # fmt: skip


def reread(store, tasks, text=None, version="2", **head):
    """What a newer program reads from the same file, whatever it says."""
    old = plan(number="12/KH-SYT", tasks=TASKS, **HEAD)
    new = plan(
        text or old.text,
        tasks=tasks,
        reader_version=version,
        **{**HEAD, "number": "12/KH-SYT", **head},
    )
    return store.save(new, old.text.encode(), path=None, at=LATER)


def test_correction_is_seen_everywhere(store, saved):
    now = store.correct(saved.document_id, "tasks[1].time.end", "2024-06-20", **SAY)
    assert now == store.plan(saved.document_id)
    assert str(now.tasks[1].time.end) == "2024-06-20"
    assert ends(store) == [
        ("Lập", "2024-04-30", False),
        ("Nộp", "2024-06-20", True),
        ("Tổn", "2024-12-20", False),
    ]
    june = {"start": dt.date(2024, 6, 15), "end": dt.date(2024, 6, 30)}
    assert ends(store, unit="Phòng Y tế", **june) == [("Nộp", "2024-06-20", True)]
    view = store.connection.execute("SELECT corrected FROM deadlines ORDER BY end_on").fetchall()
    assert [row[0] for row in view] == [0, 1, 0]
    (active,) = store.connection.execute("SELECT field, who FROM active_corrections").fetchall()
    assert tuple(active) == ("tasks[item].time.end", "Lan")
    assert store.plan_as_read(saved.document_id).tasks == saved.plan.tasks


def test_header_fields(store, saved):
    for field, value in (
        ("document.number", "21/KH-SYT"),
        ("document.issued_on", "2024-02-01"),
        ("document.subject", "tiêm chủng mở rộng"),
        ("document.issuer.name", "Chi cục Y tế dự phòng"),
        ("document.issuer.area", "null"),
        ("document.period", '{"label": "năm 2024", "start": "2024-01-01"}'),
    ):
        store.correct(saved.document_id, field, value, **SAY)
    (row,) = store.documents(DocumentFilter(number="021/KH-SYT"))
    assert (row.issuer, row.area, row.subject) == (
        "Chi cục Y tế dự phòng", None, "tiêm chủng mở rộng",
    )  # fmt: skip
    assert (str(row.issued_on), row.period) == ("2024-02-01", "năm 2024")
    assert store.search("21/KH-SYT").total == 1
    assert store.search("12/KH-SYT").total == 1  # that is what the text says
    assert store.examine(thorough=True) == []


def test_what_a_person_set_is_not_assumed(store):
    record = plan(number="12/KH-SYT", assumed=("number", "issued_on"), **HEAD)
    saved = put(store, record)
    now = store.correct(saved.document_id, "document.number", "13/KH-SYT", **SAY)
    assert now.document.assumed == ("issued_on",)


def test_ambiguous_time_is_decided(store):
    task = {**TASKS[0], "ambiguous": True, "alternatives": [{"end": "2024-05-30"}]}
    saved = put(store, plan(number="12/KH-SYT", tasks=[task], **HEAD))
    time = store.correct(saved.document_id, "tasks[0].time.end", "2024-05-30", **SAY).tasks[0].time
    assert (time.ambiguous, time.alternatives) == (False, ())


def test_survives_reading_again_in_another_order(store, saved):
    store.correct(saved.document_id, "tasks[1].time.end", "2024-06-20", **SAY)
    again = reread(store, [TASKS[2], TASKS[1], TASKS[0]])
    assert (again.status, again.document_id) == ("updated", saved.document_id)
    assert ends(store)[1] == ("Nộp", "2024-06-20", True)
    (correction,) = store.corrections(saved.document_id)
    assert correction.state == "kept"


def test_survives_other_words_of_the_item(store, saved):
    store.correct(saved.document_id, "tasks[1].time.end", "2024-06-20", **SAY)
    reread(store, [TASKS[0], {**TASKS[1], "action": TASKS[1]["action"] + " mở rộng"}, TASKS[2]])
    assert ends(store)[1] == ("Nộp", "2024-06-20", True)


@pytest.mark.parametrize(
    ("tasks", "state", "reading"),
    [
        (TASKS, "kept", '"2024-06-14"'),
        ([{**TASKS[1], "end": "2024-06-20"}], "agrees", '"2024-06-20"'),
        ([{**TASKS[1], "end": "2024-06-24"}], "disagrees", '"2024-06-24"'),
        ([TASKS[0], TASKS[2]], "lost", None),
    ],
)
def test_how_a_later_reading_stands_to_it(store, saved, tasks, state, reading):
    store.correct(saved.document_id, "tasks[1].time.end", "2024-06-20", **SAY)
    reread(store, tasks)
    (correction,) = store.corrections(saved.document_id)
    assert (correction.state, correction.reading) == (state, reading)
    assert correction.before == '"2024-06-14"'
    assert correction.value == '"2024-06-20"'


def test_a_lost_correction_comes_back_with_its_item(store, saved):
    store.correct(saved.document_id, "tasks[1].time.end", "2024-06-20", **SAY)
    reread(store, [TASKS[0]])
    assert ends(store) == [("Lập", "2024-04-30", False)]
    reread(store, TASKS, version="3")
    assert ends(store)[1] == ("Nộp", "2024-06-20", True)


def test_undo(store, saved):
    store.correct(saved.document_id, "tasks[1].time.end", "2024-06-20", **SAY)
    (correction,) = store.corrections(saved.document_id)
    now = store.undo(correction.correction, who="Minh", why="nhầm dòng", at=LATER)
    assert now == saved.plan
    assert ends(store)[1] == ("Nộp", "2024-06-14", False)
    assert store.corrections(saved.document_id) == []
    (undone,) = store.corrections(saved.document_id, undone=True)
    assert (undone.who, undone.undone_by) == ("Lan", "Minh")
    with pytest.raises(NotFound):
        store.undo(correction.correction, who="Minh", why="", at=LATER)
    assert [(e.what, e.who) for e in store.log(saved.document_id)] == [
        ("undone", "Minh"), ("corrected", "Lan"), ("new", "kehoach"),
    ]  # fmt: skip


def test_correcting_again_takes_the_place_of_the_first(store, saved):
    for value in ("2024-06-20", "2024-06-21"):
        store.correct(saved.document_id, "tasks[1].time.end", value, **SAY)
    (correction,) = store.corrections(saved.document_id)
    assert (correction.value, correction.before) == ('"2024-06-21"', '"2024-06-14"')
    assert str(store.plan(saved.document_id).tasks[1].time.end) == "2024-06-21"


def test_lists_and_names_by_id(store, saved):
    item = saved.plan.tasks[2].id
    now = store.correct(saved.document_id, f"tasks[{item}].leads[0].name", "Chi cục Dân số", **SAY)
    assert [unit.name for unit in now.tasks[2].leads] == ["Chi cục Dân số"]
    assert ends(store, unit="Chi cục Dân số") == [("Tổn", "2024-12-20", True)]
    now = store.correct(saved.document_id, "tasks[2].leads", "[]", **SAY)
    assert now.tasks[2].leads == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("document.nummer", "x"),
        ("tasks[9].action", "x"),
        ("tasks[-1].action", "x"),
        ("tasks.action", "x"),
        ("document.issued_on", "hôm qua"),
        ("document.issued_on", "2024-02-30"),
        ("tasks[0].time.continuous", "có thể"),
        ("tasks[0].action", "null"),
        ("text", "x"),
        ("source.name", "x"),
        ("", "x"),
        ("document..number", "x"),
        ("document.number[0]", "x"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(store, saved, field, value):
    with pytest.raises(BadCorrection):
        store.correct(saved.document_id, field, value, **SAY)
    assert store.plan(saved.document_id) == saved.plan
    assert store.corrections(saved.document_id, undone=True) == []
    assert len(store.log()) == 1


def test_a_corrected_document_reread_as_before_changes_nothing(store, saved):
    store.correct(saved.document_id, "document.number", "21/KH-SYT", **SAY)
    before = "\n".join(store.connection.iterdump())
    assert put(store, saved.plan.model_copy()).status == "duplicate"
    assert "\n".join(store.connection.iterdump()) == before


def test_field_paths_of_the_contract():
    tree = tree_of(plan(number="12/KH-SYT", tasks=TASKS, **HEAD))
    assert find_field(tree, "document.number").path == "document.number"
    field = find_field(tree, "tasks[2].time.end")
    assert (field.path, field.item) == ("tasks[item].time.end", tree["tasks"][2]["id"])
