"""The samples of `corpus/samples`: whole, valid, and true to their own words."""

import csv
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import collect_gold
import docx
import pypdfium2
import pytest
import render_samples
import sample_layout
import yaml
from docx.oxml.ns import qn

from schemas import Duty, DutyText, Plan, Source, Unit
from schemas.keys import words_key

Gold = dict[str, Any]
Value = tuple[str, str | None, int]  # what it is, its words, how many breaks they may have
SAMPLES = collect_gold.SAMPLES
SLUGS = sorted(path.parent.name for path in SAMPLES.glob("*/*.gold.json"))
CASES = Path(__file__).parent / "cases" / "samples"
SHORT: dict[str, str] = yaml.safe_load((CASES / "abbreviations.yaml").read_text("utf-8"))
# What gold records say to the scorer and to readers, and the record itself does not know.
FOR_SCORING = re.compile(r"optional|note|unscored|\w+_unscored")
LONE_NUMBER = re.compile(r"^\f?\s*\d{1,3}\s*$", re.MULTILINE)
GROUPS = (
    "outline", "citations", "campaigns", "phases", "tasks", "duties", "anniversaries", "targets",
)  # fmt: skip


@cache
def gold(slug: str) -> Gold:
    return json.loads((SAMPLES / slug / f"{slug}.gold.json").read_text("utf-8"))


@cache
def text(slug: str) -> str:
    return collect_gold.text_of(SAMPLES / slug)


def written_out(words: str) -> list[str]:
    folded = re.sub(r"(\w)\s*&\s*(\w)", r"\1\2", words)
    return [w for token in words_key(folded).split() for w in SHORT.get(token, token).split()]


@cache
def tokens(slug: str) -> tuple[list[str], list[str]]:
    """The text's tokens with and without lines that hold a number only."""
    return written_out(text(slug)), written_out(LONE_NUMBER.sub("", text(slug)))


def follows(want: list[str], have: list[str], at: int, gaps: int) -> bool:
    """Whether `want` stands in `have` from `at` on, with at most `gaps` breaks of 25 words."""
    i = 0
    while i < len(want) and at < len(have):
        if want[i] == have[at]:
            i, at = i + 1, at + 1
            continue
        ahead = want[i : i + 2]
        jumps = (j for j in range(at + 1, at + 26) if have[j : j + len(ahead)] == ahead)
        jump = next(jumps, None) if gaps and i else None
        if jump is None:
            return False
        gaps, at = gaps - 1, jump
    return i == len(want)


def located(value: str, slug: str, gaps: int = 2) -> bool:
    want = written_out(value)
    return any(
        follows(want, have, at, gaps)
        for have in tokens(slug)
        for at, token in enumerate(have)
        if token == want[0]
    )


def record_of(value: Any) -> Any:
    """A gold value without its words to the scorer; duties' texts as objects."""
    if isinstance(value, list):
        return [record_of(v) for v in value]
    if isinstance(value, dict):
        return {k: record_of(v) for k, v in value.items() if not FOR_SCORING.fullmatch(k)}
    return value


def plan_of(slug: str) -> Plan:
    record = record_of(gold(slug))
    record["duties"] = [
        Duty(unit=d["unit"], duties=tuple(DutyText(text=words) for words in d["duties"]))
        for d in record["duties"]
    ]
    return Plan(source=Source(name=slug, sha256=""), text="", **record)


def units(plan: Plan) -> Iterator[Unit]:
    for task in plan.tasks:
        yield from (*task.leads, *task.partners)
    yield from (duty.unit for duty in plan.duties)
    yield from (citation.issuer for citation in plan.citations if citation.issuer)
    yield from (unit for unit in (plan.document.issuer, plan.document.parent) if unit)


def days_printed(slug: str) -> set[tuple[int, int]]:
    """Every (day, month) that the text prints, `31/3` or `31 tháng 3`."""
    pairs = re.findall(r"(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})(?!\d)", text(slug))
    return {(int(day), int(month)) for day, month in pairs}


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


@pytest.mark.parametrize("slug", SLUGS)
def test_gold_is_a_record(slug: str) -> None:
    plan = plan_of(slug)
    assert plan.contract == "1"
    assert set(gold(slug)) == {"contract", "document", *GROUPS}


def header_values(plan: Plan) -> Iterator[Value]:
    document = plan.document
    yield "subject", document.subject, 2
    yield "place", document.place, 0
    if document.signer:
        yield "signer", document.signer.name, 0
        yield "post", document.signer.title, 0
    for recipient in document.recipients:
        yield "recipient", recipient.name, 0
        yield "purpose", recipient.purpose, 0


def item_values(plan: Plan) -> Iterator[Value]:
    for campaign in plan.campaigns:
        yield "campaign", campaign.name, 0
        yield from (("mention", mention.as_written, 0) for mention in campaign.mentions)
    for duty in plan.duties:
        yield from (("duty", words.text, 0) for words in duty.duties)
    for target in plan.targets:
        yield "target", target.indicator, 2
        yield "population", target.population, 0
    yield from (("heading", heading.title, 0) for heading in plan.outline)
    yield from (("citation", citation.subject, 0) for citation in plan.citations)
    yield from (("phase", phase.label, 0) for phase in plan.phases)
    yield from (("task", task.action, 2) for task in plan.tasks)
    yield from (("anniversary", anniversary.name, 0) for anniversary in plan.anniversaries)


def unit_values(plan: Plan) -> Iterator[Value]:
    """Names without their place stand around it: `Văn phòng … UBND xã <place>`."""
    for unit in units(plan):
        yield "unit", unit.name, 1
        yield "area", unit.area, 0
        yield from (("member", member, 1) for member in unit.members)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_value_stands_in_the_text(slug: str) -> None:
    plan = plan_of(slug)
    values = (*header_values(plan), *item_values(plan), *unit_values(plan))
    lost = [
        f"{kind}: {value}"
        for kind, value, gaps in values
        if value and not located(value, slug, gaps)
    ]
    assert lost == []


def numbers_lost(plan: Plan, words: str) -> list[str]:
    """Document numbers whose characters, separators apart, do not stand in the text."""
    bare = re.sub(r"[\s/–-]", "", words)
    numbers = [plan.document.number, *(citation.number for citation in plan.citations)]
    return [n for n in numbers if n and re.sub(r"[/-]", "", n) not in bare]


def days_lost(plan: Plan, printed: set[tuple[int, int]]) -> list[str]:
    """Days of citations and of deadlines that are not printed (the day after: `trước ngày`)."""
    days = [(str(c.number), c.issued_on, c.issued_on) for c in plan.citations]
    days += [
        (task.action, task.time.end, task.time.end + dt.timedelta(days=1))
        for task in plan.tasks
        if task.time.precision == "day" and task.time.end and not task.time.assumed
    ]
    return [
        f"{what}: {day}"
        for what, day, other in days
        if day and other and not {(day.day, day.month), (other.day, other.month)} & printed
    ]


def figures_lost(plan: Plan, words: str) -> list[str]:
    """Targets whose figure is not printed; `không` stands for 0."""
    plain = re.sub(r"(?<=\d)\.(?=\d{3})", "", words)
    figures = [(t.indicator, f"{t.value:g}".replace(".", ",")) for t in plan.targets if t.value]
    return [f"{what}: {n}" for what, n in figures if not re.search(rf"(?<!\d)0?{n}(?!\d)", plain)]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_and_day_is_printed(slug: str) -> None:
    plan, words = plan_of(slug), text(slug)
    assert numbers_lost(plan, words) == []
    assert days_lost(plan, days_printed(slug)) == []
    assert figures_lost(plan, words) == []


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
