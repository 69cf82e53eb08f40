"""Media: what a file is, told by its content; the name only breaks ties."""

import re
from typing import Final

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT: Final = "application/vnd.oasis.opendocument.text"
DOC: Final = "application/msword"
RTF: Final = "application/rtf"
PDF: Final = "application/pdf"
ZIP: Final = "application/zip"
HTML: Final = "text/html"
EML: Final = "message/rfc822"
TEXT: Final = "text/plain"
OTHER: Final = "application/octet-stream"

_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"{\\rt", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


_HEADER: Final = re.compile(
    rb"^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|To|Subject|Date|Sender"
    rb"|Content-Type|Content-Transfer-Encoding|X-[A-Za-z0-9-]{1,60}|DKIM-Signature|Reply-To"
    rb"|Thread-Topic|Cc|ARC-Seal|Authentication-Results)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_START: Final = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]|From ")
_PAGE_START: Final = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)


def media_type(data: bytes) -> str:
    """The media type by the first bytes; `text/plain` where no other type shows itself.

    A PDF may have up to 1,024 bytes of anything before its mark.
    """
    for mark, media in _MAGIC:
        if data.startswith(mark):
            return _zipped(data) if media == ZIP else media
    if b"%PDF-" in data[:1024]:
        return PDF
    head = data[:4096]
    if _MAIL_START.match(head.lstrip()[:80]) and _is_mail(head):
        return EML
    if _PAGE_START.search(head.replace(b"\x00", b"")):
        return HTML
    return TEXT


def _is_mail(head: bytes) -> bool:
    """Three header lines and more, before the first empty line."""
    lines = head.replace(b"\r\n", b"\n").lstrip().split(b"\n\n")[0]
    return len(_HEADER.findall(lines)) >= 3


def _zipped(data: bytes) -> str:
    """A zip may be an office document, told by the names of its members in clear text."""
    if b"word/document" in data:
        return DOCX
    if data[30:38] == b"mimetype":
        return ODT if ODT.encode() in data[:256] else OTHER
    return OTHER if b"[Content_Types].xml" in data else ZIP
