"""Pictures of pages: drawn once in a process that can be stopped, kept beside the database.

`plans.db` has `plans.db.pages/3f/3fa9…/12.jpg`. All of it can be deleted at any time.
"""

import hashlib
import json
import os
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from extract.errors import ReadError
from extract.painter import Painter, Size
from extract.readers import Limits
from schemas import Plan, Source

WIDTH = 1240  # dots: A4 at 150 to the inch
_SECONDS = 20.0
_MOST_BYTES = 2 << 30  # of all pictures; the oldest go first
_MOST_HOPELESS = 1000


def folder_of(database: Path) -> Path:
    """Where the pictures of a database's documents lie."""
    return database.with_name(database.name + ".pages")


def has_pages(plan: Plan) -> bool:
    """Whether the document's file has pages to show: a PDF or a picture, also in a bundle."""
    media = plan.source.media_type
    return media == "application/pdf" or media.startswith("image/")


def _within(source: Source) -> tuple[str, ...]:
    """Where the file lies in the bundle that it came in; empty where it came by itself."""
    if source.container is None:
        return ()
    return (*source.container.split("/")[1:], source.name)


class Pictures:
    """Sizes and pictures of pages by their file; safe to use from several threads.

    `original` gives the bytes, and is called only where nothing is kept yet. A file that can't
    be drawn is not tried again while the server runs.
    """

    def __init__(self, folder: Path, memory: int) -> None:
        self._folder = folder
        self._painter = Painter(Limits(seconds=_SECONDS, memory=memory))
        self._lock = threading.Lock()
        self._hopeless: dict[str, None] = {}

    def close(self) -> None:
        """End the process that draws."""
        self._painter.close()

    def sizes(self, source: Source, original: Callable[[], bytes]) -> tuple[Size, ...]:
        """Width and height of each page in points; none where the file can't be drawn."""
        kept = self._kept(
            source,
            "sizes.json",
            lambda: json.dumps(self._painter.sizes(original(), _within(source))).encode(),
        )
        return tuple((width, height) for width, height in json.loads(kept)) if kept else ()

    def picture(self, source: Source, number: int, original: Callable[[], bytes]) -> bytes | None:
        """Page `number` (from 1) as a JPEG; `None` where it can't be drawn."""
        return self._kept(
            source,
            f"{number}.jpg",
            lambda: self._painter.picture(original(), number, WIDTH, _within(source)),
        )

    def tidy(self) -> None:
        """Make room: delete the pictures that were drawn first until the rest is few enough."""
        files = [(one, one.stat()) for one in self._folder.glob("*/*/*") if one.is_file()]
        left = sum(facts.st_size for _file, facts in files)
        for one, facts in sorted(files, key=lambda each: each[1].st_mtime):
            if left <= _MOST_BYTES:
                return
            one.unlink(missing_ok=True)
            left -= facts.st_size

    def _kept(self, source: Source, name: str, draw: Callable[[], bytes]) -> bytes | None:
        sha256 = source.sha256
        # The hash comes from the database and is checked all the same: it becomes a path.
        if len(sha256) != 64 or not sha256.isalnum():
            return None
        if within := _within(source):  # several files have the bundle's hash
            sha256 = hashlib.sha256("\0".join((sha256, *within)).encode()).hexdigest()
        place = self._folder / sha256[:2] / sha256 / name
        if (found := _read(place)) is not None:
            return found
        with self._lock:
            if (found := _read(place)) is not None:  # drawn while we waited
                return found
            wanted = f"{sha256}/{name}"
            if wanted in self._hopeless:
                return None
            try:
                drawn = draw()
            except ReadError:
                self._hopeless[wanted] = None
                if len(self._hopeless) > _MOST_HOPELESS:
                    del self._hopeless[next(iter(self._hopeless))]
                return None
            _write(place, drawn)
            return drawn


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None


def _write(place: Path, content: bytes) -> None:
    """Whole or not at all; a full disk costs the next visitor time and nothing else."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".part-")
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(temporary).replace(place)
    except OSError:
        return
