"""What stops the reading of a file: a closed list of reasons, each with advice.

What a document does wrong is never an exception; these are for files that cannot be read.
"""

from typing import Literal, get_args

Reason = Literal[
    "empty",  # 0 bytes, or no text and no image at all
    "vanished",  # gone between listing and reading
    "no-permission",  # the system refused to open it
    "not-a-file",  # a folder, a socket, a device
    "too-large",  # over the limit of bytes, pages, members or expansion
    "too-long",  # over the limit of time
    "out-of-memory",  # over the limit of memory
    "unknown-type",  # content of no type that we read
    "damaged",  # of a known type, but broken
    "encrypted",  # asks for a password
    "noise",  # text, but no writing that could be Vietnamese
    "no-ocr",  # an image, and no tesseract: status needs-ocr
    "no-office",  # .doc, .rtf, .odt, and no LibreOffice
    "crashed",  # the worker died
]

REASONS: tuple[str, ...] = get_args(Reason)


class ReadError(Exception):
    """A file could not be read; `message` says what and why, `advice` what to do.

    Both are message keys in English; the front door translates them.
    """

    def __init__(self, reason: Reason, message: str, advice: str) -> None:
        super().__init__(message)
        self.reason: Reason = reason
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str, str]]:
        return type(self), (self.reason, self.message, self.advice)


class Unreadable(ReadError):
    """The file cannot be read as it is."""


class NeedsOcr(ReadError):
    """The file holds images of text, and no OCR engine is installed."""
