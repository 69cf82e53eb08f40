"""Born-digital PDF: reading order, torn words, tables over pages, places, stamps."""

import pytest
from fixtures.derived import (
    certificate_pem,
    changed,
    encrypted,
    file,
    picture,
    scan,
    signed,
    stranger_pem,
    with_scanned_page,
)
from readings import ROWS, WORDS, cells

from extract.errors import NeedsOcr, Unreadable
from extract.readers import Limits, Tools, read_bytes

PLAIN = file("phong-chay.pdf")
NUMBER_BOX, DAY_BOX = (172, 698, 192, 714), (413, 683, 428, 697)


@pytest.fixture(scope="module")
def plain():
    return read_bytes(PLAIN, "x.pdf")[0]


@pytest.fixture
def certificates(tmp_path):
    (tmp_path / "office.pem").write_bytes(certificate_pem())
    return tmp_path


@pytest.mark.parametrize("name", ["phong-chay.pdf", "phong-chay-mixed-fonts.pdf"])
def test_every_word_and_no_other(name):
    (reading,) = read_bytes(file(name), "x.pdf")
    assert sorted(reading.text.split()) == sorted(WORDS)
    assert reading.read_by == "pdf-text"
    assert reading.wrapped is True


def test_letterhead_and_signature_are_read_column_by_column(plain):
    head = "SỞ CÔNG THƯƠNG\nSố: /KH-SCT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\nĐộc lập"
    assert head in plain.text
    assert "- Lưu: VT, QLTM.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrịnh Khắc Uyển" in plain.text
    assert "\n\nKẾ HOẠCH\nPhòng cháy" in plain.text


def test_the_letterhead_is_the_same_in_mixed_fonts():
    (reading,) = read_bytes(file("phong-chay-mixed-fonts.pdf"), "x.pdf")
    assert reading.text.startswith("UBND TỈNH VÂN SƠN\nSỞ CÔNG THƯƠNG\nSố: /KH-SCT\n\nCỘNG HÒA")


@pytest.mark.parametrize("name", ["phong-chay.pdf", "phong-chay-mixed-fonts.pdf"])
def test_a_table_over_pages_is_one_table(name):
    (reading,) = read_bytes(file(name), "x.pdf")
    assert len(reading.tables) == 1
    assert cells(reading) == ROWS
    table = reading.tables[0]
    pages_of_table = [at for at in reading.pages if table.start < at < table.end]
    assert len(pages_of_table) >= 2


def test_a_row_that_a_page_cuts_keeps_its_parts(plain):
    cut = [cell for row in plain.tables[0].rows for cell in row if len(cell.parts) > 1]
    assert cut
    for cell in cut:
        (first, second) = cell.parts
        assert "\f" in plain.text[first[0] : second[1]]
        assert "\f" not in plain.text[slice(*first)] + plain.text[slice(*second)]


def test_pages_begin_where_they_say(plain):
    assert len(plain.pages) == 4
    assert plain.pages[0] == 0
    assert [plain.text[at - 1] for at in plain.pages[1:]] == ["\f"] * 3
    assert plain.text.count("\f") == 3


def test_running_page_numbers_are_gone(plain):
    for page in plain.text.split("\f"):
        lines = page.strip().split("\n")
        assert not lines[0].isdigit()
        assert not lines[-1].isdigit()


def test_every_word_has_its_place(plain):
    for word in ("105/2025/NĐ-CP", "27/KH-UBND", "Thanh tra Sở", "Trịnh Khắc Uyển"):
        at = plain.text.index(word)
        ((page, x0, top, x1, bottom),) = plain.geometry.boxes(at, at + len(word))
        assert page == sum(begin <= at for begin in plain.pages)
        assert 0 < x0 < x1 < 596
        assert 0 < top < bottom < 842
        assert 3 < (x1 - x0) / len(word) < 11
        assert plain.geometry.confidence(at, at + len(word)) is None


def test_a_stretch_over_two_lines_has_two_boxes(plain):
    at = plain.text.index("quy định chi\ntiết")
    boxes = plain.geometry.boxes(at, at + len("quy định chi\ntiết"))
    assert len(boxes) == 2
    assert boxes[0][1] > boxes[1][1]
    assert boxes[0][2] < boxes[1][2]


def test_words_and_places_agree(plain):
    """What stands in the box of a number is that number: cut it out and read it again."""
    import pypdfium2 as pdfium

    at = plain.text.index("105/2025/NĐ-CP")
    ((page, x0, top, x1, bottom),) = plain.geometry.boxes(at, at + 14)
    document = pdfium.PdfDocument(PLAIN)
    text = document[page - 1].get_textpage()
    height = document[page - 1].get_height()
    inside = text.get_text_bounded(x0 - 1, height - bottom - 1, x1 + 1, height - top + 1)
    assert inside.strip() == "105/2025/NĐ-CP"
    document.close()


