"""Where a document's file lies, as an address that a spreadsheet can open."""

from functools import cache
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from store import Store
from store.errors import NotFound


class Places(Protocol):
    """The address of a document by its id, "" where there is none."""

    def __call__(self, document_id: str, /) -> str: ...


def places_of(store: Store, page: str | None) -> Places:
    """On the office's page where its address is given, else the file itself while it is there."""

    @cache
    def place(document_id: str) -> str:
        if page:
            return f"{page.rstrip('/')}/documents/{quote(document_id)}"
        try:
            files = store.files(document_id)
        except NotFound:
            return ""
        for file in files:
            if file.here and Path(file.path).is_file():
                return Path(file.path).resolve().as_uri()
        return ""

    return place
