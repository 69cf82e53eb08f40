"""Scans: straight or tilted, clean or grainy, sealed, with tables; and fake tesseracts."""

import io
import stat

import numpy as np
import pytest
from fixtures.derived import file, picture, scan, with_scanned_page
from PIL import Image
from rapidfuzz.distance import Levenshtein
from readings import ROWS, TOOLS, cells, needs_posix, needs_tesseract

from extract.errors import NeedsOcr, Unreadable
from extract.readers import Limits, Tools, read_bytes
from extract.readers.ocr import OcrWord
from extract.readers.ocr_cells import column_of
from extract.readers.ocr_image import prepare, tilt_of, without_colour
from extract.readers.ocr_numerals import with_numerals

PLAIN = file("phong-chay.pdf")
LAST = 3


def _errors(text, page):
    """Character errors of one page in a hundred, against the text layer."""
    want = " ".join(read_bytes(PLAIN, "x")[0].text.split("\f")[page].split())
    got = " ".join(text.split())
    return 100 * Levenshtein.distance(want, got) / len(want)


@needs_tesseract
@pytest.mark.parametrize(
    ("dpi", "tilt", "noise"), [(150, 0.0, 4.0), (200, 0.8, 10.0), (300, -1.2, 6.0)]
)
def test_a_page_with_a_seal_over_the_signature(dpi, tilt, noise):
    data = scan(PLAIN, dpi, [LAST], tilt=tilt, noise=noise, seal=True)
    (reading,) = read_bytes(data, "x.pdf", tools=TOOLS)
    assert reading.read_by == "ocr"
    assert _errors(reading.text, LAST) < 2.0
    assert "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC" in reading.text
    assert reading.text.index("Lưu: VT") < reading.text.index("KT. GIÁM ĐỐC")


@needs_tesseract
def test_a_scanned_table_over_pages():
    data = scan(PLAIN, 200, [0, 1, 2], tilt=0.5, noise=6.0)
    (reading,) = read_bytes(data, "x.pdf", tools=TOOLS)
    assert len(reading.tables) == 1
    assert [row[0] for row in cells(reading)] == [row[0] for row in ROWS]
    got, want = ("\n".join(map("\t".join, rows)) for rows in (cells(reading), ROWS))
    assert Levenshtein.distance(got, want) / len(want) < 0.012


@needs_tesseract
def test_words_keep_their_confidence_and_their_place():
    (reading,) = read_bytes(scan(PLAIN, 200, [LAST]), "x.pdf", tools=TOOLS)
    at = reading.text.index("hằng")
    confidence = reading.geometry.confidence(at, at + 4)
    assert 0.5 < confidence <= 1.0
    ((page, x0, top, x1, bottom),) = reading.geometry.boxes(at, at + 4)
    assert page == 1
    assert 10 < x1 - x0 < 60
    assert 6 < bottom - top < 24


@needs_tesseract
def test_a_picture_among_pages_of_text():
    (reading,) = read_bytes(with_scanned_page(PLAIN, LAST), "x.pdf", tools=TOOLS)
    assert reading.read_by == "pdf-mixed"
    assert len(reading.pages) == 4
    assert "KT. GIÁM ĐỐC" in reading.text
    assert cells(reading) == ROWS


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180])
def test_a_page_that_lies_on_its_side_or_head(turn):
    book = io.BytesIO()
    picture(PLAIN, LAST, 150).rotate(turn, expand=True).save(book, "PDF", resolution=150)
    (reading,) = read_bytes(book.getvalue(), "x.pdf", tools=TOOLS)
    assert _errors(reading.text, LAST) < 5.0


@needs_tesseract
def test_photographs_and_faxes():
    image = picture(PLAIN, LAST, 200)
    for name, options in (("PNG", {}), ("TIFF", {"save_all": True, "append_images": [image]})):
        target = io.BytesIO()
        image.save(target, name, dpi=(200, 200), **options)
        (reading,) = read_bytes(target.getvalue(), "x", tools=TOOLS)
        assert "KT. GIÁM ĐỐC" in reading.text
        assert reading.media_type == f"image/{name.lower()}"
        assert len(reading.pages) == (1 if name == "PNG" else 2)


@needs_tesseract
def test_blank_pages_hold_nothing():
    book = io.BytesIO()
    Image.new("RGB", (827, 1169), "white").save(book, "PDF", resolution=100)
    with pytest.raises(Unreadable) as trouble:
        read_bytes(book.getvalue(), "x.pdf", tools=TOOLS)
    assert trouble.value.reason == "empty"


@pytest.mark.parametrize("tilt", [-2.0, -0.5, 0.0, 0.7, 3.0])
def test_the_tilt_is_found(tilt):
    grey = np.asarray(picture(PLAIN, LAST, 150, tilt=tilt).convert("L"))
    assert abs(tilt_of(grey) + tilt) < 0.15


def test_coloured_ink_goes_and_black_stays():
    sheet = np.full((40, 40, 3), 255, dtype=np.uint8)
    sheet[0:10] = (220, 40, 50)  # a seal
    sheet[10:20] = (40, 60, 200)  # a signature
    sheet[20:30] = (60, 8, 10)  # black letters beneath a seal
    sheet[30:35] = (20, 20, 20)  # black letters
    grey = np.asarray(without_colour(Image.fromarray(sheet)))
    assert grey[5, 5] == grey[15, 5] == 255
    assert grey[25, 5] < 60
    assert grey[32, 5] < 60


