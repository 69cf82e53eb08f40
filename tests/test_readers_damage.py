"""Damage: broken pages among good ones, letters that lie, pictures that are bombs."""

import io
import re
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from fixtures.derived import file, picture, zipped
from PIL import Image
from readings import WORDS

from extract.errors import NeedsOcr, Unreadable
from extract.files import plans_of
from extract.readers import Limits, Tools, read_bytes
from extract.readers.image import book_of
from extract.readers.pdf_ocr import render
from kehoach.i18n import language, speak
from kehoach.not_read import not_read

PLAIN = file("phong-chay.pdf")
SENTENCE = "Trung tam y te phun thuoc va tap huan cho cong tac vien truoc mua mua lu nam nay"


def _pdf(contents: list[bytes], kids: str, box: str = "0 0 595 842") -> bytes:
    """A PDF whose pages are objects 10, 11, …, one for each content."""
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    count = kids.count(" R")
    objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()
    for at, content in enumerate(contents):
        objects[10 + at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Resources {font} "
            f"/Contents {50 + at} 0 R >>"
        ).encode()
        objects[50 + at] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    objects[90] = b"(no page)"
    out, places = b"%PDF-1.5\n", {}
    for number, thing in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    out += b"".join(b"%d 1\n%010d 00000 n \n" % (n, at) for n, at in places.items())
    return out + b"trailer << /Size 100 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


def _lines(*lines: str) -> bytes:
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    return f"BT /F1 12 Tf 70 760 Td {shown} ET".encode("latin-1")


def _reason(data: bytes, limits: Limits | None = None, tools: Tools | None = None) -> str:
    with pytest.raises(Unreadable) as trouble:
        read_bytes(data, "x", limits=limits, tools=tools)
    return trouble.value.reason


def test_a_broken_page_is_warned_of_and_the_others_are_read():
    first, last = _lines(SENTENCE, "Trang dau"), _lines(SENTENCE, "Trang cuoi")
    (reading,) = read_bytes(_pdf([first, last], "10 0 R 90 0 R 11 0 R"), "x.pdf")
    assert "Trang dau" in reading.text
    assert "Trang cuoi" in reading.text
    assert len(reading.pages) == 3
    assert [(each.code, each.page) for each in reading.warnings] == [("page-damaged", 2)]
    ((page, *_),) = reading.geometry.boxes(reading.text.index("cuoi"), len(reading.text) - 2)
    assert page == 3


def test_nothing_but_broken_pages():
    assert _reason(_pdf([], "90 0 R 90 0 R")) == "damaged"


def test_letters_that_are_not_what_the_eye_sees_go_to_recognition():
    """A font without a true map to Unicode: every letter is told as another one."""
    soup = re.sub("[a-z]", lambda letter: chr(ord(letter[0]) + 100), SENTENCE * 2)
    with pytest.raises(NeedsOcr):
        read_bytes(_pdf([_lines(soup, soup)], "10 0 R"), "x.pdf")


def test_an_empty_text_layer_over_a_picture_goes_to_recognition():
    book = io.BytesIO()
    picture(PLAIN, 3, 50).save(book, "PDF", resolution=50)
    with pytest.raises(NeedsOcr):
        read_bytes(book.getvalue(), "x.pdf")


def test_a_page_of_acres_is_drawn_small():
    document = pdfium.PdfDocument(_pdf([_lines(SENTENCE)], "10 0 R", "0 0 14400 14400"))
    image, dpi = render(document, 0)
    assert image.width * image.height <= 40_000_000
    assert dpi == 31


@pytest.mark.parametrize("box", ["0 0 0 0", "0 0 1e30 1e30", "0 0 -5 3", "7 7 7 7"])
def test_pages_without_a_sane_size(box):
    data = _pdf([_lines(SENTENCE)], "10 0 R", box)
    try:
        (reading,) = read_bytes(data, "x.pdf")
    except Unreadable as trouble:
        assert trouble.reason in ("damaged", "empty")  # noqa: PT017 - either is right
    else:
        assert "tap huan" in reading.text


