"""Finding (phát hiện): what a check found wrong, with both sides' words."""

from typing import Literal

from schemas.base import Box, Noun, Span

Severity = Literal["error", "warn", "note"]
Status = Literal["open", "accepted", "dismissed"]


class DocumentRef(Noun):
    """A document by its identity and its file's name."""

    id: str
    name: str


class Evidence(Noun):
    """One passage behind a finding.

    `document` is `None` for a reference row or a rule of form; `source` then says where it
    is from (`NĐ 30/2020, Phụ lục I, II.3`). Where something is absent, `as_written` may be
    empty and `span` marks the place where it should stand. `section` is the number of the
    heading that it stands under (`II.2.a`), `line` that of its line, from 1.
    """

    document: DocumentRef | None = None
    as_written: str = ""
    span: Span | None = None
    boxes: tuple[Box, ...] = ()
    source: str | None = None
    section: str | None = None
    line: int | None = None


class Finding(Noun):
    """One fault, one cause; `evidence` starts with the place in this document.

    `message` and `advice` are Vietnamese, the `_en` ones English; the front door shows the
    language asked for under the plain names.
    """

    id: str
    rule: str
    name: str
    severity: Severity
    document: DocumentRef
    message: str
    advice: str
    message_en: str = ""
    advice_en: str = ""
    evidence: tuple[Evidence, ...] = ()
    status: Status = "open"
    count: int = 1
