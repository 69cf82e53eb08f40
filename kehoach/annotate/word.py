"""Word: comments in a copy of a DOCX, each around just the words that it is about."""

import copy
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from kehoach.annotate.letters import Letters, find, letters_of
from kehoach.annotate.remark import Remark

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUN: Final = f"{W}r"
_TEXT: Final = f"{W}t"
_HYPHEN: Final = f"{W}noBreakHyphen"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSHOWN: Final = (f"{W}moveFrom", f"{W}del", _FALLBACK)
AUTHOR: Final = "kehoach"

Element = etree._Element
Cuts = dict[Element, set[int]]


def comment_word(
    data: bytes, texts: Sequence[str], remarks: Sequence[Remark], at: dt.datetime
) -> bytes:
    """A copy with a comment for each remark; one whose words are not in the body (a page's
    header, a footnote) goes to the first paragraph and quotes them all the same."""
    document = Document(io.BytesIO(data))
    characters = [(node, place) for node in _shown(document) for place in range(_length(node))]
    there = letters_of(_character(node, place) for node, place in characters)
    own = [letters_of(text) for text in texts]
    spots = [_spot(own[remark.part], remark, there) for remark in remarks]
    cuts: Cuts = {}
    for found in filter(None, spots):
        first, last = (characters[there.places[i]] for i in (found[0], found[1] - 1))
        cuts.setdefault(first[0], set()).add(first[1])
        cuts.setdefault(last[0], set()).add(last[1] + 1)
    pieces = _cut(cuts)
    for spot, remark in zip(spots, remarks, strict=True):
        if spot is None:
            first_run = last_run = _opening_run(document)
        else:
            ends = [characters[there.places[i]] for i in (spot[0], spot[1] - 1)]
            first_run, last_run = (_outer_run(_piece(pieces, *end)) for end in ends)
        _comment(document, first_run, last_run, remark, at)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _spot(own: Letters, remark: Remark, there: Letters) -> tuple[int, int] | None:
    return find(own, *own.between(remark.start, remark.end), there)


def _shown(document: WordDocument) -> Iterator[Element]:
    """The nodes of the body that show letters, in order; changes count as accepted."""
    for node in document.element.body.iter(_TEXT, _HYPHEN):
        parent = node.getparent()
        if parent is None or parent.tag != _RUN:
            continue
        if not any(above.tag in _UNSHOWN for above in node.iterancestors()):
            yield node


def _length(node: Element) -> int:
    return len(node.text or "") if node.tag == _TEXT else 1


def _character(node: Element, place: int) -> str:
    return (node.text or "")[place] if node.tag == _TEXT else "-"


def _cut(cuts: Cuts) -> dict[Element, list[tuple[int, Element]]]:
    """Split runs at all cuts; for each node its pieces, by the offset at which they begin."""
    pieces: dict[Element, list[tuple[int, Element]]] = {}
    for node, places in cuts.items():
        found = []
        for place in sorted(places, reverse=True):
            if place >= _length(node):
                following = node.getnext()
                if following is not None:
                    _split_before(following)
            elif place == 0:
                _split_before(node)
            else:
                found.append((place, _split_text(node, place)))
        pieces[node] = [(0, node), *reversed(found)]
    return pieces


def _split_text(node: Element, place: int) -> Element:
    text = node.text or ""
    tail = copy.copy(node)
    node.text, tail.text = text[:place], text[place:]
    for each in (node, tail):
        each.set(_SPACE, "preserve")
    node.addnext(tail)
    _split_before(tail)
    return tail


def _split_before(node: Element) -> None:
    """Move a node and what follows it into a run of their own, of the same looks.

    Not within a text box: a comment can only stand around the whole box.
    """
    run = node.getparent()
    if run is None or any(above.tag == _RUN for above in run.iterancestors()):
        return
    index = run.index(node)
    looks = run.find(f"{W}rPr")
    if index == (0 if looks is None else 1):
        return
    new = run.makeelement(_RUN, dict(run.attrib))
    if looks is not None:
        new.append(copy.deepcopy(looks))
    moved = list(run)[index:]
    run.addnext(new)
    for each in moved:
        new.append(each)


def _piece(pieces: dict[Element, list[tuple[int, Element]]], node: Element, place: int) -> Element:
    return [piece for begins, piece in pieces[node] if begins <= place][-1]


def _outer_run(node: Element) -> Element:
    """The run that stands in the body itself, not in a text box."""
    return [above for above in node.iterancestors() if above.tag == _RUN][-1]


def _opening_run(document: WordDocument) -> Element:
    for node in _shown(document):
        return _outer_run(node)
    paragraph = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
    return paragraph.add_run("")._r


def _comment(
    document: WordDocument, first: Element, last: Element, remark: Remark, at: dt.datetime
) -> None:
    assert isinstance(first, BaseOxmlElement)
    parent = Paragraph(first.getparent(), document)  # type: ignore[arg-type]
    comment = document.add_comment(
        [Run(first, parent), Run(last, parent)],  # type: ignore[arg-type]
        text="\n".join(_clean(line) for line in remark.lines),
        author=AUTHOR,
        initials="kh",
    )
    for run in comment.paragraphs[0].runs:
        run.bold = True
    moment = at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    comment._comment_elm.set(f"{W}date", moment)


def _clean(line: str) -> str:
    """Without what XML cannot hold."""
    return "".join(c if c.isprintable() or c == " " else " " for c in line)


def word_of(texts: Sequence[str]) -> bytes:
    """A DOCX of plain texts, a line a paragraph, each text on a new page."""
    document = Document()
    for number, text in enumerate(texts):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        for line in text.splitlines():
            if line.strip():
                document.add_paragraph(_clean(line))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
