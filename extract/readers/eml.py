"""Mail: its attachments are the documents; without any, what the mail itself says."""

import email
import email.policy
from collections.abc import Callable
from email.message import EmailMessage, MIMEPart
from typing import Final

from extract.readers.limits import Limits
from extract.readers.refusals import refuse
from extract.readers.zip import Member, ReadMember, read_members
from extract.reading import Reading

_INLINE: Final = ("image/", "text/calendar", "application/pgp", "application/pkcs7")


def read_eml(data: bytes, name: str, limits: Limits, read: ReadMember) -> tuple[Reading, ...]:
    """The documents of the mail; raises ReadError if not one of them can be read."""
    if limits.depth < 1:
        raise refuse("too-deep")
    message = _message(data)
    attached = _attached(message, name, limits)
    if attached:
        return read_members(attached, name, limits, read)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise refuse("nothing-in-it")
    return read_members([(name, _taker(body))], name, limits, read)


def attachments(data: bytes, name: str, limits: Limits) -> list[Member]:
    """The files that came with a mail; raises ReadError."""
    return _attached(_message(data), name, limits)


def _message(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _attached(message: EmailMessage, name: str, limits: Limits) -> list[Member]:
    parts = list(message.walk())
    if len(parts) > limits.members:
        raise refuse("too-many-members")
    return [
        (part.get_filename() or f"{name}-{at}", _taker(part))
        for at, part in enumerate(parts, start=1)
        if _is_attached(part)
    ]


def _is_attached(part: MIMEPart) -> bool:
    kind = part.get_content_type()
    if part.is_multipart() and kind != "message/rfc822":
        return False
    named = part.get_filename() is not None or part.get_content_disposition() == "attachment"
    return named and not (kind.startswith(_INLINE) and part.get("Content-ID") is not None)


def _taker(part: MIMEPart) -> Callable[[], bytes]:
    def take() -> bytes:
        if part.get_content_type() == "message/rfc822":
            return b"".join(bytes(inner) for inner in part.iter_parts())
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content:
            raise refuse("empty")
        if part.get_content_maintype() == "text" and part.get_content_charset():
            return _as_utf8(content, part.get_content_charset() or "utf-8")
        return content

    return take


def _as_utf8(content: bytes, charset: str) -> bytes:
    try:
        return content.decode(charset).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return content
