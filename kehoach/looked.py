"""Looked (đã xét): what was found in documents by themselves, for as long as they are the same.

A document is checked again when one comes that it may rest on; what it does wrong by itself
need not be looked for again then.
"""

from collections import OrderedDict

from checks import AloneFaults
from schemas import Plan

_KEPT = 128  # documents, some 20 MB


class Looked:
    """The last documents that were read, with what was found in each."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[str, int], tuple[Plan, AloneFaults]] = OrderedDict()

    def note(self, as_read: Plan, alone: AloneFaults | None) -> None:
        """Keep what was found in a document where it was read."""
        if alone is None:
            return
        self._found[as_read.source.sha256, as_read.source.part] = as_read, alone
        if len(self._found) > _KEPT:
            self._found.popitem(last=False)

    def of(self, stored: Plan) -> AloneFaults | None:
        """What was found in it, if its record is what was read: without hints and corrections,
        and but for its identity."""
        found = self._found.get((stored.source.sha256, stored.source.part))
        if found is None:
            return None
        as_read, alone = found
        source = as_read.source.model_copy(update={"document_id": stored.source.document_id})
        return alone if stored == as_read.model_copy(update={"source": source}) else None
