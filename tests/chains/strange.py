"""Chains that were written by hand before anything was run on them, and what is wrong in them.

About half of the folders of `strangers` hold plans without a contradiction between them. A fault is
found where a finding of its rule on its document quotes its words.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from chains.measure import findings_of
from chains.mutate import PLANTS

from schemas import Finding
from schemas.keys import words_key

FOLDER = Path(__file__).with_name("strangers")


@dataclass(frozen=True)
class Fault:
    """A line of `expected.tsv`; `found` is `no` for what is known to be missed."""

    document: str
    rule: str
    words: str
    why: str
    found: str


def faults() -> list[Fault]:
    """What the list says."""
    with (FOLDER / "expected.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Fault(**row) for row in rows]


def read_all() -> dict[str, list[Finding]]:
    """The findings of every document, each chain in a database of its own."""
    found: dict[str, list[Finding]] = {}
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        names = sorted(folder.glob("*.txt"))
        findings = findings_of([name.read_text("utf-8") for name in names])
        for name, each in zip(names, findings, strict=True):
            found[f"{folder.name}/{name.name}"] = each
    return found


def is_found(fault: Fault, findings: dict[str, list[Finding]]) -> bool:
    """Whether one of its document's findings is this fault."""
    key = words_key(fault.words)
    return any(
        f.rule == fault.rule and any(key in words_key(e.as_written) for e in f.evidence)
        for f in findings[fault.document]
    )


def alarms(findings: dict[str, list[Finding]]) -> list[tuple[str, Finding]]:
    """Errors and warnings of the rules that compare plans which no line of the list explains."""
    listed = {(fault.document, fault.rule) for fault in faults()}
    return [
        (document, finding)
        for document, each in findings.items()
        for finding in each
        if finding.severity != "note"
        and finding.rule in PLANTS
        and (document, finding.rule) not in listed
    ]
