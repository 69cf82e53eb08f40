"""Where the words of a gold value stand in its sample, abbreviations written out."""

import re
from functools import cache
from pathlib import Path

import collect_gold
import yaml

from schemas.keys import words_key

CASES = Path(__file__).parent / "cases" / "samples"
SHORT: dict[str, str] = yaml.safe_load((CASES / "abbreviations.yaml").read_text("utf-8"))
LONE_NUMBER = re.compile(r"^\f?\s*\d{1,3}\s*$", re.MULTILINE)


@cache
def text(slug: str) -> str:
    return collect_gold.text_of(collect_gold.SAMPLES / slug)


def written_out(words: str) -> list[str]:
    """Folded tokens, `UBND` as the four words it stands for."""
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


def located(value: str, slug: str, gaps: int = 0) -> bool:
    """Whether the value's words stand in the sample in order, with at most `gaps` breaks."""
    want = written_out(value)
    return any(
        follows(want, have, at, gaps)
        for have in tokens(slug)
        for at, token in enumerate(have)
        if token == want[0]
    )
