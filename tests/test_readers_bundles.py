"""Bundles, mails and web pages: each document by itself, its parent named."""

from email.message import EmailMessage

import pytest
from fixtures.derived import file, nested, zip_bomb, zipped

from extract.errors import Unreadable
from extract.readers import Limits, read_bytes

ONE = "KẾ HOẠCH\nPhòng bệnh mùa lũ năm 2025 của Trạm Y tế\n"
TWO = "KẾ HOẠCH\nDọn vệ sinh trước Tết của Tổ dân phố\n"


def _mail(body=ONE, subtype="plain"):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@vd.vn", "b@vd.vn", "Kế hoạch"
    mail.set_content(body, subtype=subtype)
    return mail


def test_a_zip_of_documents():
    bundle = zipped(
        {
            "Kế hoạch/một.txt": ONE.encode(),
            "__MACOSX/._một.txt": b"\x00\x05\x16\x07",
            "hai.docx": file("phong-chay.docx"),
            ".DS_Store": b"\x00",
            "trong.zip": zipped({"ba.txt": TWO.encode()}),
        }
    )
    found = read_bytes(bundle, "gói.zip")
    assert [(each.member, each.container) for each in found] == [
        ("một.txt", "gói.zip"),
        ("hai.docx", "gói.zip"),
        ("ba.txt", "gói.zip/trong.zip"),
    ]
    assert [each.read_by for each in found] == ["text", "docx", "text"]
    assert not any(each.warnings for each in found)


def test_a_member_that_cannot_be_read_is_named_and_stops_nothing():
    bundle = zipped({"a.bin": b"\x00\x01" * 900, "b.txt": ONE.encode(), "c.pdf": b"%PDF-1.4"})
    (reading,) = read_bytes(bundle, "x.zip")
    assert reading.text == ONE
    assert [each.code for each in reading.warnings] == ["member-not-read"] * 2
    assert reading.warnings[0].message.startswith("a.bin: ")


@pytest.mark.parametrize(
    ("bundle", "reason"),
    [
        (zipped({"a.bin": b"\x00\x01" * 900}), "unknown-type"),
        (zipped({}), "empty"),
        (nested(ONE.encode(), 5), "too-large"),
        (zipped({f"{n}.txt": ONE.encode() for n in range(30)}), "too-large"),
        (zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}), "unknown-type"),
    ],
)
def test_bundles_that_give_nothing(bundle, reason):
    with pytest.raises(Unreadable) as trouble:
        read_bytes(bundle, "x.zip", limits=Limits(members=20))
    assert trouble.value.reason == reason


def test_a_zip_that_grows_without_end():
    with pytest.raises(Unreadable) as trouble:
        read_bytes(zip_bomb(300 << 20), "x.zip")
    assert trouble.value.reason == "too-large"


def test_attachments_are_the_documents_of_a_mail():
    mail = _mail("Kính gửi các đơn vị.")
    mail.add_attachment(
        file("phong-chay.docx"), maintype="application", subtype="octet-stream",
        filename="Kế hoạch số 5.docx",
    )  # fmt: skip
    mail.add_attachment(TWO, filename="hai.txt")
    found = read_bytes(mail.as_bytes(), "thư.eml")
    assert [(each.member, each.container) for each in found] == [
        ("Kế hoạch số 5.docx", "thư.eml"),
        ("hai.txt", "thư.eml"),
    ]
    assert found[1].text == TWO


def test_a_mail_without_attachments_is_itself_the_document():
    (reading,) = read_bytes(_mail().as_bytes(), "thư.eml")
    assert reading.text.strip() == ONE.strip()


def test_a_mail_of_html():
    (reading,) = read_bytes(
        _mail("<html><p>KẾ HOẠCH</p><p>Phòng bệnh</p></html>", "html").as_bytes(), "x"
    )
    assert reading.text == "KẾ HOẠCH\nPhòng bệnh\n"


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><script>xấu()</script>
</head><body><nav>Trang chủ</nav><table><tr><td>UBND XÃ HÒA AN<br>TRẠM Y TẾ</td>
<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table><p>KẾ HOẠCH
<b>phòng</b> bệnh</p><table border=1><tr><th>TT<th>Việc<th>Hạn
<tr><td rowspan=2>1<td>Phun thuốc<td>Quý I<tr><td colspan=2>Tổng kết</table></body></html>"""


def test_a_page_of_an_offices_site():
    (reading,) = read_bytes(PAGE.encode(), "x.html")
    assert reading.text == (
        "UBND XÃ HÒA AN\nTRẠM Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH phòng bệnh\n"
        "TT\nViệc\nHạn\n1\nPhun thuốc\nQuý I\nTổng kết\n"
    )
    (table,) = reading.tables
    words = [
        ["".join(reading.text[a:b] for a, b in cell.parts) for cell in row] for row in table.rows
    ]
    assert words == [
        ["TT", "Việc", "Hạn"],
        ["1", "Phun thuốc", "Quý I"],
        ["1", "Tổng kết", "Tổng kết"],
    ]
    assert reading.read_by == "html"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "windows-1258"])
def test_pages_in_other_codecs(codec):
    import unicodedata

    page = PAGE.replace("utf-8", codec)
    if codec == "windows-1258":
        page = "".join(_for_windows(letter) for letter in unicodedata.normalize("NFC", page))
    (reading,) = read_bytes(page.encode(codec), "x.html")
    assert "KẾ HOẠCH phòng bệnh" in reading.text


def _for_windows(letter):
    """Windows-1258 has letters with hats, and tones apart."""
    import unicodedata

    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        split = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in split if mark in "\u0300\u0301\u0303\u0309\u0323")
        rest = "".join(mark for mark in split if mark not in tones)
        return unicodedata.normalize("NFC", rest) + tones
    return letter
