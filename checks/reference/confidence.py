"""Confidence: how sure a row of the reference data is, and what may rest on it."""

from typing import Literal, TypeGuard

from schemas import Severity

Confidence = Literal["confirmed", "office", "document", "memory"]

_KNOWN = ("confirmed", "office", "document", "memory")


def is_confidence(cell: str) -> TypeGuard[Confidence]:
    """Whether a cell holds one of the words for confidence."""
    return cell in _KNOWN


def confidence_of(cell: str) -> Confidence:
    """The confidence that a cell names; an unknown word counts as `memory`."""
    return cell if is_confidence(cell) else "memory"


def supported(wanted: Severity, *confidences: Confidence) -> Severity:
    """`wanted`, lowered to `warn` where one of the rows is not sure enough for an `error`."""
    if wanted == "error" and any(c in ("document", "memory") for c in confidences):
        return "warn"
    return wanted
