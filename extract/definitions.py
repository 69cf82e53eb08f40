"""Definitions: abbreviations that a document explains itself, `An toàn giao thông (ATGT)`.

What stands before the bracket is taken as the full form only if the letters of the
abbreviation are the beginnings of its words, so that no bracket is mistaken for one.
"""

import re

from extract.units.aliases import Alias, Aliases, aliases_of

_BRACKETED = re.compile(
    r"\((?:(?:sau đây\s)?(?:gọi|viết) (?:tắt )?là:?\s?)?"
    r"[“\"]?(?P<short>[A-ZĐ][A-ZĐa-z&-]{1,14})[”\"]?\)"
)
_BREAK = re.compile(r"[\n().,;:“”\"]")
_LONGEST = 90  # characters of a full form
_SMALL = frozenset(("và", "của", "-", "–", "các", "về"))
_CAPITALS = re.compile(r"[A-ZĐ][a-z]?")
_MOST = 40  # definitions of one document


def definitions_in(text: str) -> tuple[Alias, ...]:
    """The abbreviations that a flat text defines in brackets, in order, each once."""
    found: dict[str, Alias] = {}
    for match in _BRACKETED.finditer(text):
        short = match["short"]
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        name = _full_form(_BREAK.split(before)[-1], short)
        if name and short not in found:
            found[short] = Alias(rf"{re.escape(short)}(?![\w/])", name)
            if len(found) >= _MOST:
                break
    return tuple(found.values())


def with_definitions(text: str, aliases: Aliases) -> Aliases:
    """The office's aliases and those of the document; the office's own go first."""
    known = {entry.pattern for entry in aliases.entries}
    defined = [d for d in definitions_in(text) if d.pattern not in known]
    return aliases_of([*aliases.entries, *defined]) if defined else aliases


def _full_form(words: str, short: str) -> str | None:
    """The shortest tail of the words whose beginnings spell the abbreviation."""
    parts = words.split()
    letters = _CAPITALS.findall(short)
    for start in range(len(parts) - 1, -1, -1):
        tail = [w for w in parts[start:] if w.casefold() not in _SMALL]
        if len(tail) > len(letters):
            return None
        if len(tail) == len(letters) and _spells(tail, letters):
            return " ".join(parts[start:]) if parts[start][0].isupper() else None
    return None


def _spells(words: list[str], letters: list[str]) -> bool:
    return all(w.casefold().startswith(c.casefold()) for w, c in zip(words, letters, strict=True))
