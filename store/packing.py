"""Records and texts as they lie in the database: JSON and UTF-8, pressed with zlib."""

import hashlib
import zlib
from functools import lru_cache

from pydantic_core import from_json

from schemas import Plan

_LEVEL = 6
_HELD = 64  # records in memory, some 10 MB
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


def unpack(record: bytes, text: bytes) -> Plan:
    """The record whole again; those that were asked for last are held in memory, for a plan
    that stands above one stands above the next."""
    whole = _unpack if len(record) + len(text) > _LARGE else _unpack_small
    return whole(record, text)


def _unpack(record: bytes, text: bytes) -> Plan:
    values = from_json(zlib.decompress(record))
    values["text"] = unpack_text(text)
    return Plan.model_validate(values)


_unpack_small = lru_cache(maxsize=_HELD)(_unpack)


def unpack_text(text: bytes) -> str:
    return zlib.decompress(text).decode("utf-8", "surrogatepass")
