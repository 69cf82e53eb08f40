"""Source (tệp nguồn): the file that a record was read from."""

from typing import Literal

from schemas.base import Noun

ReadBy = Literal["text", "pdf-text", "ocr", "pdf-mixed", "docx", "doc", "odt", "rtf", "html", "eml"]


class ReadWarning(Noun):
    """What could not be read, and where. `code` is from a closed list per reader."""

    code: str
    message: str
    page: int | None = None
    span: tuple[int, int] | None = None


class Source(Noun):
    """`sha256` is of the file's bytes; `container` names the bundle or mail it came in.

    `document_id` is the identity that the store gave the document, `None` before it is
    stored. `part` counts the documents within one file from 1.
    """

    name: str
    sha256: str
    media_type: str = "text/plain"
    pages: int | None = None
    read_by: ReadBy = "text"
    warnings: tuple[ReadWarning, ...] = ()
    container: str | None = None
    part: int = 1
    document_id: str | None = None
    reader_version: str | None = None
