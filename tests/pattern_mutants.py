"""Changed patterns that no test's words notice: `make pattern-mutants`.

Mutation testing of programs leaves regular expressions alone, and the finders consist of them.
Here every pattern of `extract` is watched while the finders' tests run, and the words that it
was asked about are kept. Then each pattern is changed in one place (an alternative left out, a
look-around left out, what is optional made obligatory) and asked about the same words again. A
change after which every answer is the same was noticed by no test: its alternative is untested,
or says what another one says already.

This is weak mutation: an answer that changes is taken as noticed, although the test may not look
at it. It takes a minute instead of a day, and errs on the tests' side only.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parents[1]
SHORT = 400  # characters; longer texts are whole documents
CALLS = 6000  # kept for each pattern, of short texts
DOCUMENTS = 150  # kept for each pattern, of long ones
FILES = (  # `*` for any
    "anniversaries campaigns citations definitions flow foot head issuer misread numbers outline"
    " patterns_documents phases readers_encodings sample_gold samples subjects targets task_tables"
    " tasks times times_cells times_forms times_prose units words_*"
)
_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_compile = re._compile  # type: ignore[attr-defined]

Call = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Mutant:
    """A pattern changed in one place; `lost` is what was left out or made obligatory."""

    pattern: str
    lost: str
    kind: str


class Watched:
    """A pattern that remembers what it was asked about."""

    every: dict[tuple[str, int], "Watched"] = {}  # noqa: RUF012 - one for the run

    def __init__(self, compiled: re.Pattern[str], place: str) -> None:
        self.compiled, self.place = compiled, place
        self.calls: dict[Call, None] = {}
        self.documents = 0

    def __getattr__(self, name: str) -> Any:
        there = getattr(self.compiled, name)
        if name not in _ASKED:
            return there

        def asked(*arguments: Any, **named: Any) -> Any:
            self._keep(name, arguments)
            return there(*arguments, **named)

        return asked

    def _keep(self, name: str, arguments: tuple[Any, ...]) -> None:
        text = arguments[1 if name in {"sub", "subn"} else 0]
        if len(text) > SHORT:
            if self.documents < DOCUMENTS and (name, arguments) not in self.calls:
                self.documents += 1
                self.calls[name, arguments] = None
        elif len(self.calls) < CALLS:
            self.calls[name, arguments] = None


def watch() -> None:
    """From now on every pattern that `extract` compiles is watched."""
    re._compile = _watched  # type: ignore[attr-defined]


def _watched(pattern: Any, flags: int) -> Any:
    if isinstance(pattern, Watched):
        return pattern
    frame: FrameType | None = sys._getframe(2)
    module = frame.f_globals.get("__name__", "") if frame else ""
    compiled = _compile(pattern, flags)
    if not module.startswith("extract.") or not isinstance(compiled.pattern, str):
        return compiled
    key = (compiled.pattern, compiled.flags)
    if key not in Watched.every:
        assert frame is not None
        Watched.every[key] = Watched(compiled, f"{module}:{frame.f_lineno}")
    return Watched.every[key]


def mutants_of(pattern: str) -> Iterator[Mutant]:
    """Each change in one place of a pattern that still compiles."""
    for begin, end, kind in _places(pattern):
        lost = pattern[begin:end]
        rest = pattern[:begin] + pattern[end:]
        yield Mutant(rest, lost, kind)


def _places(pattern: str) -> Iterator[tuple[int, int, str]]:
    """Spans to leave out: alternatives with one of their bars, look-arounds, optional marks."""
    groups: list[tuple[int, list[int]]] = [(-1, [])]  # the bracket, the bars in it
    for place, mark in _marks(pattern):
        if mark == "(":
            groups.append((place, []))
        elif mark == "|":
            groups[-1][1].append(place)
        elif mark == ")":
            opened, bars = groups.pop()
            yield from _alternatives(_inside(pattern, opened), bars, place)
            if pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), opened):
                yield opened, place + 1, "look-around"
        elif mark == "?" and pattern[place - 1] not in "*+?}":
            yield place, place + 1, "optional"
    yield from _alternatives(0, groups[0][1], len(pattern))


def _inside(pattern: str, opened: int) -> int:
    head = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[a-zA-Z-]*:|>))?").match(pattern, opened)
    return head.end() if head else opened + 1


def _alternatives(begin: int, bars: list[int], end: int) -> Iterator[tuple[int, int, str]]:
    if not bars:
        return
    yield begin, bars[0] + 1, "alternative"
    for bar, following in zip(bars, [*bars[1:], end], strict=True):
        yield bar, following, "alternative"


def _marks(pattern: str) -> Iterator[tuple[int, str]]:
    """The brackets, bars and question marks that mean something, and where they stand."""
    place, set_open = 0, False
    while place < len(pattern):
        mark = pattern[place]
        if mark == "\\":
            place += 1
        elif set_open:
            set_open = mark != "]"
        elif mark == "[":
            set_open = True
            place += 2 if pattern.startswith("[^]", place) else pattern.startswith("[]", place)
        elif mark in "()|" or (mark == "?" and pattern[place - 1] != "("):
            yield place, mark
        place += 1


def unnoticed(watched: Watched, known: Iterable[Mutant]) -> Iterator[Mutant]:
    """The changes of a pattern, but those known, after which it gives all its answers as before."""
    flags = watched.compiled.flags & ~re.UNICODE
    answers = [(call, _answer(watched.compiled, call)) for call in watched.calls]
    answers.sort(key=lambda one: not one[1])  # where something was found, more changes
    done = {(one.kind, one.lost) for one in known}
    for mutant in mutants_of(watched.compiled.pattern):
        if (mutant.kind, mutant.lost) in done:
            continue
        try:
            changed = _compile(mutant.pattern, flags)
        except re.error:
            continue  # a group that a back reference names, a look-behind without a width
        literal = _literal(mutant)
        asked = (one for one in answers if literal in _text(one[0]).casefold())
        if all(_answer(changed, call) == answer for call, answer in asked):
            yield mutant


def _literal(mutant: Mutant) -> str:
    """What a text must contain for the change to show: the words of a plain alternative."""
    words = mutant.lost.strip("|")
    plain = mutant.kind == "alternative" and not re.search(r"[\\()\[\].?*+{}^$|]", words)
    return words.casefold() if plain else ""


def _text(call: Call) -> str:
    name, arguments = call
    return str(arguments[1 if name in {"sub", "subn"} else 0])


def _answer(pattern: re.Pattern[str], call: Call) -> Any:
    name, arguments = call
    try:
        found = getattr(pattern, name)(*arguments)
        if name == "finditer":
            return [match.regs for match in found]
        if isinstance(found, re.Match):
            return found.regs
    except (re.error, IndexError, TypeError):  # the change took a group away
        return "fault"
    return found


def main() -> None:
    """Run the finders' tests, change the patterns, print what nobody noticed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("module", nargs="?", default="extract.", help="as extract.citations")
    arguments = parser.parse_args()
    sys.path[:0] = [str(ROOT)]
    watch()
    import pytest

    tests = ROOT / "tests"
    files = [str(p) for name in FILES.split() for p in sorted(tests.glob(f"test_{name}.py"))]
    code = pytest.main([*files, "-q", "-p", "no:cacheprovider", "-p", "no:xdist"])
    if code:
        print("Some tests fail before anything is changed.", file=sys.stderr)
    report(arguments.module)


def report(below: str) -> None:
    """Print every unnoticed change of the modules below, and how many there were in all.

    A list of words that a module puts into several patterns counts once: a change of it that is
    noticed in one of them is noticed.
    """
    modules: dict[str, list[Watched]] = defaultdict(list)
    for watched in Watched.every.values():
        if watched.place.startswith(below):
            modules[watched.place.partition(":")[0]].append(watched)
    totals: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for module, several in sorted(modules.items()):
        every = {(m.kind, m.lost): m for w in several for m in mutants_of(w.compiled.pattern)}
        left = dict(every)
        for watched in several:
            noticed = [m for key, m in every.items() if key not in left]
            survivors = {(m.kind, m.lost) for m in unnoticed(watched, noticed)}
            here = {(m.kind, m.lost) for m in mutants_of(watched.compiled.pattern)}
            left = {key: m for key, m in left.items() if key not in here or key in survivors}
        totals.update(kind for kind, _ in every)
        lost.update(kind for kind, _ in left)
        for kind, words in left:
            print(f"{module} {kind}: {words[:90]!r}")
    for kind, count in totals.items():
        print(f"{kind}: {count} changes, {lost[kind]} unnoticed")


if __name__ == "__main__":
    main()
