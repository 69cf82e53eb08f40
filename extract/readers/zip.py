"""Bundles: each document in a zip or a mail is read by itself, with the bundle named."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from extract.errors import NeedsOcr, ReadError
from extract.readers.limits import Limits
from extract.readers.package import Package
from extract.readers.refusals import refuse
from extract.reading import Reading
from schemas import ReadWarning

ReadMember = Callable[[bytes, str, Limits], tuple[Reading, ...]]
Member = tuple[str, Callable[[], bytes]]
"""A file in a bundle: its name as it is shown, and how to get its bytes."""

_BESIDE: Final = ("__MACOSX", "Thumbs.db", "desktop.ini", ".DS_Store")


def read_zip(data: bytes, name: str, limits: Limits, read: ReadMember) -> tuple[Reading, ...]:
    """The documents of the bundle; raises ReadError if not one of them can be read."""
    if limits.depth < 1:
        raise refuse("too-deep")
    return read_members(documents_in(data, limits), name, limits, read)


def documents_in(data: bytes, limits: Limits) -> list[Member]:
    """The files that may be documents, unpacked one by one; raises ReadError."""
    package = Package(data, limits)
    members = [member for member in package.names if _is_document(member)]
    if len(members) > limits.members:
        raise refuse("too-many-members")
    if not members:
        raise refuse("nothing-in-it")
    return [(_shown(each), _taker(package, each)) for each in members]


def _taker(package: Package, member: str) -> Callable[[], bytes]:
    return lambda: package.read(member)


def read_members(
    members: Iterable[Member],
    bundle: str,
    limits: Limits,
    read: ReadMember,
) -> tuple[Reading, ...]:
    """The readings of all members (name, and how to get its bytes), warnings of those that
    could not be read upon the first; raises the most telling trouble if none could."""
    found: list[Reading] = []
    warnings: list[ReadWarning] = []
    troubles: list[ReadError] = []
    inner = replace(limits, depth=limits.depth - 1)
    for name, take in members:
        try:
            found.extend(_named(read(take(), name, inner), name, bundle))
        except ReadError as trouble:
            if trouble.reason == "too-large":  # a bomb: the rest is not worth the risk
                raise
            troubles.append(trouble)
            warnings.append(
                ReadWarning(code="member-not-read", message=f"{name}: {trouble.message}")
            )
    if not found:
        waiting = [trouble for trouble in troubles if isinstance(trouble, NeedsOcr)]
        raise (waiting or troubles or [refuse("nothing-in-it")])[0]
    if warnings:
        found[0] = replace(found[0], warnings=(*found[0].warnings, *warnings))
    return tuple(found)


def _named(readings: Iterable[Reading], name: str, bundle: str) -> Iterator[Reading]:
    for reading in readings:
        inner = reading.container
        yield replace(
            reading,
            member=reading.member or name,
            container=f"{bundle}/{inner}" if inner else bundle,
        )


def _is_document(member: str) -> bool:
    path = PurePosixPath(member)
    return not (
        member.endswith("/")
        or path.name.startswith((".", "~$"))
        or any(part in _BESIDE for part in path.parts)
    )


def _shown(member: str) -> str:
    """The member's own name; old zip programs wrote UTF-8 and did not say so."""
    name = PurePosixPath(member).name
    try:
        return name.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name
