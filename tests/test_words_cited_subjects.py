"""Subjects of cited documents: the words with which one begins, and those before which it ends."""

import pytest
from test_citations import read
from word_lists import each, each_of, words

from extract.citations.subjects import PROMULGATES, subject_end, subject_of, subject_start

BEGINS = words(
    """phê duyệt, Phê duyệt, PHÊ DUYỆT, ban hành, Ban hành, BAN HÀNH, triển khai, Triển khai
    thực hiện, Thực hiện, hướng dẫn, Hướng dẫn, phát động, Phát động, sửa đổi, Sửa đổi, SỬA ĐỔI
    bổ sung, thay thế, bãi bỏ, công bố, Công bố, giao, Giao, thành lập, kiện toàn, tiếp tục
    tăng cường, đẩy mạnh, điều chỉnh, thông qua, tổng kết, sơ kết, tổ chức, đổi mới, xây dựng
    chấn chỉnh, nâng cao, một số, kiểm tra, tuyên truyền, tập trung, đôn đốc, kết luận, chi tiết"""
)
DROPPED = ["về ", "về việc ", "Về ", "Về việc ", "VỀ ", "VỀ VIỆC ", "v/v ", "V/v ", "V/v: ",
           "v/v: ", "quy định ", "Quy định ", "quy định về "]  # fmt: skip
HEADS = words(
    """Ủy ban, Uỷ ban, UBND, Hội đồng, Công an, Sở, Bộ, Phòng, Ban, Vụ, Cục, Chi cục, Văn phòng
    Trường, Trung tâm, Công đoàn, Đoàn, Hội, Liên đoàn, Viện, Tòa án, Mặt trận, Tỉnh, Huyện, Thành
    Đảng, Thường trực, Bệnh viện, Học viện, Liên đội, Nhà trường, Chi bộ, Đại học, Thanh tra
    Hiệu trưởng, Giám đốc, Chủ tịch"""
)
LAYS_DOWN = words(
    """xây dựng, ban hành, đề ra, lập, triển khai, tổ chức, thông báo, hướng dẫn, phát động, yêu cầu
    đề nghị, cụ thể hóa, giao"""
)
LAID_DOWN = words(
    """kế hoạch, Kế hoạch, chương trình, Chương trình, phương án, Phương án, hướng dẫn, Hướng dẫn
    KẾ HOẠCH, các nội dung, những nội dung, như sau"""
)


def _subject(after: str, opening: bool = False) -> str | None:
    """The subject of a document after whose number these words come."""
    text = f"theo Kế hoạch số 12/KH-SKHAC{after}"
    _, found = read(opening=text) if opening else read(body=text)
    return found[0].subject


@each(BEGINS)
def test_each_word_with_which_a_subject_begins(word: str) -> None:
    assert _subject(f" {word} cây xanh.") == f"{word} cây xanh"
    assert _subject(f", {word} cây xanh.") == f"{word} cây xanh"
    assert _subject(f" {word}x cây xanh.") is None
    assert _subject(f" cây xanh {word} thêm.") is None


@each(DROPPED)
def test_each_word_that_leads_to_a_subject(word: str) -> None:
    assert _subject(f" {word}cây xanh.") == "cây xanh"
    assert _subject(f" {word}“cây xanh”.") == "cây xanh"
    assert _subject(f" – {word}cây xanh.") == "cây xanh"


@each([
        " quy định tại Điều 5", " quy định của Sở", " quy định này", " ban hành kèm phụ lục",
        " vềx cây", " nêu cây xanh",
    ],
)  # fmt: skip
def test_words_with_which_no_subject_begins(after: str) -> None:
    assert _subject(after) is None


@each_of([
        (" “Cây; xanh” nêu", "Cây; xanh"), (' "Cây; xanh" nêu', "Cây; xanh"),
        (" «Cây; xanh» nêu", "Cây; xanh"), (": “Cây. Xanh” nêu", "Cây. Xanh"),
        (" phê duyệt “Cây; xanh” nêu", "phê duyệt “Cây; xanh”"),
        (" ban hành “Cây; xanh” nêu", "ban hành “Cây; xanh”"),
        (" Ban hành “Cây; xanh” nêu", "Ban hành “Cây; xanh”"),
        (" PHÊ DUYỆT “Cây; xanh” nêu", "PHÊ DUYỆT “Cây; xanh”"),
        (" BAN HÀNH “Cây; xanh” nêu", "BAN HÀNH “Cây; xanh”"),
        (" công bố “Cây; xanh” nêu", "công bố “Cây; xanh”"),
        (" “Cây xanh; nêu", "Cây xanh"),  # never closed
    ],
)  # fmt: skip
def test_a_subject_in_quotation_marks(quoted: str, subject: str) -> None:
    found = _subject(quoted)
    assert found is not None
    assert found.strip("“") == subject


