"""Lines under a title: which go on with what the document is about, and which open its text."""

import pytest
from test_words_head import OPENINGS
from test_words_titles import LETTERHEAD
from word_lists import each, each_of, words

from extract.flow import flow_of
from extract.head import find_head
from extract.reading import Reading

SURE = words("Căn cứ, Xét, Kính gửi, Nơi nhận")
BODIES = words(
    """Ủy ban, Uỷ ban, UBND, Ban, Sở, Bộ, Phòng, Trường, Nhà trường, Hội, Đoàn, Cục, Chi cục
    Công an, Liên đoàn, Công đoàn, Tỉnh, Thành, Đảng, Chi bộ, Trung tâm, Bệnh viện, Viện"""
)


def _subject(lines: str, kind: str = "KẾ HOẠCH") -> str | None:
    text = f"{LETTERHEAD}{kind}\n{lines}\n\nI. MỤC ĐÍCH\n- Nước.\n"
    return find_head(flow_of(Reading(text=text))).subject


@each(OPENINGS)
def test_each_opening_word_of_a_line_without_an_end(opening: str) -> None:
    """A line that only runs on would be the subject's; its first word says that it is not."""
    assert _subject(f"Nạo vét kênh mương\n{opening} ao hồ làng ta") == "Nạo vét kênh mương"
    assert _subject(f"Nạo vét kênh mương\nM{opening} ao hồ làng ta") == (
        f"Nạo vét kênh mương M{opening} ao hồ làng ta"
    )


@each([o for o in OPENINGS if o not in SURE])
def test_an_opening_word_inside_a_subject(opening: str) -> None:
    """Behind an open end (`và`) the line goes on with the subject, whatever it begins with."""
    got = _subject(f"Nạo vét kênh mương và\n{opening} ao hồ làng ta")
    assert got == f"Nạo vét kênh mương và {opening} ao hồ làng ta"
    cited = _subject(f"Nạo vét kênh mương và\n{opening} Công văn số 12/SNV-VP")
    assert cited == "Nạo vét kênh mương và"


@each(OPENINGS)
def test_a_first_line_that_opens_the_text(opening: str) -> None:
    assert _subject(f"{opening} ao hồ làng ta đã cạn;") is None
    if opening not in SURE:
        assert _subject(f"{opening} ao hồ làng ta") == f"{opening} ao hồ làng ta"


@pytest.mark.parametrize("verb", words("ban hành, xây dựng, lập"))
@pytest.mark.parametrize("end", [":", ".", ";", ","])
def test_a_line_that_lays_the_plan_down(verb: str, end: str) -> None:
    line = f"Trạm ta nay {verb} bản kế hoạch chung{end}"
    assert _subject(f"Nạo vét kênh mương\n{line}") == "Nạo vét kênh mương"
    assert _subject(line) is None
    assert (
        _subject("Nạo vét kênh mương\nTrạm ta nay làm việc chung như sau") == "Nạo vét kênh mương"
    )
    assert _subject("Nạo vét kênh mương\nTrạm ta nay làm việc chung") == (
        "Nạo vét kênh mương Trạm ta nay làm việc chung"
    )


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("verb", words("ban hành, xây dựng, lập"))
def test_each_body_whose_sentence_begins_under_a_subject(body: str, verb: str) -> None:
    """The subject's last line and the sentence stand in one paragraph, only wrapped."""
    subject = "Nạo vét kênh mương cho các cánh đồng lúa ở phía ngoài con đê của làng vào\nmùa khô"
    sentence = f"{body} An Hòa nay {verb} kế hoạch để nạo vét kênh mương cho các cánh đồng lúa ở"
    got = _subject(f"{subject}\n{sentence}\nphía ngoài con đê:")
    assert got == " ".join(subject.split())
    assert _subject(f"{subject}\nx{sentence}\nphía ngoài con đê:") != got


@each_of([
        (",", True), (" -", True), (" –", True), ("/", True), (" “Sạch", True), (" và", True),
        (" của", True), (" về", True), (" các", True), (" những", True), (" cho", True),
        (" với", True), (" tại", True), (" do", True), (" theo", True), (" trong", True),
        (" trên", True), (" là", True), (" hoặc", True), (" để", True), (" từ", True),
        (" số", True), (" danh", True), (" công", True), (" đại", True), ("", False),
        (" mới", False), (" “Sạch”", False),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_the_last(open_end: str, goes_on: bool) -> None:
    """Capitals behind small letters are another line's, unless the one above is left open."""
    got = _subject(f"Nạo vét kênh mương{open_end}\nNGÒI LỚN")
    assert got is not None
    assert got.endswith("NGÒI LỚN") == goes_on


@each(["(26/3/1931 - 26/3/2031)", "(01.5.1886 – 01.5.2031)"])
def test_days_of_what_is_commemorated_belong_to_the_subject(dates: str) -> None:
    assert _subject(f"Mừng 100 năm ngày hội làng\n{dates}") == f"Mừng 100 năm ngày hội làng {dates}"
    assert (
        _subject("Mừng 100 năm ngày hội làng\n(bản sửa lần cuối)") == "Mừng 100 năm ngày hội làng"
    )


@each(["về ", "Về ", "v/v ", "V/v ", "V/V "])
def test_the_subject_behind_an_issuer_in_the_title(about: str) -> None:
    got = _subject(f"CỦA TRẠM THỦY NÔNG {about}nạo vét kênh mương")
    assert got in (f"{about}nạo vét kênh mương", "nạo vét kênh mương")
    told = _subject("CỦA TRẠM THỦY NÔNG\nnạo vét kênh mương")
    assert told == "nạo vét kênh mương"


@each(["về", "Về", "V/v"])
def test_the_subject_under_a_number_alone(about: str) -> None:
    text = f"Nghị quyết số 5-NQ/TU\n{about} nạo vét kênh mương\nI. MỤC ĐÍCH\n"
    assert str(find_head(flow_of(Reading(text=text))).subject).endswith("nạo vét kênh mương")
    other = text.replace(about, "Nay")
    assert find_head(flow_of(Reading(text=other))).subject is None
