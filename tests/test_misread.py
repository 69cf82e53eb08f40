"""Numbers that recognition spoilt: mended by the registers, or left as they were read."""

import pytest

from extract.files import _source
from extract.misread import as_printed
from extract.numbers import parse_number
from extract.parse import parse
from extract.readers.places import Place, Places
from extract.reading import Reading


@pytest.mark.parametrize(
    ("read", "kind", "printed"),
    [
        ("01-KIL/TW", "Kết luận", "01-KL/TW"),
        ("98/2023/ND-CP", "Nghị định", "98/2023/NĐ-CP"),
        ("2576/QĐĐ-BGDĐT", None, "2576/QĐ-BGDĐT"),
        ("2827/QD-BGDĐT", None, "2827/QĐ-BGDĐT"),
        ("15/NQ-HDND", "Nghị quyết", "15/NQ-HĐND"),
        ("12/KB-UBND", "Kế hoạch", "12/KH-UBND"),
    ],
)
def test_one_entry_of_the_register_looks_like_it(read, kind, printed):
    number = as_printed(parse_number(read), kind)
    assert number.number == printed
    assert "ocr" in number.repairs


@pytest.mark.parametrize(
    ("read", "kind"),
    [
        ("12/KH-UBND", "Kế hoạch"),  # as it should be
        ("34-CT/TW", "Chỉ thị"),
        ("12/KB-UBND", None),  # nothing says which kind it is
        ("12/XYZ-UBND", "Kế hoạch"),  # further off than one letter
        ("5046/UBND-KGVX", "Công văn"),  # a letter has no kind in its symbol
        ("20/KH-THPTCL", "Kế hoạch"),  # an issuer that is in no register
    ],
)
def test_what_is_right_or_doubtful_stays(read, kind):
    assert as_printed(parse_number(read), kind) == parse_number(read)


def _cited(confidence):
    text = "KẾ HOẠCH\nThực hiện Kết luận số 01-KIL/TW ngày 04/4/2016 của Bộ Chính trị.\n"
    words = ((0, len(text), 0.0, 100.0, confidence),)
    places = Places([Place(0, len(text), 1, 0, 0, 100, 20, words=words)])
    reading = Reading(text=text, read_by="ocr", geometry=places)
    (citation,) = parse(reading, _source(reading, "x", "0" * 64, 1)).citations
    return citation


def test_only_what_was_recognised_is_mended():
    assert (_cited(0.8).number, _cited(0.8).repairs) == ("01-KL/TW", ("ocr",))
    assert _cited(0.8).confidence == 0.8
    assert (_cited(None).number, _cited(None).repairs) == ("01-KIL/TW", ())


def test_the_documents_own_number_is_named_as_assumed():
    text = "BỘ NỘI VỤ\nSố: 25/QĐĐ-BNV\n\nQUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n"
    words = ((0, len(text), 0.0, 100.0, 0.7),)
    places = Places([Place(0, len(text), 1, 0, 0, 100, 20, words=words)])
    reading = Reading(text=text, read_by="ocr", geometry=places)
    document = parse(reading, _source(reading, "x", "0" * 64, 1)).document
    assert document.number == "25/QĐ-BNV"
    assert "number" in document.assumed


def _lettered(confidence):
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố:   /QĐĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nLâm Đông, ngày 4 6tháng 10 năm 2025\nQUYẾT ĐỊNH\n"
        "Về việc phòng bệnh\nCăn cứ Luật Trẻ em năm 2016;\n"
    )
    words = ((0, len(text), 0.0, 100.0, confidence),)
    places = Places([Place(0, len(text), 1, 0, 0, 100, 20, words=words)])
    reading = Reading(text=text, read_by="ocr", geometry=places)
    return parse(reading, _source(reading, "x", "0" * 64, 1)).document


def test_symbol_and_place_are_mended_where_they_were_recognised():
    spoilt, printed = _lettered(0.8), _lettered(None)
    assert (spoilt.symbol, spoilt.place) == ("QĐ-UBND", "Lâm Đồng")
    assert (printed.symbol, printed.place) == ("QĐĐ-UBND", "Lâm Đông")
    assert set(spoilt.assumed) >= {"symbol", "place"}
    assert printed.assumed == ()
