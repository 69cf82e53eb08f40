"""Looked (đã xét): what was found in documents by themselves, for as long as they are the same.

A document is checked again when one comes that it may rest on; what it does wrong by itself
need not be looked for again then.
"""

import hashlib
from collections import OrderedDict

from checks import AloneFaults
from schemas import Plan

_KEPT = 4096  # documents

Known = tuple[bytes, AloneFaults]
"""What was found in a document, with the digest of the record that it was found in."""


class Looked:
    """What was found in the last documents that were read, by the digests of their records."""

    def __init__(self, known: Known | None = None) -> None:
        self._found: OrderedDict[bytes, AloneFaults] = OrderedDict([known] if known else [])
        self._digests: OrderedDict[str, bytes] = OrderedDict()  # of stored documents asked for

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
        digest = _digest(stored)
        found = self._found.get(digest)
        if found:
            self._digests[stored.id] = digest
            if len(self._digests) > _KEPT:
                self._digests.popitem(last=False)
        return found

    def last_of(self, document_id: str) -> Known | None:
        """What was found in a document that was asked for before, for another process."""
        digest = self._digests.get(document_id)
        found = self._found.get(digest) if digest else None
        return (digest, found) if digest and found else None


def _digest(plan: Plan) -> bytes:
    """Of the record and its file, without the identity that the database gave it."""
    body = plan.model_dump_json(exclude={"source": {"document_id"}})
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).digest()
