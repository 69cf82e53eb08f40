"""Records and texts as they lie in the database: JSON and UTF-8, pressed with zlib."""

import hashlib
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable

from pydantic_core import from_json

from schemas import Plan

_LEVEL = 6
_HELD = 256  # records in memory, some 40 MB
_LARGE = 32 << 10  # bytes of a pressed record that is not held

Packed = tuple[str, bytes, bytes]
"""Digest, record without its text, and text."""


def pack(plan: Plan) -> Packed:
    """Digest, record without its text, and text. The digest leaves the file out: a copy of
    another name or format with the same record is the same record. What is not known is left
    out, which halves the size; every field that may be empty is so by default."""
    body = plan.model_dump_json(exclude={"text", "source"}, exclude_none=True).encode()
    source = plan.source.model_dump_json(exclude_none=True).encode()
    record = b'{"source":' + source + b"," + body[1:]
    text = plan.text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(body + b"\n" + text).hexdigest()
    return digest, zlib.compress(record, _LEVEL), zlib.compress(text, _LEVEL)


def unpack(record: bytes, text: bytes, document_id: str) -> Plan:
    """The record whole again, as that document's; those that were asked for last are the same
    objects again: a plan that stands above one stands above the next, and what is worked out
    of it is remembered with it."""
    if len(record) + len(text) > _LARGE:
        return _unpack(record, text, document_id)
    return _held.get((record, text, document_id), lambda: _unpack(record, text, document_id))


def hold(packed: Packed, plan: Plan) -> None:
    """Keep a record in memory that was packed just now: the next may stand below it."""
    _, record, text = packed
    if len(record) + len(text) <= _LARGE:
        _held.put((record, text, plan.id), plan)


def named(plan: Plan, document_id: str) -> Plan:
    """The record with its identity in it."""
    source = plan.source.model_copy(update={"document_id": document_id})
    return plan.model_copy(update={"source": source})


def _unpack(record: bytes, text: bytes, document_id: str) -> Plan:
    values = from_json(zlib.decompress(record))
    values["source"]["document_id"] = document_id
    values["text"] = unpack_text(text)
    return Plan.model_validate(values)


class _Held:
    """The records that were asked for last; for several threads."""

    def __init__(self) -> None:
        self._plans: OrderedDict[tuple[bytes, bytes, str], Plan] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[bytes, bytes, str], make: Callable[[], Plan]) -> Plan:
        with self._lock:
            plan = self._plans.get(key)
            if plan is not None:
                self._plans.move_to_end(key)
                return plan
        plan = make()
        self.put(key, plan)
        return plan

    def put(self, key: tuple[bytes, bytes, str], plan: Plan) -> None:
        with self._lock:
            self._plans[key] = plan
            if len(self._plans) > _HELD:
                self._plans.popitem(last=False)


_held = _Held()


def unpack_text(text: bytes) -> str:
    return zlib.decompress(text).decode("utf-8", "surrogatepass")
