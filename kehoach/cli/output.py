"""How things are said: JSON and tables on standard output, the rest on standard error."""

import datetime as dt
import json
import re
import sys
import traceback
from functools import lru_cache
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.errors import ReadError
from kehoach import __version__
from kehoach.errors import BadRequest
from kehoach.i18n import _

# What a terminal would obey instead of showing: control codes and reversed writing.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_EDGES = re.compile(r"\s+")


def printable(words: object) -> str:
    """The words with everything that a terminal would obey written out (`\\n`, `\\x1b`)."""
    return _UNPRINTABLE.sub(lambda code: ascii(code[0])[1:-1], str(words))


def plain(words: object, style: str = "") -> Text:
    """Words from a document or a file's name: never markup, never control codes."""
    return Text(printable(_EDGES.sub(" ", str(words)).strip()), style=style)


def tell(words: object) -> None:
    """One line on standard error."""
    sys.stdout.flush()
    sys.stderr.write(printable(words) + "\n")
    sys.stderr.flush()


def tell_fault() -> None:
    """The exception that is being handled, as a fault of the program itself."""
    traceback.print_exc()
    said = _("This is a fault in kehoach {version}, not in the document.")
    tell(said.format(version=__version__))


def tell_trouble(path: Path, trouble: ReadError) -> None:
    """One line on standard error: which file, why, and what to do."""
    tell(f"{path}: {reason_words(trouble)}")


def reason_words(trouble: ReadError) -> str:
    """Why a file could not be read and what to do about it, in the language spoken."""
    return f"{_(trouble.message)} {_(trouble.advice)}".strip()


def write_file(path: Path, content: str | bytes) -> None:
    """Write a whole file or none; raises `BadRequest` where that is not possible."""
    partial = path.with_name(path.name + ".part")
    try:
        if isinstance(content, str):
            content = content.encode("utf-8", "surrogatepass")
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        raise BadRequest(
            _("{path} can't be written: {why}.").format(path=path, why=error.strerror),
            _("Look whether the folder is yours to write to and the disk has room."),
        ) from error


def print_json(value: object) -> None:
    """One JSON value, and nothing else, on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1, default=_as_json)
    sys.stdout.write("\n")


def _as_json(value: object) -> str:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    raise TypeError(type(value))


@lru_cache(maxsize=1)
def console() -> Console:
    """Standard output for people; as wide as the terminal, 100 columns where there is none."""
    wide = None if sys.stdout.isatty() else 100
    return Console(width=wide, highlight=False, soft_wrap=False, emoji=False, markup=False)


def day(value: dt.date | None) -> str:
    """`30/09/2024`, as days are written in Vietnam; empty for no day."""
    return value.strftime("%d/%m/%Y") if value else ""


def days(start: dt.date | None, end: dt.date | None) -> str:
    """`01–31/03/2024`, `01/04–31/05/2024`; what the two days share is written once."""
    first, last = day(start), day(end)
    if not (start and end and start < end):
        return first if first == last else f"{first} –" if first else f"– {last}"
    shared = 8 if start.year == end.year and start.month == end.month else 5
    return f"{first[:-shared] if start.year == end.year else first}–{last}"


def simple_table() -> Table:
    """A table as all of ours are: a ruled head, room to breathe, nothing cut off."""
    return Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
