"""Is this the document that we have already? The same, probably, or another.

Bytes decide first, then the header (number, issuer, area, day), then the words. Nothing that
is only probable is ever merged: a person decides. Two files with one header but with other
days or shares in the text are an edited copy until a person says otherwise.
"""

# ruff: noqa: S608 - fixed fragments are joined; every value is bound
import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schemas import Plan
from schemas.keys import number_key, words_key
from store.likeness import Fact, Fold, Likeness, estimate, facts, likeness_of, shared, sketch_of
from store.packing import unpack_text

Verdict = Literal["same", "probable", "other"]

_MOST_BY_HEADER = 200
_MOST_BY_BAND = 40
_WORTH_READING = 0.35  # estimated likeness below which texts are not compared
_RECOGNISED = ("ocr", "pdf-mixed")

_ALIKE = 0.75  # of one header: born-digital copies in two formats are above
_ALMOST = 0.95  # without a full header
_PROBABLY = 0.80
_SCANNED = 0.60  # of one header, when one of them was recognised from an image
_AGREEING = 0.70  # of the days and shares, when one text was recognised from an image
_RELATED = 0.30  # of one header: an annex, an excerpt, an edited copy


@dataclass(frozen=True)
class Header:
    """What the header says, in keys; empty where it doesn't say."""

    number: str
    issuer: str
    area: str
    issued_on: str


@dataclass(frozen=True)
class Features:
    """What identity is decided by."""

    header: Header
    likeness: Likeness
    text: str
    recognised: bool


@dataclass(frozen=True)
class Match:
    """A document that this one is, or probably is."""

    doc: int
    verdict: Verdict


def features_of(plan: Plan, fold: Fold = sketch_of) -> Features:
    """The keys and the sketch of a record; fields taken from elsewhere count as not said."""
    document = plan.document
    said = {"number": document.number, "issued_on": document.issued_on}
    said = {name: None if name in document.assumed else value for name, value in said.items()}
    number, day = said["number"], said["issued_on"]
    issuer = document.issuer
    return Features(
        Header(
            number_key(str(number)) if number else "",
            words_key(issuer.name) if issuer else "",
            words_key(issuer.area or "") if issuer else "",
            str(day) if day else "",
        ),
        likeness_of(plan.text, fold),
        plan.text,
        plan.source.read_by in _RECOGNISED,
    )


def find_match(connection: sqlite3.Connection, new: Features) -> Match | None:
    """The stored document that this is; the same before a probable one, the older first."""
    probable: Match | None = None
    for row in _candidates(connection, new):
        verdict = judge(new, row)
        if verdict == "same":
            return Match(int(row["doc"]), "same")
        if verdict == "probable" and probable is None:
            probable = Match(int(row["doc"]), "probable")
    return probable


def succeeds(connection: sqlite3.Connection, doc: int, new: Features) -> bool:
    """Whether other bytes at a document's place are a new version of it. Another number under
    mostly other words is another document that took the file's name over."""
    row = connection.execute(_COLUMNS + "WHERE d.doc = ?", (doc,)).fetchone()
    old = _header(row)
    alike = shared(new.text, unpack_text(row["text"]))
    if _differ(new.header, old):
        return alike >= _ALMOST
    return alike >= _RELATED or _full(new.header, old)


def _header(row: sqlite3.Row) -> Header:
    return Header(
        row["number_key"] or "", row["issuer_key"], row["area_key"], row["issued_on"] or ""
    )


def judge(new: Features, row: sqlite3.Row) -> Verdict:
    """Compare with a stored document, cheapest first; texts are opened only when worth it."""
    old = _header(row)
    same_words = row["text_key"] == new.likeness.key
    if not same_words and estimate(new.likeness.sketch, row["sketch"]) < _WORTH_READING:
        return "probable" if _full(new.header, old) else "other"
    text = unpack_text(row["text"])
    recognised = new.recognised or row["read_by"] in _RECOGNISED
    alike = 1.0 if same_words else shared(new.text, text)
    edited = _edited(facts(new.text), facts(text), recognised=recognised)
    return decide(new.header, old, alike=alike, edited=edited, recognised=recognised)


def _edited(one: frozenset[Fact], other: frozenset[Fact], *, recognised: bool) -> bool:
    """Other days or shares; of a recognised text most of them, since it misreads some."""
    if not recognised:
        return one != other
    return bool(one | other) and len(one & other) < _AGREEING * len(one | other)


