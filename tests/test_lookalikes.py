"""Letters of another script that look Latin: read as Latin, and the record says where."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lookalikes import with_latin
from extract.parse import parse
from extract.reading import Reading
from schemas import Plan, Source

HEAD = """ỦY BAN NHÂN DÂN TỈNH NGHỆ AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{issuer}\tĐộc lập - Tự do - Hạnh phúc
Số: {number}\tNghệ An, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Kiểm tra an toàn thực phẩm năm 2026

Căn cứ Công văn số {cited} ngày 02/02/2026 của Bộ Công Thương, Sở ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
1. Văn phòng Sở chủ trì việc kiểm tra, xong trước ngày 20/6/2026.
"""


def plan(**words: str) -> Plan:
    text = HEAD.format(**words)
    return parse(Reading(text), Source(name="a.txt", sha256="0" * 64, media_type="text/plain"))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("24/СV-ВТС", "24/CV-BTC"),  # beside Latin letters, and alone between hyphens
        ("7/HDLN-ВСТ-ВТC", "7/HDLN-BCT-BTC"),
        ("ВСА", "BCA"),
        ("Кế hoаch", "Kế hoach"),
        ("SỞ ТÀI CHÍNH", "SỞ TÀI CHÍNH"),
    ],
)
def test_letters_that_look_latin_are_latin(printed: str, read: str) -> None:
    mended = with_latin(Reading(printed))
    assert mended.text == read
    assert mended.mended
    assert all(printed[a:b] != read[a:b] for a, b in mended.mended)


@pytest.mark.parametrize(
    "words",
    [
        "24/CV-BTC của Bộ Tài chính",
        "Nhà xuất bản Россия",  # no look-alikes of Latin among them
        "газета СССР и мир",  # a language that is written so
        "",
    ],
)
def test_other_words_stay(words: str) -> None:
    reading = Reading(words)
    assert with_latin(reading) is reading


def test_number_and_issuer_of_the_document() -> None:
    spoilt = plan(number="15/КН-SСТ", issuer="SỞ СÔNG THƯƠNG", cited="8/ВСТ-АТMT")
    sound = plan(number="15/KH-SCT", issuer="SỞ CÔNG THƯƠNG", cited="8/BCT-ATMT")
    for record in (spoilt, sound):
        assert record.document.number == "15/KH-SCT"
        issuer = record.document.issuer
        assert issuer is not None
        assert issuer.name == "Sở Công Thương"
        assert [c.number for c in record.citations] == ["8/BCT-ATMT"]
    assert spoilt.document.assumed == ("number",)
    assert sound.document.assumed == ()
    assert [c.repairs for c in spoilt.citations] == [("ocr",)]
    assert [c.repairs for c in sound.citations] == [()]


@given(st.text(alphabet="АВЕКМНОРСТУХбдяABC12/- \nĐế", max_size=120))
@settings(max_examples=100, deadline=None)
def test_every_offset_stays(text: str) -> None:
    mended = with_latin(Reading(text))
    assert len(mended.text) == len(text)
    touched = {i for a, b in mended.mended for i in range(a, b)}
    assert all(mended.text[i] == c for i, c in enumerate(text) if i not in touched)
    assert with_latin(mended).mended in ((), mended.mended)


@pytest.mark.timeout(20)
def test_a_megabyte_of_them_takes_linear_time() -> None:
    assert len(with_latin(Reading("ВСТ-б " * 170_000)).text) == 1_020_000
    assert with_latin(Reading("А" * 1_000_000)).text == "A" * 1_000_000


def test_its_own_number_without_the_slash_is_no_citation() -> None:
    text = HEAD.format(number="15KH-SCT", issuer="SỞ CÔNG THƯƠNG", cited="8/BCT-ATMT")
    text += "\n2. Thực hiện Kế hoạch số 15/KH-SCT và Kế hoạch số 16/KH-SCT ngày 09/4/2026.\n"
    reading = Reading(text)
    record = parse(reading, Source(name="a", sha256="0" * 64, media_type="text/plain"))
    assert record.document.number == "15/KH-SCT"
    assert [c.number for c in record.citations] == ["8/BCT-ATMT", "16/KH-SCT"]