# --- stamps and signatures -------------------------------------------------------------


def test_number_and_day_in_a_signature_are_read():
    (reading,) = read_bytes(signed(PLAIN, ("38", NUMBER_BOX), ("12", DAY_BOX)), "x.pdf")
    assert "Số: 38 /KH-SCT" in reading.text
    assert "ngày 12 tháng 02 năm 2026" in reading.text
    assert [reading.text[a:b] for a, b in reading.stamped] == ["38", "12"]


def test_what_a_signature_says_of_itself_stands_apart():
    stamp = "Digitally signed by SCT\nDate: 2026.02.12 09:30:00 +07'00'"
    (reading,) = read_bytes(signed(PLAIN, (stamp, (330, 500, 540, 560))), "x.pdf")
    first_page = reading.text.split("\f")[0].rstrip("\n").split("\n")
    assert first_page[-2].startswith("Digitally signed by")
    assert first_page[-1].startswith("Date:")


def test_unchanged_but_nobody_vouches():
    (reading,) = read_bytes(signed(PLAIN), "x.pdf")
    (signature,) = reading.signatures
    assert signature.by == "SỞ CÔNG THƯƠNG TỈNH VÂN SƠN"
    assert signature.at is not None
    assert signature.at.tzinfo is not None
    assert signature.valid is None
    assert signature.reason is not None


def test_trusted_by_the_certificates_of_the_office(certificates):
    tools = Tools(certificates=certificates)
    (reading,) = read_bytes(signed(PLAIN), "x.pdf", tools=tools)
    assert [each.valid for each in reading.signatures] == [True]


def test_a_stranger_is_not_trusted(tmp_path):
    (tmp_path / "other.pem").write_bytes(stranger_pem())
    (tmp_path / "readme.txt").write_text("not a certificate")
    (tmp_path / "broken.crt").write_text("not a certificate either")
    (reading,) = read_bytes(signed(PLAIN), "x.pdf", tools=Tools(certificates=tmp_path))
    (signature,) = reading.signatures
    assert signature.valid is None
    assert "vouched" in str(signature.reason)


def test_changed_after_it_was_signed(certificates):
    tools = Tools(certificates=certificates)
    (reading,) = read_bytes(changed(signed(PLAIN)), "x.pdf", tools=tools)
    (signature,) = reading.signatures
    assert signature.valid is False
    assert "changed" in str(signature.reason)


def test_bytes_changed_within_what_was_signed():
    data = signed(PLAIN)
    at = data.index(b"/MediaBox")
    (reading,) = read_bytes(data[:at] + b"/mediaBox" + data[at + 9 :], "x.pdf")
    assert [each.valid for each in reading.signatures] == [False]


def test_an_unsigned_document_has_no_signatures(plain):
    assert plain.signatures == ()
    assert plain.stamped == ()


# --- refusals --------------------------------------------------------------------------


def test_behind_a_password():
    with pytest.raises(Unreadable) as trouble:
        read_bytes(encrypted(PLAIN), "x.pdf")
    assert trouble.value.reason == "encrypted"


@pytest.mark.parametrize("size", [9, 1000, 20_000])
def test_cut_off(size):
    with pytest.raises(Unreadable) as trouble:
        read_bytes(PLAIN[:size], "x.pdf")
    assert trouble.value.reason == "damaged"


def test_more_pages_than_may_be():
    with pytest.raises(Unreadable) as trouble:
        read_bytes(PLAIN, "x.pdf", limits=Limits(pages=3))
    assert trouble.value.reason == "too-large"


def test_pictures_without_tesseract():
    with pytest.raises(NeedsOcr) as trouble:
        read_bytes(scan(PLAIN, 100, [0]), "x.pdf", tools=Tools())
    assert trouble.value.reason == "no-ocr"
    assert "tesseract" in trouble.value.advice


def test_a_picture_among_pages_without_tesseract():
    (reading,) = read_bytes(with_scanned_page(PLAIN, 0, 100), "x.pdf", tools=Tools())
    assert [(each.code, each.page) for each in reading.warnings] == [("needs-ocr", 1)]
    assert reading.read_by == "pdf-text"
    assert "Trịnh Khắc Uyển" in reading.text


def test_a_photograph_without_tesseract(tmp_path):
    path = tmp_path / "x.png"
    picture(PLAIN, 0, 80).save(path)
    with pytest.raises(NeedsOcr):
        read_bytes(path.read_bytes(), "x.png", tools=Tools())
