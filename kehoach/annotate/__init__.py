"""Annotate: a copy of a draft with the findings as notes at their words; nothing is stored."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from extract.readers.limits import Limits
from extract.readers.media import DOCX, PDF, media_type
from kehoach.annotate.process import Annotator
from kehoach.annotate.remark import remarks_on
from kehoach.i18n import _
from schemas import Finding, Plan

__all__ = ["annotated"]


def annotated(
    data: bytes,
    name: str,
    findings: Sequence[Finding],
    *plans: Plan,
    at: dt.datetime,
    limits: Limits | None = None,
) -> tuple[str, bytes]:
    """`(file name, bytes)` of a copy of the file `name` with a note at the words of each finding.

    `plans` are the documents that were read from the file, `findings` those of all of them;
    dismissed ones are left out. A Word file gets comments, a PDF highlights with notes; of any
    other file (text, an old Word format, a scan, a mail) the text becomes a Word file with
    comments. `at` is the moment that the notes bear. The copy is made in a process of its own;
    raises `ReadError` where the file cannot be opened within the `limits`. Speaks the language
    of the running context.
    """
    media = media_type(data)
    media = media if media in (DOCX, PDF) else "text/plain"
    remarks = remarks_on(plans, findings)
    annotator = Annotator(limits)
    try:
        media, copy = annotator.annotate(data, media, [p.text for p in plans], remarks, at)
    finally:
        annotator.close()
    ending = "pdf" if media == PDF else "docx"
    return _("{name} (with comments)").format(name=Path(name).stem) + f".{ending}", copy
