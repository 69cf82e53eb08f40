"""A corrected document as a gold record: what a person set is what is scored against."""

import json

import pytest
import score
from shared import ROOT

SAMPLE = ROOT / "corpus/samples/duoi-nuoc-4-pgddt-thanh-lam/duoi-nuoc-4-pgddt-thanh-lam.txt"


@pytest.fixture(scope="module")
def db(kehoach_process, tmp_path_factory):
    path = tmp_path_factory.mktemp("gold") / "gold.db"
    kehoach_process("ingest", SAMPLE, "--db", path)
    return path


def test_gold_holds_corrections_and_no_places(kehoach, db, tmp_path):
    as_read = json.loads(kehoach("extract", SAMPLE).stdout)
    untouched = json.loads(kehoach("gold", "96/KH-PGDĐT", "--db", db).stdout)
    assert "text" not in untouched
    assert "span" not in json.dumps(untouched)
    assert all(isinstance(text, str) for duty in untouched["duties"] for text in duty["duties"])
    counts = score.score(untouched, as_read).counts
    assert counts["tasks"][0] == len(as_read["tasks"]) > 0
    assert all((extra, missed) == (0, 0) for _hits, extra, missed in counts.values())
    kehoach("correct", "96/KH-PGDĐT", "document.subject", "Dạy bơi", "--db", db)
    out = kehoach("gold", "96/KH-PGDĐT", "--db", db, "--to", tmp_path)
    assert out.returncode == 0, out.stderr
    home = tmp_path / SAMPLE.stem
    gold = json.loads((home / f"{SAMPLE.stem}.gold.json").read_text("utf-8"))
    assert gold["document"]["subject"] == "Dạy bơi"
    assert (home / SAMPLE.name).read_bytes() == SAMPLE.read_bytes()
    again = kehoach("gold", "96/KH-PGDĐT", "--db", db, "--to", tmp_path)
    assert again.returncode == 2
