"""Aliases: an office's own names for its units, read from a data file without touching code.

The file is spaCy's EntityRuler pattern file (JSONL), which people already know:

    {"label": "UNIT", "pattern": "Tổ BDT", "id": "Tổ Bình dân học vụ số"}
    {"label": "UNIT", "pattern": [{"LOWER": "phòng"}, {"LOWER": "cmnv"}], "id": "Phòng …"}

`id` is the canonical name; without one the pattern's own words are. Token keys `TEXT`, `ORTH`
and `LOWER` are understood, and `OP` `?`; other labels than UNIT (or ORG) are left alone.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path


class AliasError(ValueError):
    """A line of the file is no pattern; `why` is a key of the catalogues of messages."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line, self.why = line, why


@dataclass(frozen=True, slots=True)
class Alias:
    """`pattern` matches the words as printed, `name` is what they stand for."""

    pattern: str
    name: str


@dataclass(frozen=True, slots=True)
class Aliases:
    """The aliases of one office, longest pattern first."""

    entries: tuple[Alias, ...] = ()
    regex: re.Pattern[str] | None = field(default=None, compare=False)

    def apply(self, words: str) -> str:
        """The words with every alias replaced by its canonical name."""
        if self.regex is None:
            return words
        names = [entry.name for entry in self.entries]
        return self.regex.sub(lambda m: names[(m.lastindex or 1) - 1], words)


NO_ALIASES = Aliases()


def aliases_of(entries: Sequence[Alias]) -> Aliases:
    """Aliases ready for use; a longer pattern goes before a shorter one."""
    ordered = tuple(sorted(entries, key=lambda e: -len(e.pattern)))
    if not ordered:
        return NO_ALIASES
    alternation = "|".join(f"({e.pattern})" for e in ordered)
    return Aliases(ordered, re.compile(rf"(?<!\w)(?:{alternation})(?!\w)"))


def load_aliases(path: Path) -> Aliases:
    """Read a pattern file; an empty one gives no aliases. Raises AliasError, OSError."""
    return read_aliases(path.read_text(encoding="utf-8-sig"))


@lru_cache(maxsize=4)
def read_aliases(text: str) -> Aliases:
    """The aliases of a pattern file's text. Raises AliasError."""
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            alias = _alias(line, number)
            if alias:
                entries.append(alias)
    return aliases_of(entries)


def _alias(line: str, number: int) -> Alias | None:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise AliasError(number, "it is not JSON") from error
    if not isinstance(entry, dict) or "pattern" not in entry:
        raise AliasError(number, "an object with a pattern is wanted")
    if str(entry.get("label", "UNIT")).upper() not in ("UNIT", "ORG"):
        return None
    pattern = entry["pattern"]
    if isinstance(pattern, str) and pattern.strip():
        words = r"\s+".join(re.escape(w) for w in pattern.split())
        return Alias(words, str(entry.get("id") or pattern))
    if isinstance(pattern, list) and pattern:
        tokens = [_token(token, number) for token in pattern]
        plain = " ".join(str(next(iter(t.values()))) for t in pattern)
        return Alias(r"\s*".join(tokens), str(entry.get("id") or plain))
    raise AliasError(number, "the pattern is empty or of an unknown kind")


def _token(token: object, number: int) -> str:
    if isinstance(token, dict):
        optional = "?" if token.get("OP") == "?" else ""
        for key in ("TEXT", "ORTH", "LOWER"):
            if isinstance(token.get(key), str):
                words = re.escape(token[key])
                return f"(?:{f'(?i:{words})' if key == 'LOWER' else words}){optional}"
    raise AliasError(number, "a token has none of TEXT, ORTH and LOWER")
