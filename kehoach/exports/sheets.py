"""The kinds that can be exported, and the sheet of each."""

from collections.abc import Callable
from typing import Literal, get_args

from kehoach.exports.asked import Asked
from kehoach.exports.citations import citations_sheet
from kehoach.exports.deadlines import deadlines_sheet
from kehoach.exports.documents import documents_sheet
from kehoach.exports.findings import findings_sheet
from kehoach.exports.sheet import Sheet

Kind = Literal["deadlines", "findings", "citations", "documents"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_MAKERS: dict[Kind, Callable[[Asked], Sheet]] = {
    "deadlines": deadlines_sheet,
    "findings": findings_sheet,
    "citations": citations_sheet,
    "documents": documents_sheet,
}


def sheet_of(kind: Kind, asked: Asked) -> Sheet:
    """The sheet of one kind, its titles in the language spoken."""
    return _MAKERS[kind](asked)
