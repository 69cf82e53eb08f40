"""Several documents in one PDF: parted where a page opens with a whole letterhead."""

import io

import pypdfium2 as pdfium
import pytest
from fixtures.derived import file, scan
from readings import TOOLS, needs_tesseract

from extract.readers import read_bytes
from extract.readers.pdf_bundle import opens_document, parted
from extract.reading import Reading

PLAIN = file("phong-chay.pdf")
LETTERHEAD = (
    "UBND HUYỆN AN BÌNH\nPHÒNG Y TẾ\nSố: 12/KH-PYT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nAn Bình, ngày 05 tháng 6 năm 2025\n\nKẾ HOẠCH\nPhòng bệnh\n"
)


def _twice(data):
    document = pdfium.PdfDocument(data)
    document.import_pages(pdfium.PdfDocument(data))
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def test_two_documents_in_one_file():
    first, second = read_bytes(_twice(PLAIN), "x.pdf")
    assert first.text.rstrip() == second.text.rstrip()
    assert len(first.pages) == 4
    assert second.pages[:5] == (0, 0, 0, 0, 0)
    assert len(second.pages) == 8
    at = second.text.index("27/KH-UBND")
    (box,) = second.geometry.boxes(at, at + 10)
    assert box[0] == 5
    assert box[1:] == first.geometry.boxes(at, at + 10)[0][1:]
    (table,) = second.tables
    (start, end) = table.rows[0][1].parts[0]
    assert " ".join(second.text[start:end].split()) == "Nội dung công việc"


@needs_tesseract
def test_two_scanned_documents_in_one_file():
    parts = read_bytes(scan_twice(), "x.pdf", tools=TOOLS)
    assert len(parts) == 2


def scan_twice():
    return _twice(scan(PLAIN, 200, [0, 3]))


@pytest.mark.parametrize(
    ("page", "opens"),
    [
        (LETTERHEAD, True),
        (LETTERHEAD.replace("12/KH", "    /KH"), True),
        (LETTERHEAD.replace("KẾ HOẠCH", "KÉ HOẠCH"), True),  # as recognition may read it
        (LETTERHEAD.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""), False),
        (LETTERHEAD.replace("Số: 12/KH-PYT", ""), False),
        ("Mẫu số 04\n" + LETTERHEAD, False),
        ("Phụ lục I\n" + LETTERHEAD, False),
        ("1. Phun thuốc trước ngày 15/6.\n", False),
        ("", False),
    ],
)
def test_what_opens_a_document(page, opens):
    assert opens_document(page) is opens


def test_one_document_stays_one():
    assert len(read_bytes(PLAIN, "x.pdf")) == 1


SUBMISSION = (
    "UBND HUYỆN AN BÌNH\nPHÒNG Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/TTr-PYT\n"
    "An Bình, ngày 02 tháng 6 năm 2025\nTỜ TRÌNH\nVề việc ban hành Kế hoạch\n"
    "Kính trình Ủy ban nhân dân huyện xem xét./.\nKT. TRƯỞNG PHÒNG\n\f"
)
DRAFT = LETTERHEAD.replace("Số: 12/KH-PYT\n", "").replace("ngày 05", "ngày   ")
REST = "\f1. Phun thuốc trước ngày 15/6.\n"


@pytest.mark.parametrize(
    ("first", "second", "documents"),
    [
        (SUBMISSION, DRAFT, 2),  # nobody has numbered what is still a draft
        (SUBMISSION, DRAFT.replace("KẾ HOẠCH", "KÉẺ HOẠCH"), 2),
        (SUBMISSION.replace("./.", "").replace("KT. ", ""), DRAFT, 1),  # it is not at its end
        (SUBMISSION.replace("TỜ TRÌNH", "KẾ HOẠCH"), DRAFT, 1),  # a plan submits nothing
        (SUBMISSION, DRAFT.replace("KẾ HOẠCH", "BÁO CÁO"), 1),  # a form to be filled in
        (SUBMISSION, "Phụ lục\n" + DRAFT, 1),
    ],
)
def test_a_draft_behind_what_submits_it(first, second, documents):
    text = first + second + REST
    pages = tuple([0] + [i + 1 for i, letter in enumerate(text) if letter == "\f"])
    assert len(parted(Reading(text, pages=pages))) == documents
