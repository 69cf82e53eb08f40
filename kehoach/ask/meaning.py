"""What a question means: a kind of rows and what narrows them."""

import shlex
from dataclasses import dataclass
from typing import Literal

from schemas import Level, Severity, Status
from store.spans import Days

Kind = Literal["deadlines", "documents", "findings", "citations", "search"]
By = Literal["unit", "document"]
Role = Literal["lead", "partner"]


@dataclass(frozen=True)
class When:
    """Days, and the options of the command line that stand for them."""

    days: Days
    options: tuple[str, ...]


@dataclass(frozen=True)
class Cited:
    """A document that others cite or do not: its number, and its id where it is stored."""

    words: str
    document: str | None
    missing: bool  # those are asked for that do not cite it
    lower: bool  # only plans of a lower level


@dataclass(frozen=True)
class Meaning:
    """A question understood. `by` groups deadlines by unit or plan; `counted` asks for the
    number alone; `document` is `(words, id)`; `unit` words that name at least one unit."""

    kind: Kind
    when: When | None = None
    unit: str | None = None
    role: Role | None = None
    document: tuple[str, str] | None = None
    level: Level | None = None
    issuer: str | None = None
    rule: str | None = None
    severity: Severity | None = None
    status: Status | None = None
    cited: Cited | None = None
    words: str | None = None
    by: By | None = None
    counted: bool = False
    overdue: bool = False

    @property
    def command(self) -> str:
        """The command line that gives the same rows."""
        return "kehoach " + " ".join(shlex.quote(word) for word in self._words())

    def _words(self) -> list[str]:
        if self.kind == "search":
            return ["search", self.words or ""]
        if self.kind == "citations":
            return ["show", self.document[0] if self.document else ""]
        if self.kind == "findings":
            return ["check", *self._findings()]
        if self.kind == "documents":
            return ["documents", *self._documents()]
        return ["deadlines", *self._deadlines()]

    def _deadlines(self) -> list[str]:
        return [
            *(self.when.options if self.when else ()),
            *_option("--unit", self.unit),
            *_option("--role", self.role),
            *_option("--document", self.document[0] if self.document else None),
            *_option("--level", self.level),
        ]

    def _documents(self) -> list[str]:
        cited = self.cited
        return [
            *(self.when.options if self.when else ()),
            *_option("--issuer", self.issuer),
            *_option("--level", self.level),
            *(_citing(cited) if cited else ()),
        ]

    def _findings(self) -> list[str]:
        return [
            *_option("--rule", self.rule),
            *_option("--severity", self.severity),
            *_option("--document", self.document[0] if self.document else None),
            *_option("--status", self.status),
        ]


def _citing(cited: Cited) -> tuple[str, ...]:
    name = "--not-citing" if cited.missing else "--citing"
    return (name, cited.words, "--lower") if cited.lower else (name, cited.words)


def _option(name: str, value: str | None) -> tuple[str, ...]:
    return (name, value) if value else ()
