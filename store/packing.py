"""Records and texts as they lie in the database: JSON and UTF-8, pressed with zlib."""

import hashlib
import zlib

from pydantic_core import from_json

from schemas import Plan

_LEVEL = 6


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
    """The record whole again."""
    values = from_json(zlib.decompress(record))
    values["text"] = unpack_text(text)
    return Plan.model_validate(values)


def unpack_text(text: bytes) -> str:
    return zlib.decompress(text).decode("utf-8", "surrogatepass")
