"""Old encodings: each example reads as what it says, and good Unicode is never touched."""

from pathlib import Path

import pytest
from fixtures.derived import file
from hypothesis import given
from hypothesis import strategies as st

from extract.readers import read_bytes
from extract.readers.encodings import ALL, TCVN3, VNI, by_font, convert, recognise, suspect
from extract.readers.writing import is_syllable

EXAMPLES = [(legacy, old, new) for legacy in ALL for old, new in legacy.examples]
PLAIN = "Ủy ban nhân dân phường Hòa Bình triển khai kế hoạch phòng, chống dịch bệnh.\n"


@pytest.mark.parametrize(("legacy", "old", "new"), EXAMPLES, ids=lambda part: str(part)[:24])
def test_each_example_reads_as_it_says(legacy, old, new):
    assert legacy.to_unicode(old) == new


@pytest.mark.parametrize("legacy", ALL, ids=lambda legacy: legacy.name)
def test_each_encoding_is_told_from_the_others(legacy):
    old = "\n".join(old for old, _ in legacy.examples)
    new = "\n".join(new for _, new in legacy.examples)
    assert recognise(old) is legacy
    assert convert(old, legacy) == new


@pytest.mark.parametrize("legacy", ALL, ids=lambda legacy: legacy.name)
def test_a_file_in_an_old_encoding(legacy):
    old = "\n".join(old for old, _ in legacy.examples)
    new = "\n".join(new for _, new in legacy.examples)
    (reading,) = read_bytes(old.encode("utf-8"), "x.txt")
    assert reading.encoding == legacy.name
    assert reading.text == new
    assert reading.origin is None or len(reading.origin) == len(reading.text)


@pytest.mark.parametrize("legacy", [each for each in ALL if each.fonts], ids=lambda each: each.name)
def test_a_file_of_single_bytes(legacy):
    old = "\n".join(old for old, _ in legacy.examples)
    raw = b"".join(_byte(letter) for letter in old)
    (reading,) = read_bytes(raw, "x.txt")
    assert reading.encoding == legacy.name
    assert reading.text == "\n".join(new for _, new in legacy.examples)


def _byte(letter):
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def test_unicode_is_left_alone():
    assert not suspect(PLAIN)
    assert recognise(PLAIN * 40) is None
    text = PLAIN + "Đạt 5 m², tăng 3½ lần; “đúng hạn” – «trước hạn» · 100 % ± 2 °C\n"
    assert recognise(text * 20) is None


def test_lines_that_were_unicode_stay_in_a_mixed_file():
    old = "\n".join(old for old, _ in TCVN3.examples)
    (reading,) = read_bytes(f"{old}\n{PLAIN}{old}\n".encode(), "x.txt")
    assert PLAIN.strip() in reading.text.split("\n")
    assert reading.text.count("triển khai") == 3


def test_words_in_capitals_that_tcvn3_cannot_write():
    assert TCVN3.to_unicode("QUY\u00d5T \u00a7\u00deNH") == "QUYẾT ĐỊNH"
    assert TCVN3.to_unicode("\u00f1y ban, B\u00e9, S\u00eb Y t\u00d5") == "ủy ban, Bộ, Sở Y tế"


@pytest.mark.parametrize(
    ("font", "name", "capitals"),
    [
        (".VnTime", "TCVN3", False),
        (".VnTimeH", "TCVN3", True),
        ("ABCDEF+.VnArialH", "TCVN3", True),
        ("VNI-Times", "VNI", False),
        ("VPS Times", "VPS", False),
    ],
)
def test_fonts_tell_their_encoding(font, name, capitals):
    legacy, upper = by_font(font)
    assert (legacy.name, upper) == (name, capitals)


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", "Verdana", None, ""])
def test_fonts_that_tell_nothing(font):
    assert by_font(font) is None


@pytest.mark.parametrize(
    "word", "nghiệp Đảng uỷ hoà quyết giữa gìn khuỷu ngoằn xoong yêu thuở ƯỚC Ỷ quốc ký".split()
)
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", "board strength thtạ nghbp Việtnam àá zoom fin".split())
def test_no_syllables(word):
    assert not is_syllable(word)


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text):
    legacy = recognise(text)
    if legacy:
        convert(text, legacy)


@given(st.text("aeou\u00e1\u00f9\u00d9\u00e2\u00ea\u00f6\u00d1 ", max_size=60))
def test_vni_never_makes_text_longer(text):
    assert len(VNI.to_unicode(text)) <= len(text)


def test_real_documents_in_old_encodings(shared: Path):
    found = 0
    for path in sorted((shared / "real" / "legacy").glob("*.raw-mojibake.txt")):
        truth = Path(str(path).replace("raw-mojibake", "truth")).read_text("utf-8")
        (reading,) = read_bytes(path.read_bytes(), path.name)
        want = [word.lower() for word in truth.split()]
        got = {word.lower() for word in reading.text.split()}
        assert sum(word in got for word in want) / len(want) > 0.97
        found += 1
    assert found


def test_a_sound_docx_is_not_taken_for_an_old_one():
    (reading,) = read_bytes(file("phong-chay.docx"), "x")
    assert reading.encoding is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ph-\u00eang H\u00dfa B\u00d7nh", "phường Hòa Bình"),
        ("-u tiªn tr-\u00edc th¸ng ch\u00ddn", "ưu tiên trước tháng chín"),
        ("Q§-TTg", "QĐ-TTg"),
        ("kinh t\u00d5 - x· h\u00e9i", "kinh tế - xã hội"),
        ("Lª-nin", "Lê-nin"),
    ],
)
def test_a_hyphen_of_tcvn3_is_a_letter_where_it_makes_a_syllable(old, new):
    assert TCVN3.to_unicode(old) == new


@pytest.mark.parametrize(
    ("font", "capitals"),
    [("VnTimeHBold", True), ("ABCDEF+.VnTimeH", True), (".VnArialHItalic", True),
     (".VnTime", False), ("VnTimeBold", False)],
)  # fmt: skip
def test_fonts_that_show_capitals(font, capitals):
    assert by_font(font) == (TCVN3, capitals)
