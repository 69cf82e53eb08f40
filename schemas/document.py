"""Document (văn bản): the header and footer fields of a plan."""

import datetime as dt
from typing import Literal

from pydantic import Field

from schemas.base import Box, Grounded, Noun, Span
from schemas.period import Period
from schemas.unit import Unit

Capacity = Literal["KT.", "TM.", "TL.", "TUQ.", "Q."]


class Signer(Noun):
    """Who signs: full name, chức vụ in sentence case, and the power they sign under."""

    name: str | None = None
    title: str | None = None
    capacity: Capacity | None = None


class Recipient(Grounded):
    """A line of `Nơi nhận`; the `Lưu:` line has purpose `lưu`."""

    name: str
    purpose: str | None = None


class Signature(Noun):
    """A digital signature; `valid` is `None` while unchecked, `at` carries its zone."""

    by: str | None = None
    at: dt.datetime | None = None
    valid: bool | None = None
    reason: str | None = None
    span: Span | None = None


class Document(Noun):
    """Header and footer. Fields taken from elsewhere are named in `assumed`.

    `spans` maps each field that was read to its place in the text, `boxes` to its places on
    the pages, for formats that have geometry.
    """

    kind: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: Unit | None = None
    parent: Unit | None = None
    place: str | None = None
    issued_on: dt.date | None = None
    subject: str | None = None
    period: Period | None = None
    signer: Signer | None = None
    recipients: tuple[Recipient, ...] = ()
    signatures: tuple[Signature, ...] = ()
    assumed: tuple[str, ...] = ()
    spans: dict[str, Span] = Field(default_factory=dict)
    boxes: dict[str, tuple[Box, ...]] = Field(default_factory=dict)
