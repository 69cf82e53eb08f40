"""Chains through the whole way, text, record, store, findings, and what was found of the faults."""

import datetime as dt
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from chains.build import build
from chains.mutate import PLANTS, Mutant, mutant
from chains.spec import Chain
from chains.write import write

from checks import check
from extract.files import plans_of
from schemas import Finding, Plan
from schemas.keys import words_key
from store import Store, open_store

_AT = dt.datetime(2027, 12, 1, tzinfo=dt.UTC)
_SHM = Path("/dev/shm")  # a folder in memory: original files are synced to disk


@lru_cache(maxsize=8192)
def read(text: str, name: str) -> Plan:
    """The record of a text, worked out once."""
    return plans_of(text.encode(), name)[0]


def texts_of(chain: Chain) -> list[str]:
    """The plans of a chain, the highest first, then the others of its database."""
    sheets = chain.sheets
    above = [None, *(sheet.office.short for sheet in sheets)]
    return [
        *(write(sheet, upper) for sheet, upper in zip(sheets, above, strict=False)),
        *(write(sheet) for sheet in chain.others),
    ]


@contextmanager
def empty_store() -> Iterator[Store]:
    """A database for one chain."""
    with tempfile.TemporaryDirectory(dir=_SHM if _SHM.is_dir() else None) as folder:
        store = open_store(Path(folder) / "chain.db")
        try:
            yield store
        finally:
            store.close()


def put(store: Store, plan: Plan) -> Plan:
    """Store a record; gives it as the store knows it."""
    return store.save(plan, plan.text.encode(), path=plan.source.name, at=_AT).plan


def findings_of(texts: Sequence[str]) -> list[list[Finding]]:
    """What is found in each plan once all are in one database."""
    with empty_store() as store:
        plans = [put(store, read(text, f"ke-hoach-{i}.txt")) for i, text in enumerate(texts)]
        return [check(plan, store.neighbours(plan)) for plan in plans]


@dataclass
class Score:
    """What a run came to: hits and tries by rule, false alarms by rule and severity, misses."""

    chains: int = 0
    plans: int = 0
    tried: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    false: Counter[tuple[str, str]] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    aside: Counter[tuple[str, str]] = field(default_factory=Counter)

    def recall(self, rule: str) -> float:
        """The share of a rule's mutants that were found."""
        return self.hit[rule] / self.tried[rule] if self.tried[rule] else 0.0

    @property
    def errors(self) -> int:
        """False alarms of severity error on chains without a contradiction."""
        return sum(n for (severity, _), n in self.false.items() if severity == "error")


# Notes that say what is so, and no contradiction: what is not in the database yet.
_INFORMATION = {"C16"}


def measure(seeds: Sequence[int], mutants: int) -> Score:
    """Build the chains of the seeds; plant each rule's fault until it has so many mutants."""
    score = Score()
    for seed in seeds:
        chain = build(seed)
        clean = findings_of(texts_of(chain))
        score.chains += 1
        score.plans += len(clean)
        for place, findings in enumerate(clean):
            for finding in findings:
                if finding.rule not in _INFORMATION:
                    score.false[finding.severity, finding.rule] += 1
                    if finding.severity != "note":
                        score.said.append(_told(seed, place, finding))
        for rule in PLANTS:
            if score.tried[rule] < mutants * score.chains / len(seeds):
                planted = mutant(rule, chain, seed)
                if planted:
                    _try(score, seed, planted, clean)
    return score


def _told(seed: int, place: int, finding: Finding) -> str:
    sides = " | ".join(e.as_written[:110] for e in finding.evidence[:4])
    return f"{seed}.{place} {finding.severity} {finding.rule} {finding.message} [{sides}]"


def _try(score: Score, seed: int, planted: Mutant, clean: list[list[Finding]]) -> None:
    score.tried[planted.rule] += 1
    found = findings_of(texts_of(planted.chain))
    hit = False
    for place, findings in enumerate(found):
        before = {(f.rule, f.message) for f in clean[place]}
        for finding in findings:
            if (finding.rule, finding.message) in before:
                continue
            if finding.rule == planted.rule and place == planted.place:
                hit = hit or _quotes(finding, planted.words)
            elif finding.rule not in _INFORMATION and finding.severity != "note":
                score.aside[planted.rule, finding.rule] += 1
    score.hit[planted.rule] += hit
    if not hit:
        other = [(f.rule, f.message) for f in found[planted.place] if f.rule == planted.rule]
        score.missed.append(f"{seed}.{planted.place} {planted.rule} {planted.words!r} {other}")


def _quotes(finding: Finding, words: str) -> bool:
    key = words_key(words)
    return any(key in words_key(e.as_written) for e in finding.evidence)
