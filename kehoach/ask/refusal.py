"""A question that is not understood: why, and what could be asked instead."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "empty",
    "too-long",
    "unknown-words",
    "unknown-document",
    "several-documents",
    "no-such-day",
    "several-times",
    "no-topic",
    "not-narrowed-so",
    "not-answered-here",
]


@dataclass(frozen=True)
class Refusal:
    """`message` is translated; `suggestions` are questions or commands that are understood."""

    reason: Reason
    message: str
    suggestions: tuple[str, ...] = ()


class Refused(Exception):
    """Stops the understanding of a question."""

    def __init__(self, reason: Reason, message: str, *suggestions: str) -> None:
        super().__init__(message)
        self.refusal = Refusal(reason, message, tuple(suggestions))
