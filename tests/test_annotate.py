"""Copies of drafts with notes: each stands around just the words of its finding."""

import datetime as dt
import io
import json
import re
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pypdfium2.raw as raw
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st
from shared import ROOT

from checks import check
from extract.errors import ReadError
from extract.files import plans_of
from kehoach.annotate import annotated
from kehoach.annotate.letters import find, letters_of
from kehoach.annotate.word import comment_word
from kehoach.i18n import speak

SAMPLES = ROOT / "corpus" / "samples"
AT = dt.datetime(2026, 3, 1, 8, 30, tzinfo=dt.UTC)


def draft() -> bytes:
    """A draft in Word with faults across runs, in a table, behind a change and in a link."""
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "UBND XÃ HÒA AN\nSố:      /KH-UBND"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHòa An, ngày 02 tháng 3 năm 2026"
    document.add_paragraph("KẾ HOẠCH\nTrồng cây năm 2026")
    document.add_paragraph("I. NHIỆM VỤ")
    split = document.add_paragraph("- Phát cây giống trước ngày 30/4/2026, đợt hai trước ngày 3")
    split.add_run("1/4").bold = True
    split.add_run("/2026 tại thôn.").italic = True
    changed = document.add_paragraph("- Tổng kết ")
    changed._p.append(parse_xml(
        f"<w:ins {nsdecls('w')} w:id='90' w:author='a'><w:r><w:t>ngày 31/6/2026</w:t></w:r></w:ins>"
    ))  # fmt: skip
    changed._p.append(parse_xml(
        f"<w:del {nsdecls('w')} w:id='91' w:author='a'><w:r><w:delText>ngày 31/9/2026</w:delText>"
        "</w:r></w:del>"
    ))  # fmt: skip
    table = document.add_table(2, 2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Việc", "Thời gian", "Tưới cây", "Từ ngày 15/9/2026 đến ngày 05/9/2026"),
        strict=True,
    ):
        cell.text = words
    document.add_paragraph("Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def comments_of(data: bytes) -> list[tuple[str, str]]:
    """`(words between the marks, text of the comment)`, in order of the marks."""
    document = docx.Document(io.BytesIO(data))
    texts = {str(c.comment_id): c.text for c in document.comments}
    found: dict[str, str] = {}
    open_: set[str] = set()
    for node in document.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            open_.add(node.get(qn("w:id")))
            found.setdefault(node.get(qn("w:id")), "")
        elif node.tag == qn("w:commentRangeEnd"):
            open_.discard(node.get(qn("w:id")))
        elif node.tag == qn("w:t"):
            for mark in open_:
                found[mark] += node.text or ""
    assert not open_
    return [(words, texts[mark]) for mark, words in found.items()]


def plain(data: bytes) -> str:
    (plan,) = plans_of(data, "x.docx")
    return plan.text


def notes_on(data: bytes, name: str, lang: str = "vi") -> tuple[str, bytes, list]:
    plans = plans_of(data, name)
    found = [finding for plan in plans for finding in check(plan)]
    speak(lang)
    try:
        return *annotated(data, name, found, *plans, at=AT), found
    finally:
        speak("vi")


def test_word_comments_stand_around_just_the_words() -> None:
    data = draft()
    name, copy, found = notes_on(data, "Dự thảo.docx")
    assert name == "Dự thảo (có nhận xét).docx"
    words = {e.as_written for f in found for e in f.evidence if e.document and e.as_written}
    assert {"ngày 31/4/2026", "ngày 31/6/2026"} <= words
    comments = comments_of(copy)
    for marked, _text in comments:
        assert " ".join(marked.split()) in words
    first = {" ".join(marked.split()) for marked, text in comments if "→" in text}
    assert {"ngày 31/4/2026", "ngày 31/6/2026", "Từ ngày 15/9/2026 đến ngày 05/9/2026"} <= first
    assert "Số: /KH-UBND" in first  # in the table of the letterhead


def test_the_copy_says_what_the_draft_says_and_looks_so() -> None:
    data = draft()
    _, copy, _ = notes_on(data, "Dự thảo.docx")
    assert plain(copy) == plain(data)
    before, after = (docx.Document(io.BytesIO(each)) for each in (data, copy))
    looks = [
        [(run.text, run.bold, run.italic) for p in d.paragraphs for run in p.runs if run.text]
        for d in (before, after)
    ]
    joined = ["".join(text * bool(bold) for text, bold, _ in each) for each in looks]
    assert joined[0] == joined[1] == "1/4"


def test_a_comment_has_both_sides_where_they_stand_rule_and_advice() -> None:
    _, copy, found = notes_on(draft(), "Dự thảo.docx", "en")
    told = " ".join(text for _words, text in comments_of(copy))
    flat = "".join(told.split())
    for finding in found:
        assert finding.rule in told
        assert finding.advice_en in told
        for piece in finding.evidence:
            assert "".join(piece.as_written.split()) in flat
            assert (piece.source or "") in told
    assert "section I" in told
    assert re.search(r"Here: “ngày 31/4/2026” \(section I, line \d+\)", told)


def test_comments_bear_the_given_moment_and_keep_those_that_are_there() -> None:
    document = docx.Document(io.BytesIO(draft()))
    paragraph = document.paragraphs[1]
    document.add_comment(paragraph.runs[0], text="của tôi", author="Lan")
    out = io.BytesIO()
    document.save(out)
    _, copy, _ = notes_on(out.getvalue(), "x.docx")
    comments = list(docx.Document(io.BytesIO(copy)).comments)
    assert [c.text for c in comments if c.author == "Lan"] == ["của tôi"]
    ours = [c for c in comments if c.author == "kehoach"]
    assert ours
    assert {c.timestamp for c in ours} == {AT}


def test_dismissed_findings_are_left_out() -> None:
    data = draft()
    (plan,) = plans_of(data, "x.docx")
    found = [f.model_copy(update={"status": "dismissed"}) for f in check(plan)]
    _, copy = annotated(data, "x.docx", found, plan, at=AT)
    assert not list(docx.Document(io.BytesIO(copy)).comments)


def test_pdf_highlights_lie_over_their_words() -> None:
    data = next((SAMPLES / "thien-tai-so-nnmt").glob("*.pdf")).read_bytes()
    name, copy, found = notes_on(data, "ke-hoach.pdf")
    assert name == "ke-hoach (có nhận xét).pdf"
    assert {e.span.page for f in found for e in f.evidence if e.document and e.span} <= {1, 2, 3}
    assert copy.startswith(data)  # nothing of the original is written anew
    book = pypdfium2.PdfDocument(copy)
    marked = [words for page in book for words in _highlighted(page)]
    wanted = ["".join(f.evidence[0].as_written.split()) for f in found if f.evidence[0].as_written]
    assert wanted
    for words in wanted:
        assert any(words in under for under in marked), words


def _highlighted(page: pypdfium2.PdfPage) -> list[str]:
    text = page.get_textpage()
    found = []
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if raw.FPDFAnnot_GetSubtype(note) != raw.FPDF_ANNOT_HIGHLIGHT:
            continue
        words = ""
        for number in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
            quad = raw.FS_QUADPOINTSF()
            raw.FPDFAnnot_GetAttachmentPoints(note, number, quad)
            words += text.get_text_bounded(quad.x3, quad.y3 - 1, quad.x2, quad.y2 + 1)
        found.append("".join(words.split()))
    return found


def test_a_text_becomes_a_word_file_with_comments() -> None:
    data = "KẾ HOẠCH\nBáo cáo trước ngày 31/9/2025.\nLưu: VT.\n".encode()
    name, copy, _ = notes_on(data, "ghi-nho.txt", "en")
    assert name == "ghi-nho (with comments).docx"
    assert "ngày 31/9/2025" in {words for words, _ in comments_of(copy)}


def test_what_cannot_be_opened_is_refused() -> None:
    (plan,) = plans_of(b"KE HOACH\n", "x.txt")
    with pytest.raises(ReadError):
        annotated(b"%PDF-1.7 not one", "x.pdf", [], plan, at=AT)


def test_words_in_a_page_header_go_to_the_first_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    out = io.BytesIO()
    document.save(out)
    from kehoach.annotate.remark import Remark

    remark = Remark(0, 9, 23, None, (), "error", ("1. LỖI", "ngày 31/6/2026"))
    copy = comment_word(out.getvalue(), ["KẾ HOẠCH\nngày 31/6/2026"], [remark], AT)
    assert comments_of(copy) == [("KẾ HOẠCH", "1. LỖI\nngày 31/6/2026")]


WORDS = st.lists(st.sampled_from("kế hoạch ngày 31/4 xã A, b\u0301a QĐ-UBND".split()), min_size=1)


@given(WORDS, WORDS, WORDS)
def test_words_are_found_again_however_they_are_spaced(before, words, after) -> None:
    text = " ".join([*before, *words, *after])
    start = len(" ".join(before)) + 1
    own, other = letters_of(text), letters_of("\n".join([*before, *words, *after]).upper())
    stretch = own.between(start, start + len(" ".join(words)))
    spot = find(own, *stretch, other)
    assert spot is not None
    assert other.row[slice(*spot)] == own.row[slice(*stretch)]


def test_the_likest_surroundings_decide_between_equal_words() -> None:
    text = "mục một: ngày 31/4; mục hai: ngày 31/4; mục ba: ngày 31/4"
    own, other = letters_of(text), letters_of(text.replace("mục một", "thứ nhất"))
    at = text.index("hai: ") + 5
    spot = find(own, *own.between(at, at + 9), other)
    assert spot is not None
    assert other.row[: spot[0]].endswith("hai:")


def test_the_command_writes_beside_and_touches_nothing(kehoach, tmp_path: Path) -> None:
    plan = tmp_path / "Dự thảo.docx"
    plan.write_bytes(draft())
    db, folder = tmp_path / "x.db", tmp_path / "góp ý"
    for _ in range(2):
        out = kehoach("check", plan, "--annotate", folder, "--db", db, "--rule", "D01")
        assert out.returncode == 1
    assert plan.read_bytes() == draft() or plain(plan.read_bytes()) == plain(draft())
    assert not db.exists()
    names = sorted(each.name for each in folder.iterdir())
    assert names == ["Dự thảo (có nhận xét) 2.docx", "Dự thảo (có nhận xét).docx"]
    assert names[1] in out.stderr or names[0] in out.stderr
    comments = comments_of((folder / names[1]).read_bytes())
    assert {words for words, _ in comments} == {"ngày 31/4/2026", "ngày 31/6/2026"}


def test_annotating_is_for_drafts(kehoach, tmp_path: Path) -> None:
    assert kehoach("check", "--annotate", tmp_path, "--db", tmp_path / "x.db").returncode == 2


def test_both_sides_and_their_places_are_shown_everywhere(kehoach, tmp_path: Path) -> None:
    """Terminal, JSON and workbook, for faults within a plan and against a plan above it."""
    db, book = tmp_path / "x.db", tmp_path / "x.xlsx"
    folders = sorted(SAMPLES.glob("chuyen-doi-so-[13]-*"))
    kehoach("ingest", *folders, "--db", db)
    found = json.loads(kehoach("check", "--db", db, "--json").stdout)
    assert {"A08", "C12", "D09"} <= {f["rule"] for f in found}
    told = "".join(kehoach("check", "--db", db, "--lang", "en").stdout.split())
    kehoach("export", "findings", "--to", book, "--db", db, "--lang", "en")
    sheet = openpyxl.load_workbook(book).active
    cells = {"".join(str(c.value or "").split()) for row in sheet.iter_rows() for c in row}
    for finding in found:
        own, *others = finding["evidence"]
        assert others
        assert own["document"]
        assert own["line"] > 0
        for piece in finding["evidence"]:
            words = "".join(piece["as_written"].split())
            assert words in told
            assert any(words in cell for cell in cells)
            assert piece["source"] or piece["span"]
            if piece["document"] and piece["span"] and piece["span"]["page"] is None:
                assert f"line{piece['line']}" in told
            if piece["document"] and piece["document"]["id"] != finding["document"]["id"]:
                assert "".join(piece["document"]["name"].split()) in told
