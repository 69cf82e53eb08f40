"""Full text with and without marks, the words in their sentence, and the order of names."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from stored import plan, put

from store import open_store, search
from store.collation import sort_key
from store.listing import DocumentFilter

CASES = yaml.safe_load((Path(__file__).parent / "cases/store/search.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("store") / "plans.db") as opened:
        for name, one in CASES["documents"].items():
            put(opened, plan(name=f"{name}.txt", **one))
        yield opened


@pytest.mark.parametrize("case", CASES["questions"], ids=lambda case: case["ask"])
def test_question(store, case):
    page = store.search(case["ask"])
    found = [hit.document.name.removesuffix(".txt") for hit in page.hits]
    assert sorted(found) == sorted(case["find"])
    assert (page.total, page.more) == (len(case["find"]), False)


def test_subject_counts_more_than_text(store):
    assert store.search("giao thông").hits[0].document.name == "sea.txt"


@pytest.mark.parametrize(
    ("ask", "sentence", "words"),
    [
        ("an toàn giao", "Bảo đảm an toàn giao thông trong năm.", ["an", "toàn", "giao"]),
        ("duong", "Sửa chữa đường liên xã.", ["đường"]),
        ("hóa chất", "Hoá chất khử khuẩn cấp trước ngày", ["Hoá", "chất"]),
        ('"5/3/2024"', "Hoá chất khử khuẩn cấp trước ngày 05/3/2024", ["05/3/2024"]),
        ("665", "Hoá chất khử khuẩn", []),
    ],
)
def test_words_in_their_sentence(store, ask, sentence, words):
    hits = {hit.document.name: hit for hit in store.search(ask).hits}
    hit = hits.get("road.txt") or hits["health.txt"]
    assert hit.sentence.startswith(sentence)
    assert [hit.sentence[a:b] for a, b in hit.words] == words
    text = store.plan(hit.document.id).text
    assert text[hit.span.start : hit.span.end] == hit.sentence


@given(st.text(max_size=60))
def test_no_question_breaks_it(store, words):
    assert store.search(words).total >= 0
    assert isinstance(store.find_documents(words), list)


def test_many_hits_are_counted_and_the_best_come_first(tmp_path, monkeypatch):
    monkeypatch.setattr(search, "_RANKED", 20)
    monkeypatch.setattr(search, "_COUNTED", 40)
    with open_store(tmp_path / "plans.db") as many, many.batch():
        titled = put(many, plan("chung việc khác hẳn", name="titled.txt", subject="chung lời"))
        for n in range(30):
            put(many, plan(f"chung lời {n} {n % 7} {n * n}", name=f"{n}.txt", subject=None))
        page = many.search("chung lời", limit=3)
        assert (page.total, page.more) == (31, False)
        assert page.hits[0].document.id == titled.document_id
        for n in range(30, 45):
            put(many, plan(f"chung lời {n} {n % 7} {n * n}", name=f"{n}.txt", subject=None))
        page = many.search("chung lời", limit=3)
        assert (page.total, page.more) == (40, True)
        assert page.hits[0].document.id == titled.document_id


def test_of_many_hits_those_whose_words_stand_close_come_first(tmp_path, monkeypatch):
    monkeypatch.setattr(search, "_RANKED", 20)
    apart = " ".join(f"chữ{n}" for n in range(12))
    with open_store(tmp_path / "plans.db") as many, many.batch():
        for n in range(30):
            words = "lời thật chung" if n in (15, 20) else f"chung {apart} lời"
            put(many, plan(f"{words} {n} {n % 7} {n * n}", name=f"{n}.txt", subject=None))
        names = [hit.document.name for hit in many.search("chung lời", limit=4).hits]
        assert names == ["20.txt", "15.txt", "29.txt", "28.txt"]
        assert many.search('"thật chung" loi', limit=4).hits[0].document.name == "20.txt"
        assert [hit.document.name for hit in many.search("chung").hits][:2] == ["29.txt", "28.txt"]


@given(words=st.lists(st.sampled_from(["kế hoạch", "ke", "665/KH-SGDĐT", "*", "NEAR(", '"', "-"])))
def test_no_question_with_many_hits_breaks_it(store, words):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(search, "_RANKED", 1)
        assert store.search(" ".join(words)).total >= 0


def test_find_documents(store):
    for words in ("665/KH-SGDĐT", "0665/kh-sgdđt", "health.txt", "health"):
        found = store.look_up(words)
        assert ([row.name for row in found.rows], found.exact) == (["health.txt"], True), words
    one = store.documents()[0]
    assert store.look_up(one.id).rows == [one]
    near = store.look_up("665/KH-SGĐT")
    assert (near.rows[0].name, near.exact) == ("health.txt", False)
    assert store.look_up("đường liên xã").exact is False
    assert store.look_up("đường liên xã").rows[0].name == "road.txt"


ALPHABET = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split()


def in_order(names):
    backwards = names[::-1]
    return sorted(backwards, key=sort_key)


def test_alphabet():
    assert in_order(ALPHABET) == ALPHABET
    assert sorted("bạ bá bã bả bà ba".split(), key=sort_key) == "ba bà bả bã bá bạ".split()


@pytest.mark.parametrize(
    "names",
    [
        ["An Giang", "Bà Rịa", "Ba Vì", "Bắc Giang", "Cao Bằng", "Đà Nẵng", "Hà Nội", "Huế"],
        ["Dân tộc", "Đảng ủy", "Đội thi đua", "Giáo dục", "Y tế"],
        ["Ê đê", "Ga", "Ô Môn", "Ơ", "Pác Bó"],
        ["lan", "Lan", "làn", "lạn", "lan anh", "lăn", "lân"],
        ["Khoa 2", "Khoa Ngoại", "Khoa Nội"],
    ],
)
def test_names_in_order(names):
    assert in_order(names) == names


@given(st.text(max_size=20), st.text(max_size=20))
def test_order_is_plain_text_and_total(one, other):
    assert isinstance(sort_key(one), str)
    assert (sort_key(one) < sort_key(other)) or (sort_key(one) >= sort_key(other))


def test_documents_in_the_order_of_the_alphabet(tmp_path):
    with open_store(tmp_path / "plans.db") as store:
        for subject in ("ứng dụng công nghệ", "đào tạo nghề", "an toàn lao động", "dạy bơi"):
            put(store, plan(subject=subject, name=subject))
        rows = store.documents(DocumentFilter(order="subject"))
        assert [row.subject for row in rows] == [
            "an toàn lao động", "dạy bơi", "đào tạo nghề", "ứng dụng công nghệ",
        ]  # fmt: skip
