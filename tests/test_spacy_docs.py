"""Records as spaCy documents, and the language packages as second opinions."""

import spacy
from spacy.tokens import DocBin
from underthesea import text_normalize

from extract.parse import parse
from extract.reading import Reading
from extract.spacy_docs import SPANS_KEY, displacy_page, doc_of, docbin_of
from schemas import Plan, Source
from schemas.keys import words_key

TEXT = """KẾ HOẠCH
Diễn tập  chữa cháy năm 2026

I. NHIỆM VỤ
1. Quý I năm 2026
- Rà soát trụ nước chữa cháy ở các ngõ sâu;
- Gửi báo cáo về Công an phường.\tXong.
"""


def plan() -> Plan:
    return parse(Reading(TEXT), Source(name="diễn tập.txt", sha256="1" * 64))


def test_the_text_is_kept_to_the_character_and_items_are_spans() -> None:
    doc = doc_of(plan())
    assert doc.text == TEXT
    tasks = [(s.text, s.kb_id_) for s in doc.spans[SPANS_KEY] if s.label_ == "TASK"]
    assert next(words for words, _ in tasks) == "Rà soát trụ nước chữa cháy ở các ngõ sâu;"
    assert {key for _, key in tasks} == {task.id for task in plan().tasks}
    assert "chữa cháy" in [token.text for token in doc]


def test_docbin_brings_the_spans_back() -> None:
    data = docbin_of((plan(),))
    (doc,) = DocBin().from_bytes(data).get_docs(spacy.blank("xx").vocab)
    assert doc.user_data["name"] == "diễn tập.txt"
    assert {s.label_ for s in doc.spans[SPANS_KEY]} >= {"TASK", "HEADING"}


def test_displacy_shows_the_items() -> None:
    page = displacy_page(plan())
    assert page.startswith("<!DOCTYPE html>")
    assert "TASK" in page
    assert "ngõ" in page


def test_tone_placement_is_folded_as_underthesea_folds_it() -> None:
    for one, other in (("hoà bình", "hòa bình"), ("uỷ ban", "ủy ban"), ("toả sáng", "tỏa sáng")):
        assert words_key(one) == words_key(other) == words_key(text_normalize(one))
    for word in ("quý", "thuở", "khuỷu", "quà"):
        assert words_key(word) == words_key(text_normalize(word)) == word
