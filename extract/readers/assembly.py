"""Assembly: the canonical text of a document as it grows, line by line."""

from extract.readers.canon import canonical
from extract.readers.limits import Limits
from extract.readers.refusals import refuse
from extract.reading import Cell


class Assembly:
    """Collects lines; every stretch is made canonical before its offsets are told.

    Raises Unreadable(`too-large`) once the text outgrows the limit.
    """

    def __init__(self, limits: Limits) -> None:
        self._limit = limits.chars
        self._pieces: list[str] = []
        self.end = 0

    def line(self, raw: str) -> tuple[int, int]:
        """Adds one line (or several, where `raw` holds breaks); its span without the break."""
        text = canonical(raw)[0].rstrip()
        return self.put(text)

    def put(self, text: str) -> tuple[int, int]:
        """Adds a line that is canonical already."""
        start = self.end
        self._pieces.append(text)
        self._pieces.append("\n")
        self.end += len(text) + 1
        if self.end > self._limit:
            raise refuse("too-much-text")
        return start, start + len(text)

    def page_break(self) -> None:
        """Ends a page; what follows stands on the next one."""
        self._pieces.append("\f")
        self.end += 1

    def cell(self, lines: list[str]) -> Cell:
        """Adds the lines of one cell of a table; an empty cell adds nothing."""
        kept = [line for line in (canonical(raw)[0].rstrip() for raw in lines) if line.strip()]
        if not kept:
            return Cell(parts=())
        return Cell(parts=(self.put("\n".join(kept)),))

    def text(self) -> str:
        """All that was added."""
        return "".join(self._pieces)
