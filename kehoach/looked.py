"""Looked (đã xét): what was found in documents by themselves, for as long as they are the same.

A document is checked again when one comes that it may rest on; what it does wrong by itself
need not be looked for again then.
"""

import hashlib
from collections import OrderedDict

from checks import AloneFaults
from schemas import Plan

_KEPT = 4096  # documents, some 10 MB


class Looked:
    """What was found in the last documents that were read, by the digests of their records."""

    def __init__(self) -> None:
        self._found: OrderedDict[bytes, AloneFaults] = OrderedDict()

    def note(self, as_read: Plan, alone: AloneFaults | None) -> None:
        """Keep what was found in a document where it was read."""
        if alone is None:
            return
        self._found[_digest(as_read)] = alone
        if len(self._found) > _KEPT:
            self._found.popitem(last=False)

    def of(self, stored: Plan) -> AloneFaults | None:
        """What was found in it, if its record is what was read: without hints and corrections,
        and but for its identity."""
        return self._found.get(_digest(stored))


def _digest(plan: Plan) -> bytes:
    """Of the record and its file, without the identity that the database gave it."""
    body = plan.model_dump_json(exclude={"source": {"document_id"}})
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).digest()
