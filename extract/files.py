"""Files: the documents of one file, read in this process and without limits on time.

`extract.worker` does the same in a process of its own that can be stopped.
"""

import hashlib
from pathlib import Path

from extract.parse import parse
from extract.readers import Limits, Notify, Tools, read_bytes
from extract.readers.fetch import fetch
from extract.reading import Reading
from extract.units import NO_ALIASES, Aliases
from schemas import Plan, Source


def read_plans(
    path: Path, *, limits: Limits | None = None, tools: Tools | None = None
) -> tuple[Plan, ...]:
    """The record of every document of a file, in order. Raises `extract.errors.ReadError`."""
    limits = limits or Limits()
    return plans_of(fetch(path, limits), path.name, limits=limits, tools=tools)


def read_plan(path: Path) -> Plan:
    """The record of a file's first document. Raises `extract.errors.ReadError`."""
    return read_plans(path)[0]


def plans_of(
    data: bytes,
    name: str,
    *,
    limits: Limits | None = None,
    tools: Tools | None = None,
    notify: Notify | None = None,
    aliases: Aliases = NO_ALIASES,
) -> tuple[Plan, ...]:
    """As `read_plans`, for bytes that are at hand; `notify` hears of pages that go to OCR."""
    readings = read_bytes(data, name, limits=limits, tools=tools, notify=notify)
    sha256 = hashlib.sha256(data).hexdigest()
    return tuple(
        parse(reading, _source(reading, name, sha256, part), aliases)
        for part, reading in enumerate(readings, start=1)
    )


def _source(reading: Reading, name: str, sha256: str, part: int) -> Source:
    """A member of a bundle is known by its own name, with the bundle as its container."""
    return Source(
        name=reading.member or name,
        sha256=sha256,
        media_type=reading.media_type,
        pages=len(reading.pages) or None,
        read_by=reading.read_by,
        warnings=reading.warnings,
        container=reading.container,
        part=part,
    )
