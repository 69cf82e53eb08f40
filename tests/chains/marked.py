"""Chains by hand in which every fault is marked beside the sound words: a chain and its twin.

`⟦A08#80%|88%⟧` in a plan stands for `88%` in the sound twin, and for `80%` where that fault of
A08 is planted; the finding must quote the wrong words, or those behind `@`: `⟦A10@pump#|- Mend
the pump.⟧`. `?` behind the rule marks what is known to be missed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chains.measure import findings_of

from schemas import Finding
from schemas.keys import words_key

FOLDER = Path(__file__).with_name("marked")
_MARK = re.compile(r"⟦(?P<rule>[A-Z]\d\d)(?P<missed>\??)(?:@(?P<words>[^#⟧]*))?"
                   r"#(?P<wrong>[^|⟧]*)\|(?P<right>[^⟧]*)⟧")  # fmt: skip


@dataclass(frozen=True)
class Marked:
    """One fault: the `place`th mark of its chain, in the document `document` of it."""

    chain: str
    place: int
    document: int
    rule: str
    words: str
    missed: bool


def chains() -> list[str]:
    """The names of all chains."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@cache
def _sources(chain: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((FOLDER / chain).glob("*.txt"))]


def faults() -> Iterator[Marked]:
    """Every mark of every chain."""
    for chain in chains():
        place = 0
        for document, text in enumerate(_sources(chain)):
            for m in _MARK.finditer(text):
                words = m["wrong"] if m["words"] is None else m["words"]
                yield Marked(chain, place, document, m["rule"], words, bool(m["missed"]))
                place += 1


@cache
def findings(chain: str, planted: int | None = None) -> list[list[Finding]]:
    """What is found in each document of the sound twin, or with one fault planted."""
    count = iter(range(1000))

    def worded(m: re.Match[str]) -> str:
        return m["wrong"] if next(count) == planted else m["right"]

    return findings_of([_MARK.sub(worded, text) for text in _sources(chain)])


def is_found(fault: Marked) -> bool:
    """Whether a finding that the sound twin has not quotes the fault's words."""
    key = words_key(fault.words)
    sound = {(f.rule, f.message) for f in findings(fault.chain)[fault.document]}
    return any(
        f.rule == fault.rule
        and (f.rule, f.message) not in sound
        and any(key in words_key(e.as_written) for e in f.evidence)
        for f in findings(fault.chain, fault.place)[fault.document]
    )