# --- pictures --------------------------------------------------------------------------


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


FAKE = Tools(tesseract=Path("/nonexistent/tesseract"))


@pytest.mark.parametrize("side", [9_000, 14_000])
def test_a_small_file_that_is_a_huge_picture(side):
    data = _saved(Image.new("1", (side, side), 1), "PNG")
    assert len(data) < 100_000
    assert _reason(data, tools=FAKE) == "too-large"


def test_a_large_photograph_is_decoded_at_half_size():
    data = _saved(Image.new("L", (9_000, 7_000), 255), "JPEG")
    document = pdfium.PdfDocument(book_of(data, Limits()))
    assert len(document) == 1


def test_a_fax_of_many_sheets_keeps_their_number_and_size():
    sheets = [Image.new("1", (1728, 2200), 1) for _ in range(12)]
    data = _saved(sheets[0], "TIFF", save_all=True, append_images=sheets[1:], dpi=(204, 196))
    document = pdfium.PdfDocument(book_of(data, Limits()))
    assert len(document) == 12
    assert document.get_page_size(11) == pytest.approx((1728 * 72 / 204, 2200 * 72 / 204), abs=1)
    assert _reason(data, Limits(pages=11), FAKE) == "too-large"


def test_a_photograph_cut_off():
    rough = np.random.default_rng(1).integers(0, 255, (600, 400), dtype=np.uint8)
    data = _saved(Image.fromarray(rough), "JPEG")
    assert _reason(data[: len(data) // 2], tools=FAKE) == "damaged"


def test_every_word_of_the_sound_file_is_still_there():
    (reading,) = read_bytes(PLAIN, "x.pdf")
    assert sorted(reading.text.split()) == sorted(WORDS)
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("tongue", "said"),
    [("vi", "b.pdf: Trang bị hỏng. (trang 1)"), ("en", "b.pdf: The page is broken. (page 1)")],
)
def test_what_was_not_read_is_said_in_the_language_of_the_reader(tongue, said):
    data = zipped({"b.pdf": _pdf([_lines(SENTENCE)], "90 0 R 10 0 R")})
    (warning,) = read_bytes(data, "x.zip")[0].warnings
    before = language()
    speak(tongue)
    try:
        named = warning.model_copy(update={"message": f"b.pdf: {warning.message}"})
        assert not_read(named) == said
    finally:
        speak(before)


def test_a_page_of_short_lines_alone():
    """Nothing tells how wide the column is: damage left a few words of each line."""
    data = _pdf([_lines("Tram Y te", "Phun thuoc", "Hoa An", "Tap huan")], "10 0 R")
    (plan,) = plans_of(data, "x.pdf")
    assert "Phun thuoc" in plan.text


def test_a_font_of_capitals_and_a_hyphen_for_a_letter():
    """TCVN3 in a PDF: the byte of `ư` is a hyphen by the standard, .VnTimeH shows capitals."""
    small = b"tri\xd3n khai k\xd5 ho\xb9ch ph\xdfng, ch\xe8ng d\xdech b\xd6nh "
    small += b"ph\xad\xeang H\xdfa B\xd7nh"
    page = b"BT /F1 12 Tf 70 760 Td (%s) Tj 0 -20 Td (%s) Tj ET" % (small, small)
    capitals = b"/BaseFont /.VnTimeH /Encoding /WinAnsiEncoding"
    data = _pdf([page], "10 0 R").replace(b"/BaseFont /Times-Roman", capitals)
    (reading,) = read_bytes(data, "x.pdf")
    assert reading.encoding == "TCVN3"
    line = "TRIỂN KHAI KẾ HOẠCH PHÒNG, CHỐNG DỊCH BỆNH PHƯỜNG HÒA BÌNH"
    assert reading.text.splitlines() == [line, line]
