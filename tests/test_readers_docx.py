"""DOCX and its elder relations: what Word shows, in reading order, tables as tables."""

from pathlib import Path

import pytest
import yaml
from fixtures.derived import docx_of, docx_with, file
from readings import ROWS, TOOLS, WORDS, cells, needs_office

from extract.errors import Unreadable
from extract.readers import Limits, Tools, read_bytes

CASES = yaml.safe_load((Path(__file__).parent / "cases/readers/docx.yaml").read_text("utf-8"))
PARTS = ("numbering", "styles", "footnotes")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_as_word_shows_it(case):
    parts = {name: case[name] for name in PARTS if name in case}
    (reading,) = read_bytes(docx_of(case["body"], **parts), "x.docx")
    assert reading.text == case["reads"]
    assert reading.encoding == case.get("encoding")
    assert reading.wrapped is False
    assert [cells(reading, at) for at in range(len(reading.tables))] == (
        [case["rows"]] if case.get("rows") else []
    )


def test_a_whole_document():
    (reading,) = read_bytes(file("phong-chay.docx"), "x.docx")
    assert reading.text.split() == WORDS
    assert cells(reading) == ROWS
    table = reading.tables[0]
    for row in table.rows:
        for cell in row:
            assert all(table.start <= a < b <= table.end for a, b in cell.parts)


@needs_office
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_elder_formats_read_the_same(ending, tmp_path):
    tools = Tools(soffice=TOOLS.soffice, scratch=tmp_path)
    (reading,) = read_bytes(file(f"phong-chay.{ending}"), "x", tools=tools)
    assert reading.read_by == ending
    assert reading.text.split() == WORDS
    assert cells(reading) == ROWS


@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_elder_formats_without_libreoffice(ending):
    with pytest.raises(Unreadable) as trouble:
        read_bytes(file(f"phong-chay.{ending}"), "x", tools=Tools())
    assert trouble.value.reason == "no-office"
    assert "LibreOffice" in trouble.value.advice


@needs_office
def test_an_elder_file_that_is_broken(tmp_path):
    data = bytearray(file("phong-chay.doc"))
    data[600:9000] = b"\x00" * 8400
    with pytest.raises(Unreadable) as trouble:
        read_bytes(bytes(data), "x", tools=Tools(soffice=TOOLS.soffice, scratch=tmp_path))
    assert trouble.value.reason in ("damaged", "empty", "noise")


def test_external_entities_are_never_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("BÍ MẬT")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "{"lol" * 99}">]>'
        f"<w:document {space}><w:body><w:p><w:r><w:t>Kế hoạch &x; số 5 &y;</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    (reading,) = read_bytes(docx_with({"word/document.xml": document.encode()}), "x")
    assert reading.text.startswith("Kế hoạch")
    assert "BÍ MẬT" not in reading.text
    assert "lol" not in reading.text


def test_entities_that_multiply_are_harmless():
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    document = (
        f'<!DOCTYPE d [<!ENTITY e0 "ha">{bomb}]><w:document xmlns:w="http://schemas.'
        'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Kế hoạch &e9;'
        "</w:t></w:r></w:p></w:body></w:document>"
    )
    (reading,) = read_bytes(docx_with({"word/document.xml": document.encode()}), "x")
    assert len(reading.text) < 100


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"word/document.xml": b""}, "damaged"),
        ({"word/document.xml": b"<nonsense/>"}, "damaged"),
        ({"word/document.xml": b"\x00\x01\x02"}, "damaged"),
    ],
)
def test_a_package_without_a_document(parts, reason):
    with pytest.raises(Unreadable) as trouble:
        read_bytes(docx_with(parts), "x")
    assert trouble.value.reason == reason


def test_a_package_that_unpacks_without_end():
    huge = b'<w:document xmlns:w="x"><w:body>' + b" " * (60 << 20)
    with pytest.raises(Unreadable) as trouble:
        read_bytes(docx_with({"word/document.xml": huge}), "x", limits=Limits(ratio=20))
    assert trouble.value.reason == "too-large"


def test_an_empty_document():
    with pytest.raises(Unreadable) as trouble:
        read_bytes(docx_of("<w:p/>"), "x")
    assert trouble.value.reason == "empty"


def test_deep_nesting_ends():
    body = "<w:p><w:r><w:t>đáy</w:t></w:r></w:p>"
    for _ in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(Unreadable):
        read_bytes(docx_of(body), "x")
