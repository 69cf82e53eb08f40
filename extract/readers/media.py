"""Media: what a file is, told by its content; the name only breaks ties."""

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


def media_type(data: bytes) -> str:
    """The media type by the first bytes; `text/plain` where no other type shows itself.

    A PDF may have up to 1,024 bytes of anything before its mark.
    """
    for mark, media in _MAGIC:
        if data.startswith(mark):
            return _zipped(data) if media == ZIP else media
    if b"%PDF-" in data[:1024]:
        return PDF
    return TEXT


def _zipped(data: bytes) -> str:
    """A zip may be an office document, told by the names of its members in clear text."""
    if b"word/document" in data:
        return DOCX
    if data[30:38] == b"mimetype" and ODT.encode() in data[:256]:
        return ODT
    return ZIP
