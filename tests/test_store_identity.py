"""One document, however many files: the rule by cases, and the whole way through the door."""

from pathlib import Path

import pytest
import yaml
from stored import AT, LATER, plan, put

from store import open_store
from store.deadlines import DeadlineFilter
from store.errors import NotFound
from store.identity import Header, decide
from store.likeness import estimate, facts, likeness_of, shared
from store.listing import DocumentFilter

CASES = yaml.safe_load((Path(__file__).parent / "cases/store/identity.yaml").read_text("utf-8"))
WORDS = "bảo đảm an toàn kịp thời đúng quy định tiết kiệm hiệu quả phân công rõ trách nhiệm".split()
BODY = " ".join(WORDS[(i * i) % len(WORDS)] + f" mục{i}" for i in range(300))
HEAD = {
    "number": "12/KH-SYT",
    "issuer": "Sở Y tế|Bình Giang|province-department",
    "day": "2024-03-05",
    "subject": "phòng, chống dịch bệnh năm 2024",
}


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "plans.db") as opened:
        yield opened


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_rule(case):
    one, other = (
        Header(*(part.strip() for part in case[side].split("|"))) for side in ("one", "other")
    )
    for first, second in ((one, other), (other, one)):
        assert (
            decide(
                first,
                second,
                alike=case["alike"],
                edited=case.get("edited", False),
                recognised=case.get("recognised", False),
            )
            == case["verdict"]
        )


def test_saving_twice_is_saving_once(store):
    record = plan(BODY, **HEAD)
    first, second = put(store, record), put(store, record)
    assert (first.status, second.status) == ("new", "duplicate")
    assert second.document_id == second.duplicate_of == first.document_id
    assert second.plan == first.plan == store.plan(first.document_id)
    assert first.document_id == record.source.sha256[:12]
    assert [e.what for e in store.log()] == ["new"]


def test_same_bytes_under_five_names_are_one_document(store):
    record = plan(BODY, **HEAD)
    found = [put(store, record, f"in/{n}.txt").status for n in range(5)]
    assert found == ["new"] + ["duplicate"] * 4
    assert store.count_documents() == 1
    (row,) = store.documents()
    assert [f.path for f in store.files(row.id)] == [f"in/{n}.txt" for n in range(5)]


def test_another_format_is_the_same_document(store):
    docx = plan(BODY, name="a.docx", read_by="docx", **HEAD)
    pdf = plan(BODY.replace(" mục7 ", " mục 7 ") + " 1", name="a.pdf", read_by="pdf-text", **HEAD)
    first, second = put(store, docx), put(store, pdf)
    assert (second.status, second.duplicate_of) == ("duplicate", first.document_id)
    assert store.count_documents() == 1


def test_a_scan_with_its_damage_is_the_same_document(store):
    first = put(store, plan(BODY, name="a.docx", read_by="docx", **HEAD))
    damaged = " ".join(w + "l" if i % 17 == 0 else w for i, w in enumerate(BODY.split()))
    scan = put(store, plan(damaged, name="a.pdf", read_by="ocr", **HEAD))
    assert (scan.status, scan.duplicate_of) == ("duplicate", first.document_id)


def test_an_edited_copy_waits_for_a_person(store):
    """Same header, one day moved: merging it would lose a deadline."""
    first = put(store, plan(BODY + " trước ngày 15/6/2024", name="a.docx", **HEAD))
    other = put(store, plan(BODY + " trước ngày 25/6/2024", name="b.docx", **HEAD))
    assert (other.status, other.duplicate_of) == ("probable-duplicate", first.document_id)
    assert store.count_documents() == 2
    (waits,) = store.documents(DocumentFilter(status="probable-duplicate"))
    assert (waits.id, waits.duplicate_of) == (other.document_id, first.document_id)


def test_near_identical_text_without_a_number(store):
    bare = {**HEAD, "number": None, "day": None}
    first = put(store, plan(BODY, name="a.docx", **HEAD))
    other = put(store, plan(BODY + " trang cuối", name="b.docx", **bare))
    assert (other.status, other.duplicate_of) == ("duplicate", first.document_id)


def test_same_words_of_another_office_are_another_document(store):
    put(store, plan(BODY, name="a.docx", **HEAD))
    other = {**HEAD, "issuer": "Sở Y tế|Đông Sơn|province-department"}
    assert put(store, plan(BODY + " Đông Sơn", name="b.docx", **other)).status == "new"


def test_a_reissue_is_a_new_document_that_says_what_it_replaces(store):
    old = put(store, plan(BODY, name="a.docx", **HEAD))
    new = plan(
        BODY + " thay thế",
        name="b.docx",
        citations=[{"number": "12/KH-SYT", "day": "2024-03-05", "role": "replaces"}],
        **{**HEAD, "number": "45/KH-SYT", "day": "2024-05-20"},
    )
    saved = put(store, new)
    assert saved.status == "new"
    (link,) = store.citation_links(saved.document_id)
    assert (link.role, link.resolution, link.target.id) == ("replaces", "resolved", old.document_id)
    (back,) = store.cited_by(old.document_id)
    assert (back.document.id, back.role) == (saved.document_id, "replaces")


