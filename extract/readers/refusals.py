"""Refusals: every sentence that a reader may refuse a file with.

Sentences are message keys in English, without figures or names put in, so that each has one
translation; the front door adds the file's name.
"""

from typing import Final

from extract.errors import NeedsOcr, Reason, Unreadable

REFUSALS: Final[dict[str, tuple[Reason, str, str]]] = {
    "empty": (
        "empty",
        "The file is empty.",
        "Ask the sender for the file again.",
    ),
    "nothing-in-it": (
        "empty",
        "The file holds no text and no picture of text.",
        "Open the file and look whether it is the right one.",
    ),
    "vanished": (
        "vanished",
        "The file is no longer there.",
        "Look whether it was moved or renamed, then try again.",
    ),
    "no-permission": (
        "no-permission",
        "The system does not allow this file to be read.",
        "Give the account that runs the program the right to read it.",
    ),
    "not-a-file": (
        "not-a-file",
        "This is not an ordinary file.",
        "Name a document, or a folder of documents.",
    ),
    "disk": (
        "damaged",
        "The disk reported an error while the file was read.",
        "Copy the file to another disk and try again.",
    ),
    "too-large": (
        "too-large",
        "The file is larger than a document may be.",
        "Split it, or raise the limit in the settings.",
    ),
    "too-many-pages": (
        "too-large",
        "The file has more pages than a document may have.",
        "Split it into its documents and put those in.",
    ),
    "too-much-text": (
        "too-large",
        "The file holds more text than a document may hold.",
        "Split it into its documents and put those in.",
    ),
    "expansion": (
        "too-large",
        "The file grows beyond all measure when it is unpacked.",
        "Do not open it; ask the sender what it is.",
    ),
    "too-deep": (
        "too-large",
        "Bundles lie within bundles, more than may be opened.",
        "Unpack them yourself and put the documents in.",
    ),
    "too-many-members": (
        "too-large",
        "The bundle holds more files than may be read at once.",
        "Unpack it and put the documents in as a folder.",
    ),
    "too-long": (
        "too-long",
        "Reading took longer than it may.",
        "Split the file, or save it again from the program that made it.",
    ),
    "pictures-unread": (
        "too-long",
        "The pages are pictures, and to recognise their words took longer than it may.",
        "Try again when the computer is less busy, or raise seconds_per_scanned_page.",
    ),
    "out-of-memory": (
        "out-of-memory",
        "Reading needed more memory than it may.",
        "Split the file, or save it again from the program that made it.",
    ),
    "crashed": (
        "crashed",
        "The reader broke off while reading this file.",
        "Save the file again from the program that made it, and try again.",
    ),
    "unknown-type": (
        "unknown-type",
        "The content is of no kind that can be read.",
        "Save it as PDF, DOCX or plain text.",
    ),
    "damaged": (
        "damaged",
        "The file is broken or cut off.",
        "Ask the sender for the file again, or save it again from where it came.",
    ),
    "encrypted": (
        "encrypted",
        "The file is locked with a password.",
        "Open it with the password and save it without one.",
    ),
    "noise": (
        "noise",
        "The text holds no writing that could be Vietnamese.",
        "Open the file and look whether it is the right one.",
    ),
    "no-office": (
        "no-office",
        "Old Word, RTF and OpenDocument files need LibreOffice, which is not installed.",
        "Install LibreOffice (apt install libreoffice-writer-nogui), or save it as DOCX.",
    ),
    "office-failed": (
        "damaged",
        "LibreOffice could not open the file.",
        "Open it in the program that made it and save it as DOCX.",
    ),
}

NO_OCR: Final[tuple[str, str]] = (
    "The pages are pictures, and no text recognition is installed.",
    "Install tesseract (apt install tesseract-ocr-vie), then read the file again.",
)

PAGE_TROUBLES: Final[dict[str, str]] = {
    "needs-ocr": "The page is a picture, and no text recognition is installed.",
    "ocr-failed": "The text of the page could not be recognised.",
    "page-damaged": "The page is broken.",
}
"""What kept a page from being read, by the code of the warning."""


def refuse(key: str) -> Unreadable:
    """The refusal of that key, to be raised."""
    return Unreadable(*REFUSALS[key])


def needs_ocr() -> NeedsOcr:
    """The refusal of pictures on a machine without tesseract."""
    return NeedsOcr("no-ocr", *NO_OCR)
