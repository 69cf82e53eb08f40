"""The samples of `corpus/samples`: whole folders, rendered files, faults where the list says."""

import csv
import re
from collections import Counter
from pathlib import Path

import collect_gold
import docx
import pypdfium2
import pytest
import render_samples
import sample_layout
from docx.oxml.ns import qn
from sample_words import located

SAMPLES = collect_gold.SAMPLES
SLUGS = sorted(path.parent.name for path in SAMPLES.glob("*/*.gold.json"))


def test_there_are_samples() -> None:
    assert len(SLUGS) >= 18


@pytest.mark.parametrize("slug", SLUGS)
def test_a_folder_holds_one_plan_its_gold_and_its_story(slug: str) -> None:
    folder = SAMPLES / slug
    assert len(collect_gold.inputs_of(folder)) == 1
    about = (folder / "about.md").read_text("utf-8")
    assert about.startswith("# ")
    known = {f"{slug}{suffix}" for suffix in (".txt", ".docx", ".pdf", ".layout", ".gold.json")}
    assert {path.name for path in folder.iterdir()} <= known | {"about.md"}


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/*.layout")), ids=lambda p: p.stem)
def test_rendered_file_holds_the_words_of_its_layout(path: Path) -> None:
    name, blocks = sample_layout.read(path)
    want = Counter(re.findall(r"\w+", sample_layout.words_of(blocks)))
    if name == "docx":
        body = docx.Document(str(path.with_suffix(".docx"))).element.body
        words = "\n".join("".join(p.itertext(qn("w:t"))) for p in body.iter(qn("w:p")))
        assert Counter(re.findall(r"\w+", words)) == want
        return
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    have = Counter(re.findall(r"\w+", " ".join(pages)))
    # More than the layout's words: page numbers, and a table's head again on the next page.
    assert have >= want
    assert set(have) - set(want) <= {str(n) for n in range(2, len(pages) + 1)}


def test_layouts_render_to_both_formats(tmp_path: Path) -> None:
    blocks = list(sample_layout.parse("A || B\n= C\n| 1 | 2 |\n| ^ | x // y |\n| z | < |\n===\nD"))
    render_samples.write_docx(blocks, tmp_path / "x.docx")
    table = docx.Document(str(tmp_path / "x.docx")).tables[1]
    assert [cell.text for cell in table.rows[1].cells] == ["1", "x\ny"]
    if not render_samples.FONTS.is_dir():
        pytest.skip(f"no fonts in {render_samples.FONTS}: apt-get install fonts-liberation2")
    render_samples.write_pdf(blocks, tmp_path / "x.pdf")
    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as pdf:
        assert len(pdf) == 2


def test_uneven_table_is_refused() -> None:
    with pytest.raises(ValueError, match="cells in one table"):
        list(sample_layout.parse("| a | b |\n| c |"))


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_quoted(row: dict[str, str]) -> bool:
    """The file is a sample's own and holds the words, without a break."""
    slug = Path(row["file"]).stem
    named = [path.name for path in collect_gold.inputs_of(SAMPLES / slug)]
    return named == [row["file"]] and located(row["quote"], slug, gaps=0)


@pytest.mark.parametrize("fault", rows("faults.tsv"), ids=lambda row: row["id"])
def test_planted_fault_is_where_the_list_says(fault: dict[str, str]) -> None:
    assert is_quoted(fault)
    assert fault["severity"] in ("error", "warn", "note")
    assert re.fullmatch(r"[A-K]\d\d", fault["check"])
    assert fault["required"] in ("yes", "no")
    about = (SAMPLES / Path(fault["file"]).stem / "about.md").read_text("utf-8")
    assert f"`{fault['id']}`" in about


@pytest.mark.parametrize("trap", rows("traps.tsv"), ids=lambda row: row["id"])
def test_trap_is_where_the_list_says(trap: dict[str, str]) -> None:
    assert is_quoted(trap)
    assert trap["why_not_a_fault"]


def test_collected_gold_has_its_input(tmp_path: Path) -> None:
    slugs = collect_gold.collect(SAMPLES, tmp_path)
    assert slugs == SLUGS
    assert {p.stem for p in (tmp_path / "gold").iterdir()} == set(slugs)
    assert {p.stem for p in (tmp_path / "inputs").iterdir()} == set(slugs)
    texts = {p.name for p in (tmp_path / "texts").iterdir()}
    faults = (tmp_path / "faults.tsv").read_text("utf-8").splitlines()
    assert {row.split("\t")[1] for row in faults[1:]} <= texts
