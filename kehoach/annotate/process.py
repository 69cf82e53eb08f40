"""The process that writes notes into copies: what comes from outside is opened only there."""

import base64
import binascii
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import ClassVar, Final, cast

from extract.readers.limits import Limits, Tools
from extract.readers.media import DOCX, PDF
from extract.readers.refusals import refuse
from extract.worker import GivenUp, Worker, trouble_of
from extract.worker_main import Answer, Job, serve
from kehoach.annotate.remark import Remark

_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from kehoach.annotate.process import main; main()"
)


class Annotator(Worker):
    """Writes notes into copies of files; for one thread at a time. `close` it at the end."""

    program: ClassVar[str] = _START

    def annotate(
        self,
        data: bytes,
        media: str,
        texts: Sequence[str],
        remarks: Sequence[Remark],
        at: dt.datetime,
    ) -> tuple[str, bytes]:
        """`(media type, copy)`; raises `ReadError` for what cannot be opened."""
        task = {
            "media": media,
            "texts": list(texts),
            "remarks": [asdict(remark) for remark in remarks],
            "at": at.isoformat(),
            "size": len(data),
        }
        try:
            self._be_ready()
            self._send(task, data)
            answer = self._next(self._limits.seconds)
        except GivenUp as given_up:
            self._kill()
            raise refuse(given_up.key) from given_up
        if answer.get("kind") == "trouble":
            raise trouble_of(answer)
        try:
            return str(answer["media"]), base64.b64decode(str(answer["copy"]), validate=True)
        except (KeyError, binascii.Error) as error:
            raise refuse("crashed") from error


def main() -> None:
    """Annotates files until the input ends."""
    serve(_annotating)


def _annotating(_limits: Limits, _tools: Tools) -> Job:
    def annotate(task: dict[str, object], data: bytes, _tell: Callable[[Answer], None]) -> Answer:
        media, copy = _copy(task, data)
        return {"kind": "copy", "media": media, "copy": base64.b64encode(copy).decode()}

    return annotate


def _copy(task: dict[str, object], data: bytes) -> tuple[str, bytes]:
    texts = cast("list[str]", task["texts"])
    remarks = [_remark(each) for each in cast("list[dict[str, object]]", task["remarks"])]
    at = dt.datetime.fromisoformat(str(task["at"]))
    if task["media"] == PDF:
        from pyhanko.pdf_utils.misc import PdfError

        from kehoach.annotate.pdf import mark_pdf

        try:
            return PDF, mark_pdf(data, texts, remarks, at)
        except PdfError:
            pass  # a file that only a forgiving reader can read: its text gets the comments
    from kehoach.annotate.word import comment_word, word_of

    if task["media"] != DOCX:
        data = word_of(texts)
    return DOCX, comment_word(data, texts, remarks, at)


def _remark(raw: dict[str, object]) -> Remark:
    boxes = tuple(tuple(box) for box in cast("list[list[float]]", raw["boxes"]))
    lines = tuple(cast("list[str]", raw["lines"]))
    return Remark(**{**raw, "boxes": boxes, "lines": lines})  # type: ignore[arg-type]
