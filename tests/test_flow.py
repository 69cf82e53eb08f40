"""The flat text and its way back to the words."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.flat_tables import with_flat_tables
from extract.flow import flow_of
from extract.markers import marker_at, rank_of
from extract.reading import Reading
from extract.wrapping import wrapping_of

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/text/wrapping.yaml").read_text(encoding="utf-8")
)
# A page of full lines, so that the margin of a short case can be told.
FILLER = "\n".join(
    f"Nội dung của dòng này kéo dài đến hết lề phải của trang giấy khổ A4 mẫu {n:02d}"
    for n in range(12)
)


def paragraphs(text: str) -> list[str]:
    flow = flow_of(Reading(text))
    return [flow.text[p.start : p.end] for p in flow.paragraphs]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_lines_become_paragraphs(case: dict) -> None:
    words = "\n".join(case["lines"])
    found = paragraphs(f"{words}\n\nI. HẾT\n{FILLER}")
    assert found[: len(case["paragraphs"])] == case["paragraphs"]
    assert found[len(case["paragraphs"])] == "I. HẾT"


def test_rows_of_a_table_tell_no_margin() -> None:
    row = "Rà soát trẻ trong độ tuổi tiêm chủng ở các thôn, bản\tTrạm y tế xã\tTrước ngày 15/3/2026"
    page = "\n".join([FILLER, *[f"{n}\t{row}\tTrường mầm non, nhà văn hóa" for n in range(6)]])
    assert wrapping_of(Reading(page)) == wrapping_of(Reading(FILLER))


def test_page_numbers_and_marks_are_left_out_but_row_numbers_stay() -> None:
    text = (
        "Câu thứ nhất của trang một vẫn còn dang dở ở cuối trang giấy và\f2\n"
        "tiếp tục ở trang hai.\n## Page 3\nHết."
    )
    assert paragraphs(text) == [
        "Câu thứ nhất của trang một vẫn còn dang dở ở cuối trang giấy và tiếp tục ở trang hai.",
        "Hết.",
    ]
    assert "7" in paragraphs("TT\n6\nMua vắc xin\n7\nTiêm chủng")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_gives_a_flow_whose_every_offset_leads_back(text: str) -> None:
    canonical = unicodedata.normalize("NFC", text)
    flow = flow_of(with_flat_tables(Reading(canonical)))
    assert not flow.text or flow.breaks[0] == 0
    for paragraph in flow.paragraphs:
        for i in range(paragraph.start, paragraph.end):
            source = canonical[flow.source_of(i)]
            assert flow.text[i] == source or (flow.text[i] == " ")


@given(st.text(alphabet="aăâ bcdđ.-–;:\n\f\t“”1234IVXĐQ/Sốngày", max_size=300))
def test_a_grounded_stretch_holds_the_words(text: str) -> None:
    flow = flow_of(Reading(unicodedata.normalize("NFC", text)))
    for paragraph in flow.paragraphs:
        ground = flow.ground(paragraph.start, paragraph.end)
        parts = ground["spans"] or (ground["span"],)
        words = "".join(flow.reading.text[s.start : s.end] for s in parts)
        squeeze = "".join
        assert squeeze(words.split()) == squeeze(ground["as_written"].split())


@pytest.mark.parametrize(
    ("words", "kind", "label", "rank"),
    [
        ("I. MỤC ĐÍCH", "roman", "I", 1),
        ("1.1. Nội dung", "dotted", "1.1", 1),
        ("1.2 Nội dung", "dotted", "1.2", 2),
        ("đ) Kinh phí", "letter", "đ", 5),
        ("b. Địa điểm", "letter", "b", 2),
        ("Phần thứ hai", "part", "Phần thứ hai", 2),
        ("Điều 4. Tổ chức", "article", "Điều 4", 4),
        ("Phụ lục II", "annex", "Phụ lục II", 2),
        ("(2) Tập huấn", "paren", "2", 2),
        ("- Tập huấn", "bullet", "-", None),
        ("5- Văn phòng Đảng ủy", "number", "5", 5),
        ("+ Tập huấn", "bullet", "+", None),
    ],
)
def test_markers(words: str, kind: str, label: str, rank: int | None) -> None:
    marker = marker_at(words, 0, len(words))
    assert marker is not None
    assert (marker.kind, marker.label, marker.rank) == (kind, label, rank)


@pytest.mark.parametrize(
    "words",
    [
        "15/6/2025 là hạn cuối",
        "2025 - 2030",
        "5 - 7 ngày",
        "5- bảy ngày",
        "v.v và",
        "Mục đích",
        "3",
    ],
)
def test_no_markers(words: str) -> None:
    assert marker_at(words, 0, len(words)) is None


def test_rank_of_letters_follows_the_vietnamese_alphabet() -> None:
    assert [rank_of("letter", c) for c in "abcdđeg"] == [1, 2, 3, 4, 5, 6, 7]


def test_lines_wider_than_the_text_tell_no_margin() -> None:
    """Rows laid out with spaces, and notes in small print, beside a page of full lines."""
    page = "\n".join([FILLER] * 5)
    row = "Tiêm chủng" + " " * 40 + "Trạm y tế xã" + " " * 40 + "Quý II năm 2026"
    assert (
        wrapping_of(Reading(f"{page}\n" + "\n".join([row] * 9))).width
        == wrapping_of(Reading(page)).width
    )
    notes = "\n".join(["1 " + "Ghi chú in nhỏ ở chân trang giấy, dài hơn thân bài " * 2] * 3)
    margin = wrapping_of(Reading(f"{FILLER}\n{notes}", wrapped=True)).width
    assert margin == wrapping_of(Reading(FILLER, wrapped=True)).width


def test_paragraphs_of_many_lengths_have_no_margin() -> None:
    words = "Trạm y tế xã theo dõi trẻ trong độ tuổi tiêm chủng ở từng thôn, bản, tổ dân phố. " * 4
    text = "\n".join(words[: 40 + 7 * n] for n in range(40))
    assert wrapping_of(Reading(text)).width == 0


def test_a_page_on_one_line_is_cut_before_its_articles() -> None:
    words = (
        "Các trạm y tế theo dõi, tổng hợp và báo cáo theo mẫu của Sở Y tế hằng tháng, hằng quý. "
    )
    page = f"Căn cứ Luật Trẻ em; {words * 6}Điều 1. Đối tượng {words * 6}Điều 2. Phạm vi {words}"
    found = paragraphs(page)
    assert [p[:7] for p in found] == ["Căn cứ ", "Điều 1.", "Điều 2."]
    # of another document, in no order; and in a line that is a paragraph
    other = f"{words * 12} theo điểm a. Điều 7. Nghị định khác {words}"
    assert len(paragraphs(other)) == 1
    assert len(paragraphs("Sửa Điều 1. Đối tượng; Điều 2. Phạm vi.")) == 1


def test_marks_of_markdown_are_no_words() -> None:
    text = (
        "## I. MỤC ĐÍCH\n**1. Trạm Y tế**\n1\\. Phun **thuốc** diệt muỗi;\n* Phát tờ rơi\n***\n"
        "Diện tích 3 * 4 m2\n**Nơi nhận:**\n"
    )
    flow = flow_of(Reading(text))
    assert [flow.text[p.start : p.end] for p in flow.paragraphs] == [
        "I. MỤC ĐÍCH",
        "1. Trạm Y tế",
        "1. Phun thuốc diệt muỗi;",
        "* Phát tờ rơi",
        "***",
        "Diện tích 3 * 4 m2",
        "Nơi nhận:",
    ]
    at = flow.text.index("diệt")
    assert text[flow.source_of(at) :].startswith("diệt muỗi")
    ground = flow.ground(flow.text.index("Phun"), at + 4)
    assert ground["as_written"] == "Phun thuốc diệt"
    assert len(ground["spans"]) == 0