def decide(one: Header, other: Header, *, alike: float, edited: bool, recognised: bool) -> Verdict:
    """The rule itself. `alike` is the share of common runs of words, `edited` says that the
    texts name other days or shares, `recognised` that one of them comes from an image."""
    if _differ(one, other):
        return "probable" if recognised and alike >= _PROBABLY else "other"
    if _full(one, other):
        if alike >= (_SCANNED if recognised else _ALIKE) and not edited:
            return "same"
        return "probable"
    if alike >= _ALMOST and not edited:
        return "same"
    if alike >= _PROBABLY or (_same_number(one, other) and alike >= _RELATED):
        return "probable"
    return "other"


def _compared(one: Header, other: Header) -> tuple[bool | None, ...]:
    """For number, issuer, area and day: equal, different, or not known of both."""
    issuers = (
        one.issuer.startswith(other.issuer) or other.issuer.startswith(one.issuer)
        if one.issuer and other.issuer
        else None
    )
    pairs = (
        (one.number, other.number), (one.area, other.area), (one.issued_on, other.issued_on)
    )  # fmt: skip
    return issuers, *(a == b if a and b else None for a, b in pairs)


def _differ(one: Header, other: Header) -> bool:
    return False in _compared(one, other)


def _full(one: Header, other: Header) -> bool:
    """Number, issuer and day are known and equal; the area is, or neither names one."""
    issuer, number, area, day = _compared(one, other)
    return bool(issuer and number and day) and (area is True or one.area == other.area)


def _same_number(one: Header, other: Header) -> bool:
    return bool(one.number) and one.number == other.number


_COLUMNS = """SELECT d.doc, d.number_key, d.issuer_key, d.area_key, d.issued_on, d.text_key,
  d.sketch, d.read_by, v.text FROM documents d JOIN versions v USING (version) """


def _candidates(connection: sqlite3.Connection, new: Features) -> Iterator[sqlite3.Row]:
    """Stored documents worth comparing, each once, found by index alone."""
    seen: set[int] = set()
    for row in _found(connection, new):
        if row["doc"] not in seen:
            seen.add(row["doc"])
            yield row


def _found(connection: sqlite3.Connection, new: Features) -> Iterator[sqlite3.Row]:
    header, likeness = new.header, new.likeness
    yield from connection.execute(
        _COLUMNS + "WHERE d.text_key = ? AND d.status <> 'duplicate' ORDER BY d.doc LIMIT ?",
        (likeness.key, _MOST_BY_HEADER),
    )
    if header.number:
        yield from connection.execute(
            _COLUMNS
            + """WHERE d.number_key = ? AND d.status <> 'duplicate'
              AND (d.issued_on IS NULL OR d.issued_on = ?
              OR ? = '') ORDER BY d.issued_on IS NULL, d.doc LIMIT ?""",
            (header.number, header.issued_on, header.issued_on, _MOST_BY_HEADER),
        )
    if header.issuer and header.issued_on:
        yield from connection.execute(
            _COLUMNS
            + """WHERE d.issuer_key = ? AND d.area_key = ? AND d.issued_on = ?
              AND d.status <> 'duplicate'
            ORDER BY d.doc LIMIT ?""",
            (header.issuer, header.area, header.issued_on, _MOST_BY_HEADER),
        )
    yield from _by_band(connection, new)


def _by_band(connection: sqlite3.Connection, new: Features) -> Iterator[sqlite3.Row]:
    mine = issuer_hash(new.header)
    for band in new.likeness.bands():
        if mine == 0:
            yield from connection.execute(
                _COLUMNS
                + """WHERE d.doc IN
                  (SELECT doc FROM text_bands WHERE hash = ? ORDER BY issuer, doc LIMIT ?)""",
                (band, _MOST_BY_BAND),
            )
        else:
            yield from connection.execute(
                _COLUMNS
                + """WHERE d.doc IN (SELECT doc FROM text_bands
                  WHERE hash = ? AND issuer IN (0, ?) ORDER BY issuer, doc LIMIT ?)""",
                (band, mine, _MOST_BY_BAND),
            )


def issuer_hash(header: Header) -> int:
    """By which alike texts of other issuers are passed over; 0 where no issuer is known."""
    if not header.issuer:
        return 0
    words = f"{header.issuer}\n{header.area}".encode()
    return int.from_bytes(hashlib.blake2b(words, digest_size=7).digest(), "big")
