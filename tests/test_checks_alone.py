"""What is found in a plan where it is read: the same findings as when all is looked for at once."""

from dataclasses import replace
from pathlib import Path

import pytest
from readings import needs_posix
from shared import ROOT
from stored import AT, plan

from checks import check, check_alone
from checks.alone import AloneFaults
from checks.register import RegisterError
from extract.files import read_plan
from extract.worker import Worker
from kehoach.intake import Found
from kehoach.looked import Looked
from kehoach.reader import Reader
from kehoach.readers import HowToRead, Readers, how_to_read
from kehoach.settings import load_settings
from store import open_store

SAMPLES = sorted((ROOT / "corpus" / "samples").glob("*/*.txt"))
OFFICE = "documents: []\nmovements: []\n"


def _handed_over(alone: AloneFaults) -> AloneFaults:
    return AloneFaults.model_validate_json(alone.model_dump_json())


@pytest.fixture(scope="module")
def plans():
    return [read_plan(path) for path in SAMPLES[:6]]


def _with_nothing_found(plans):
    """A plan in which something is found, and the claim that nothing is."""
    for one in plans:
        alone = check_alone(one, ())
        if any(alone.faults.values()):
            return one, alone.model_copy(update={"faults": dict.fromkeys(alone.faults, ())})
    raise AssertionError("no sample with a fault of its own")


def test_the_findings_are_those_of_a_whole_check(plans):
    assert len(plans) > 2
    for one in plans:
        alone = _handed_over(check_alone(one, ()))
        above = [other for other in plans if other is not one]
        assert check(one, above, alone=alone) == check(one, above)
        assert check(one, (), alone=alone) == check(one)
        assert len(alone.faults) > 40


def test_what_is_known_is_not_looked_for_again(plans):
    one, emptied = _with_nothing_found(plans)
    assert len(check(one, alone=emptied)) < len(check(one))


def test_a_rule_that_looks_above_is_asked_again():
    cited = plan(number="5/KH-UBND", issuer="Ủy ban nhân dân tỉnh|Bình Giang|province")
    citing = plan(number="9/KH-SYT", issuer="Sở Y tế|Bình Giang|province-department",
                  citations=[{"number": "5/KH-UBND", "role": "implements"}])  # fmt: skip
    alone = check_alone(citing, ())
    assert "C16" not in alone.faults
    assert "A03" in alone.faults
    assert check(citing, [cited], alone=alone) == check(citing, [cited])


def test_other_facts_or_another_day_make_it_worthless(plans, tmp_path):
    office = tmp_path / "so-tra-cuu.yaml"
    office.write_text(OFFICE, encoding="utf-8")
    one, emptied = _with_nothing_found(plans)
    assert check(one, alone=emptied, office=office) == check(one, office=office)
    day = one.document.issued_on
    assert check(one, alone=emptied, as_of=day) == check(one, as_of=day)
    theirs = check_alone(one, (OFFICE,))
    assert theirs.facts != emptied.facts
    assert check(one, alone=theirs, office=office) == check(one, office=office)


def _how(register: Path) -> HowToRead:
    return how_to_read(replace(load_settings(env={}), register=register))


def test_registers_of_no_use_are_said_by_the_check(tmp_path):
    with pytest.raises(RegisterError):
        check_alone(plan(), ("- 1",))
    (tmp_path / "x.yaml").write_text("- 1", encoding="utf-8")
    assert _how(tmp_path / "x.yaml").registers == ()
    assert _how(tmp_path / "không có.yaml").registers == ()


def test_registers_travel_as_texts(tmp_path):
    (tmp_path / "x.yaml").write_text(OFFICE, encoding="utf-8")
    assert _how(tmp_path / "x.yaml").registers[0] == OFFICE


def test_a_file_is_read_and_looked_at():
    with Readers(how_to_read(load_settings(env={}))) as readers:
        read = readers.read(Found(SAMPLES[0]))
    ((record, alone),) = read.documents()
    assert alone == check_alone(record, ())


def test_what_was_found_holds_while_the_record_is_what_was_read(plans, tmp_path):
    one, emptied = _with_nothing_found(plans)
    looked = Looked()
    looked.note(one, emptied)
    with open_store(tmp_path / "plans.db") as store:
        saved = store.save(one, one.text.encode(), path="x.txt", at=AT)
        assert looked.of(saved.plan) is emptied
        assert looked.of(store.plan(saved.document_id)) is emptied
        store.correct(saved.document_id, "document.subject", "Việc khác", who="a", why="b", at=AT)
        assert looked.of(store.plan(saved.document_id)) is None
    other = one.source.model_copy(update={"part": 2})
    assert looked.of(one.model_copy(update={"source": other})) is None
    looked.note(one, None)
    assert looked.of(one) is emptied


class Stuck(Reader):
    """A process that hands the records over and then dies."""

    program = (
        "import sys, os; sys.path.insert(0, sys.argv[1]); from extract.worker_main import main;"
        " main(lambda plans, office: os._exit(1))"
    )


class Odd(Reader):
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from extract.worker_main import main;"
        " main(lambda plans, office: {'kind': 'alone', 'alone': ['{}']})"
    )


@pytest.mark.parametrize("kind", [Stuck, Odd])
def test_records_outlive_a_look_that_fails(kind):
    data = SAMPLES[0].read_bytes()
    with kind() as reader, Worker() as plain:
        expected = plain.read(data, "x.txt")
        for _ in range(2):
            outcome, alone = reader.read_and_look(data, "x.txt", ())
            assert outcome == expected
            assert alone == (None,)


def test_trouble_is_told_as_ever():
    with Reader() as reader:
        outcome, alone = reader.read_and_look(b"\0\1\2", "x.bin", ())
        assert outcome.trouble
        assert alone == ()
        assert reader.read_and_look(SAMPLES[0].read_bytes(), "x.txt", ())[1] != (None,)


DIES = """
import sys, os, pathlib; sys.path.insert(0, sys.argv[1])
lives = pathlib.Path({lives!r})
count = len(lives.read_text()) if lives.exists() else 0
lives.write_text("x" * (count + 1))
import extract.worker_main as worker
if count < {times}:
    import extract.parse
    extract.parse.parse = lambda *a, **b: os.{death}
worker.main(lambda plans, office: {{"kind": "alone", "alone": []}})
"""


@needs_posix
@pytest.mark.parametrize(
    ("times", "refusal"), [(1, (None, None)), (2, ("crashed", "out-of-memory"))]
)
@pytest.mark.parametrize("killed", [False, True])
def test_a_file_whose_reader_died_is_tried_once_more(
    tmp_path, monkeypatch, times: int, refusal: tuple[str | None, str | None], killed: bool
) -> None:
    """Killed from outside, a good file is read; one that kills what reads it is refused."""
    lives = tmp_path / "lives"
    death = "kill(os.getpid(), 9)" if killed else "_exit(9)"
    program = DIES.format(lives=str(lives), times=times, death=death)
    monkeypatch.setattr(Reader, "program", program)
    with Readers(how_to_read(load_settings(env={}))) as readers:
        found = readers.read(Found(SAMPLES[0]))
    assert (found.trouble.reason if found.trouble else None) == refusal[killed]
    assert bool(found.plans) == (refusal[killed] is None)
    assert len(lives.read_text()) == 2