def test_changed_content_at_one_path_is_a_new_version(store):
    task = {"action": "Nộp báo cáo", "end": "2024-06-14"}
    first = put(store, plan(BODY + " nộp 15/6", tasks=[task], **HEAD), "in/a.txt")
    moved = {**task, "end": "2024-06-24"}
    second = put(store, plan(BODY + " nộp 25/6", tasks=[moved], **HEAD), "in/a.txt", LATER)
    assert (second.status, second.document_id) == ("updated", first.document_id)
    assert [str(r.end) for r in store.deadlines(DeadlineFilter()).rows] == ["2024-06-24"]
    old, new = store.versions(first.document_id)
    assert (old.current, new.current) == (False, True)
    (change,) = store.changes(first.document_id, old.version, new.version)
    assert (change.what, change.field) == ("changed", "tasks[item].time")
    assert [f.here for f in store.files(first.document_id)] == [False, True]


def test_content_put_back_is_current_again(store):
    one, two = (plan(BODY + words, **HEAD) for words in (" 15/6", " 25/6"))
    found = [put(store, record, "in/a.txt") for record in (one, two, one)]
    assert [saved.status for saved in found] == ["new", "updated", "updated"]
    assert store.plan(found[0].document_id).text == one.text
    assert put(store, one, "in/a.txt").status == "duplicate"


def test_another_plan_that_takes_over_a_file_name(store):
    first = put(store, plan(BODY, **HEAD), "in/a.txt")
    words = " ".join(reversed(BODY.split()))
    second = put(store, plan(words, **{**HEAD, "number": "90/KH-SYT"}), "in/a.txt")
    assert (second.status, second.document_id != first.document_id) == ("new", True)
    assert store.count_documents() == 2


def test_two_documents_of_one_file(store):
    bundle = BODY + "\n\n" + BODY.upper()
    parts = [
        plan(bundle, name="a.pdf", part=n, **{**HEAD, "number": f"{n}/KH-SYT"}) for n in (1, 2)
    ]
    ids = [put(store, record).document_id for record in parts]
    assert ids[1] == ids[0] + "-2"
    assert [put(store, record).status for record in parts] == ["duplicate", "duplicate"]


def test_a_person_says_it_is_the_same_and_takes_it_back(store):
    tasks = [{"action": "Nộp báo cáo", "end": "2024-06-14"}]
    first = put(store, plan(BODY + " 15/6", tasks=tasks, **HEAD))
    other = put(store, plan(BODY + " 25/6", name="b.txt", tasks=tasks, **HEAD))
    assert store.deadlines(DeadlineFilter()).total == 2
    say = {"who": "an", "why": "bản gửi lại", "at": AT}
    store.settle_duplicate(other.document_id, same=True, **say)
    assert store.deadlines(DeadlineFilter()).total == 1
    assert [row.id for row in store.documents()] == [first.document_id]
    assert store.search("mục7").total == 1
    again = put(store, plan(BODY + " 25/6", name="c.txt", tasks=tasks, **HEAD))
    assert (again.status, again.document_id) == ("duplicate", first.document_id)
    store.settle_duplicate(other.document_id, same=False, **say)
    assert store.deadlines(DeadlineFilter()).total == 2
    assert store.search("mục7").total == 2
    assert store.count_documents(DocumentFilter(status="stored")) == 2
    assert store.examine(thorough=True) == []
    with pytest.raises(NotFound):
        store.settle_duplicate(other.document_id, same=True, **say)


def test_likeness_is_estimated_well():
    changed = " ".join(w + "x" if i % 40 == 0 else w for i, w in enumerate(BODY.split()))
    exact = shared(BODY, changed)
    guess = estimate(likeness_of(BODY).sketch, likeness_of(changed).sketch)
    assert 0.8 < exact < 0.95
    assert abs(exact - guess) < 0.2
    assert set(likeness_of(BODY).bands()) & set(likeness_of(changed).bands())
    assert estimate(likeness_of("").sketch, likeness_of(BODY).sketch) == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trước ngày 05/3/2024, đạt 95,5 % trở lên", {("5", "3", "2024"), ("95,5",)}),
        ("ngày 05 tháng 03 năm 2024", {("5", "3", "2024")}),
        ("hạn 15/6", {("15", "6")}),
        ("ngày ký: 05.03.2024 14:33:22 +07:00", set()),
        ("Mục 1.1. Nghị định số 98/2023/NĐ-CP", set()),
    ],
)
def test_facts(words, found):
    assert facts(words) == found


def test_reading_again_without_a_change_is_noted(store):
    first = put(store, plan(BODY, **HEAD))
    assert [one.document_id for one in store.to_read("2")] == [first.document_id]
    newer = plan(BODY, reader_version="2", **HEAD)
    again = store.save(newer, BODY.encode(), path=None, at=LATER)
    assert (again.status, len(store.versions(first.document_id))) == ("duplicate", 1)
    assert store.to_read("2") == []
    assert store.plan(first.document_id).source.reader_version == "2"
    (due,) = store.to_read()
    assert due.place.read_bytes() == store.original(first.document_id) == BODY.encode()
    assert (due.name, due.path, due.part) == ("ke-hoach.txt", "ke-hoach.txt", 1)