@each([
        "; nêu", "\nNêu", " | nêu", ", cụ thể như sau", " cụ thể như sau",
        " với các nội dung như sau", " với những nội dung chính như sau", ", như sau", " như sau",
        " gồm các nội dung chủ yếu như sau", ". Nêu", ".", "./.", " … nêu", " (sau đây là K)",
        " (gọi tắt là K)", " (viết tắt là K)", " (ban hành kèm phụ lục)", " (kèm theo phụ lục)",
        " và các văn bản", " cùng các quy định", " và các hướng dẫn", " và các quy định",
        ", và nêu", ", đồng thời nêu", " gắn với nêu", " đảm bảo nêu", " bảo đảm kịp nêu",
        ", thì nêu", " thì nêu", ", theo hướng nêu", " theo hướng nêu", ") nêu", "” nêu",
    ],
)  # fmt: skip
def test_each_way_in_which_a_subject_ends(end: str) -> None:
    assert _subject(f" về cây xanh{end}") == "cây xanh"


@each([
        "cây (xanh) nhà", "cây “xanh” nhà", "cây “xanh; đỏ” nhà", "cây ở TP. Huế", "cây ở tp. Huế",
        "cây ở Tp. Huế", "cây của A. Huế", "cây cao 1.5 mét", "cây và các loài", "cây cụ thể",
        "cây bảo đảm nước", "cây cùng các loài", "cây gắn nhãn", "cây, cành", "cây (loại 2) nhà",
    ],
)  # fmt: skip
def test_what_does_not_end_a_subject(inside: str) -> None:
    assert _subject(f" về {inside}.") == inside


@each(
    words(
        """tổ chức, tăng cường, việc, quy định, hướng dẫn, xây dựng, nâng cao, đẩy mạnh, chế độ
        ban hành, phê duyệt, công bố"""
    ),
)
def test_a_second_verb_behind_a_semicolon(verb: str) -> None:
    """In the opening, where a list of documents has its own words between."""
    two = f"về cây xanh; {verb} vườn ươm"
    assert _subject(f" {two}.", opening=True) == f"cây xanh; {verb} vườn ươm"
    assert _subject(f" {two}.") == "cây xanh"
    assert _subject(f" về cây xanh; {verb}x vườn ươm.", opening=True) == "cây xanh"


def test_a_body_that_is_a_whole_word() -> None:
    assert not _own_clause(", Sởx An Hòa ban hành Kế hoạch này")


def _own_clause(clause: str) -> bool:
    """Whether a subject ends before the clause, taken for the plan's own."""
    text = f"cây xanh{clause}"
    end = subject_end(text, 0, len(text))
    assert bool(PROMULGATES.search(text)) == (end == len("cây xanh"))
    return end == len("cây xanh")


@each(HEADS)
def test_each_body_that_lays_down_the_plan(head: str) -> None:
    assert _own_clause(f", {head} An Hòa ban hành Kế hoạch này")
    assert not _own_clause(f", x{head} An Hòa ban hành Kế hoạch này")
    assert not _own_clause(f" {head} An Hòa ban hành Kế hoạch này")


@pytest.mark.parametrize("verb", LAYS_DOWN)
@pytest.mark.parametrize("what", LAID_DOWN)
def test_each_verb_by_which_it_is_laid_down(verb: str, what: str) -> None:
    assert _own_clause(f", Sở An Hòa {verb} trong năm {what} này")
    assert not _own_clause(f", Sở An Hòa nêu trong năm {what} này")
    assert not _own_clause(f", Sở An Hòa {verb} trong năm bài báo này")


@each([", ", "; ", ". ", ": ", "– ", ", nay ", ". Nay, ", "\n", ",\n- "])
def test_what_stands_before_the_plans_own_clause(before: str) -> None:
    text = f"cây xanh{before}Sở An Hòa ban hành Kế hoạch"
    assert PROMULGATES.search(text)
    assert not PROMULGATES.search(text.replace(before, " và "))


@each(["Về ", "về việc ", "Về việc ", "V/v ", "v/v: ", "V/v: ", "v/v "])
def test_the_leading_word_inside_quotation_marks(lead: str) -> None:
    text = f"“{lead}cây xanh”"
    found = subject_of(text, 0, len(text))
    assert found is not None
    assert found.words == "cây xanh"


def test_where_no_subject_begins() -> None:
    assert subject_start("nêu về cây", 0) is None
    assert subject_start(" về cây", 0) == 4
