"""Baseline: findings that were there before, told apart from new ones.

It is what `kehoach check --json` printed at some time. A stored finding is known by its id; in
drafts, whose bytes change with every edit, one of the same rule on the same words of a file of
the same name is the same.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from kehoach.errors import BadRequest
from kehoach.i18n import _
from schemas import Evidence, Finding
from schemas.keys import words_key

Mark = tuple[str, ...]


def read_baseline(path: Path) -> frozenset[Mark]:
    """The marks of a baseline's findings; `BadRequest` for a file that is none."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(rows, list):
            raise TypeError("a list of findings")
        found = [Finding.model_validate(row) for row in rows]
    except (OSError, ValueError, TypeError, ValidationError) as error:
        raise BadRequest(
            _("{path} holds no findings.").format(path=path),
            _("Write it with: kehoach check --json > {path}").format(path=path.name),
        ) from error
    return frozenset(mark for one in found for mark in _marks(one))


def new_since(findings: Sequence[Finding], known: frozenset[Mark]) -> list[Finding]:
    """Those that the baseline does not have, in their order."""
    return [one for one in findings if known.isdisjoint(_marks(one))]


def _marks(finding: Finding) -> tuple[Mark, Mark]:
    own = finding.evidence[0] if finding.evidence else Evidence()
    words = words_key(own.as_written)
    return ("id", finding.id), ("words", finding.rule, finding.document.name, words)
