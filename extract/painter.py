"""Painter: pictures of a file's pages, made in a process that can be stopped.

A page is drawn as the readers see it: stamps and signatures shown, pictures upright, so that
the boxes of a record's items lie where their words are.
"""

import base64
import binascii
from collections.abc import Sequence
from typing import ClassVar, Final

from extract.readers.refusals import refuse
from extract.worker import GivenUp, Worker, trouble_of

Size = tuple[float, float]
"""Width and height of a page in PDF points."""

_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from extract.painter_main import main; main()"
)
_JPEG: Final = b"\xff\xd8\xff"


class Painter(Worker):
    """Draws pages, one after the other; for one thread at a time. `close` it at the end."""

    program: ClassVar[str] = _START

    def sizes(self, data: bytes, within: Sequence[str] = ()) -> tuple[Size, ...]:
        """The sizes of all pages; raises `ReadError` for what has no pages or is broken.
        `within` names the file where `data` is a bundle; see `extract.readers.member`."""
        answer = self._asked({"task": "sizes", "within": list(within)}, data)
        sizes = answer.get("sizes")
        if not isinstance(sizes, list):
            raise refuse("crashed")
        return tuple((float(width), float(height)) for width, height in sizes)

    def picture(self, data: bytes, page: int, width: int, within: Sequence[str] = ()) -> bytes:
        """Page `page` (from 1) as a JPEG, `width` dots wide; raises `ReadError`."""
        task = {"task": "picture", "page": page, "width": width, "within": list(within)}
        answer = self._asked(task, data)
        try:
            drawn = base64.b64decode(str(answer.get("jpeg")), validate=True)
        except binascii.Error as error:
            raise refuse("crashed") from error
        # The process has read what came from outside: it is believed no more than that.
        if not drawn.startswith(_JPEG):
            raise refuse("crashed")
        return drawn

    def _asked(self, task: dict[str, object], data: bytes) -> dict[str, object]:
        try:
            self._be_ready()
            self._send({**task, "size": len(data)}, data)
            answer = self._next(self._limits.seconds)
        except GivenUp as given_up:
            self._kill()
            raise refuse(given_up.key) from given_up
        if answer.get("kind") == "trouble":
            raise trouble_of(answer)
        return answer