def test_ruling_lines_are_found_and_taken_out():
    ready = prepare(picture(PLAIN, 1, 150), 150)
    assert len(ready.vertical) >= 6
    assert len(ready.horizontal) >= 5
    x0, top, x1, bottom = (int(side) for side in ready.vertical[0])
    assert ready.grey[top:bottom, x0:x1].min() > 200


# --- fake tesseracts -------------------------------------------------------------------


def _fake(folder, script):
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return Tools(tesseract=path)


@needs_posix
@pytest.mark.parametrize("script", ["exit 3", "kill -SEGV $$", "sleep 30", "cat >/dev/null"])
def test_a_tesseract_that_fails(tmp_path, script):
    limits = Limits(ocr_page_seconds=1.0)
    data = with_scanned_page(PLAIN, 0, 72)
    (reading,) = read_bytes(data, "x.pdf", limits=limits, tools=_fake(tmp_path, script))
    assert "Trịnh Khắc Uyển" in reading.text
    codes = [(each.code, each.page) for each in reading.warnings]
    assert codes == ([] if script.startswith("cat") else [("ocr-failed", 1)])


@needs_posix
@pytest.mark.parametrize(
    ("script", "reason"),
    [("exit 3", "too-long"), ("sleep 30", "too-long"), ("cat >/dev/null", "empty")],
)
def test_pictures_that_were_not_recognised_are_not_called_empty(tmp_path, script, reason):
    limits = Limits(ocr_page_seconds=0.3)
    with pytest.raises(Unreadable) as refused:
        read_bytes(scan(PLAIN, 72, [LAST]), "x.pdf", limits=limits, tools=_fake(tmp_path, script))
    assert refused.value.reason == reason


@needs_posix
def test_one_thread_and_the_language_asked_for(tmp_path):
    seen = tmp_path / "seen"
    tools = _fake(tmp_path, f'echo "$OMP_THREAD_LIMIT $*" >> {seen}; cat >/dev/null')
    with pytest.raises(Unreadable):
        read_bytes(scan(PLAIN, 72, [LAST]), "x.pdf", tools=tools)
    assert all(line.startswith("1 stdin stdout -l vie") for line in seen.read_text().splitlines())


@needs_posix
def test_the_pages_that_need_it_are_announced(tmp_path):
    told: list[int] = []
    tools = _fake(tmp_path, "cat >/dev/null")
    read_bytes(with_scanned_page(PLAIN, 0, 72), "x.pdf", tools=tools, notify=told.append)
    assert told == [1]


def test_switched_off_by_the_office():
    tools = Tools(tesseract=TOOLS.tesseract, rules_out=frozenset({"ocr"}))
    with pytest.raises(NeedsOcr):
        read_bytes(scan(PLAIN, 72, [0]), "x.pdf", tools=tools)


@pytest.mark.parametrize(
    ("drawn", "read"), [("I", "II."), ("II", "I."), ("III", "II."), ("II", "II")]
)
def test_numerals_are_told_by_their_strokes(drawn, read):
    grey = np.full((60, 120), 255, dtype=np.uint8)
    for at in range(len(drawn)):
        x = 20 + 14 * at
        grey[20:40, x : x + 4] = 0  # the stroke
        grey[20:23, x - 3 : x + 7] = grey[37:40, x - 3 : x + 7] = 0  # its serifs
    right = 20 + 14 * len(drawn)
    word = OcrWord(read, 16.0, 20.0, float(right), 40.0, 0.9, (1, 1, 1))
    (mended,) = with_numerals([word], grey, 1.0)
    assert mended.text == drawn + read.lstrip("I")


def test_other_words_are_left_as_they_were_read():
    grey = np.zeros((60, 120), dtype=np.uint8)
    words = [
        OcrWord(text, 16.0, 20.0, 60.0, 40.0, 0.9, line)
        for text, line in (("IV.", (1, 1, 1)), ("quý", (1, 1, 2)), ("II", (1, 1, 2)))
    ]
    assert with_numerals(words, grey, 1.0) == words


def test_letters_that_stand_on_a_ruling_line_keep_their_feet():
    """A cell without room below: the dot of `ộ` lies a pixel above the line, `p` crosses it."""
    sheet = np.full((400, 800), 255, dtype=np.uint8)
    for y in (50, 150, 250):
        sheet[y : y + 2, 50:750] = 0
    for x in (50, 400, 748):
        sheet[50:252, x : x + 2] = 0
    sheet[145:149, 100:104] = 0  # a dot
    sheet[120:153, 200:204] = 0  # a stem
    ready = prepare(Image.fromarray(sheet).convert("RGB"), 200)
    assert len(ready.horizontal) == 3
    assert ready.grey[146, 102] < 60
    assert ready.grey[148, 202] < 60
    assert ready.grey[150:152, 300:380].min() > 200
    strips, _ = column_of(ready.grey, [(51, 51, 401, 151)])
    dark = np.flatnonzero((strips < 140).any(axis=1))
    assert dark[-1] - dark[0] + 1 >= 28
