"""Reference facts of the genre as tables: kinds of documents, issuers, provinces, shortenings.

Tab-separated, UTF-8, one header row, no quoting. Column `confidence`: `confirmed` was seen in
public pages, `document` only as printed in a plan, `memory` is knowledge of the field that
nobody has looked up; no finding should rest on the last.
"""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of `<table>.tsv`, each by its column names; missing cells are empty."""
    lines = (_FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return tuple(
        dict(zip(head, line.split("\t") + [""] * len(head), strict=False)) for line in lines[1:]
    )
