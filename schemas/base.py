"""What every noun of the record shares: frozen, closed models and the words they came from."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen model that admits no field it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Noun):
    """A half-open stretch of the record's `text`, in Unicode code points.

    `page` counts from 1 and is `None` for formats without pages.
    """

    start: int
    end: int
    page: int | None = None


Box = tuple[int, float, float, float, float]
"""`(page, x0, top, x1, bottom)` in PDF points, the origin at the page's top left."""


class Grounded(Noun):
    """Anything read from a document: an identity, the words, and where they stand.

    `id` stays the same when the document is read again as long as the item's own words do.
    `spans` lists the parts where the words do not stand together (a cell that a page cut);
    `span` is then the first of them. `boxes` is filled for formats with geometry.
    `confidence` (0 to 1) is that of the recognition and `None` for born-digital text.
    """

    id: str = ""
    as_written: str = ""
    span: Span | None = None
    spans: tuple[Span, ...] = ()
    boxes: tuple[Box, ...] = ()
    confidence: float | None = None
