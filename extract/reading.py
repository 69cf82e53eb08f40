"""Reading: what a reader hands to the finders, whatever the format was.

`text` is canonical: Unicode NFC, lines end in `\\n`, pages in `\\f`, no byte order mark. All
spans of the record point into it. A reader that knows more than the characters says so in
the other fields; plain text knows none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from schemas import Box, ReadBy, ReadWarning, Signature


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: `parts` are the stretches of `text` that it holds, in order.

    More than one part means that the words do not stand together (a row cut by a page). A
    merged cell is repeated in every row and column that it covers, with the same parts.
    """

    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A real table, rows of cells in reading order; pages already joined.

    `start` and `end` bound everything that it holds in `text`. `roles` are those of the
    columns where the finder of the table already knows them (`extract.columns.Role`);
    `narrow` says that the breaks inside its cells are those of a narrow column.
    """

    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int
    roles: tuple[str, ...] = ()
    narrow: bool = False


class Geometry(Protocol):
    """Where stretches of the text stand on the pages."""

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One box per line touched by `text[start:end]`."""
        ...

    def confidence(self, start: int, end: int) -> float | None:
        """The least OCR confidence (0 to 1) of the words touched; `None` if not from OCR."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """The canonical text of one document of a file and what its format told besides.

    - `wrapped`: whether lines break where the page does (True), or each line is a paragraph
      (False); None leaves it to be guessed from the lines.
    - `pages`: offset in `text` at which each page begins; empty for formats without pages.
    - `origin`: for each character of `text` its offset in the decoded original, where the
      two differ.
    - `stamped`: stretches of `text` that come from the appearance of a signature.
    - `mended`: stretches whose letters another script's look-alikes stood for.
    - `fonts`: legacy encoding that was converted, if any (`TCVN3`, `VNI`).
    """

    text: str
    media_type: str = "text/plain"
    read_by: ReadBy = "text"
    wrapped: bool | None = None
    pages: tuple[int, ...] = ()
    tables: tuple[Table, ...] = ()
    stamped: tuple[tuple[int, int], ...] = ()
    mended: tuple[tuple[int, int], ...] = ()
    signatures: tuple[Signature, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    geometry: Geometry | None = None
    origin: Sequence[int] | None = None
    encoding: str | None = None
    container: str | None = None
    member: str | None = None
