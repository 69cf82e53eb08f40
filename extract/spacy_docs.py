"""Records as spaCy documents: displaCy shows a plan, DocBin carries gold to other tools.

spaCy's own Vietnamese pipeline needs another segmenter; underthesea's words become the tokens
of a blank pipeline here. Both packages are imported when a document is made, never before.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas import Grounded, Plan

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPANS_KEY = "record"
"""The span group that holds the items of the record."""

_COLORS = {
    "TASK": "#ffd8a8",
    "CITATION": "#a5d8ff",
    "DUTY": "#d0bfff",
    "CAMPAIGN": "#b2f2bb",
    "PHASE": "#ffec99",
    "TARGET": "#fcc2d7",
    "ANNIVERSARY": "#96f2d7",
    "HEADING": "#dee2e6",
}
_LINE = re.compile(r"[^\n\f]+|[\n\f]+")


def doc_of(plan: Plan) -> "Doc":
    """A spaCy `Doc` whose text is the record's, with its items as `doc.spans["record"]`.

    Span labels are the groups in capitals, `kb_id_` is the item's id; a part of an item whose
    words do not stand together is a span of its own. `doc.user_data` has name and number.
    """
    import spacy
    from spacy.tokens import Doc

    words, spaces = _tokens(plan.text)
    doc = Doc(spacy.blank("xx").vocab, words=words, spaces=spaces)
    found = []
    for label, item in _items(plan):
        for span in item.spans or ((item.span,) if item.span else ()):
            marked = doc.char_span(
                span.start, span.end, label=label, kb_id=item.id, alignment_mode="expand"
            )
            if marked is not None:
                found.append(marked)
    doc.spans[SPANS_KEY] = found
    doc.user_data.update(name=plan.name, number=plan.document.number, sha256=plan.source.sha256)
    return doc


def docbin_of(plans: tuple[Plan, ...]) -> bytes:
    """The documents as the bytes of a spaCy `DocBin`, span groups and user data kept."""
    from spacy.tokens import DocBin

    return DocBin(docs=[doc_of(plan) for plan in plans], store_user_data=True).to_bytes()


def displacy_page(plan: Plan) -> str:
    """A page of HTML, by displaCy, with the plan's text and its items marked."""
    from spacy import displacy

    options = {"spans_key": SPANS_KEY, "colors": _COLORS}
    html: str = displacy.render(doc_of(plan), style="span", page=True, options=options)
    return html


def _items(plan: Plan) -> Iterator[tuple[str, Grounded]]:
    groups: dict[str, tuple[Grounded, ...]] = {
        "HEADING": plan.outline,
        "CITATION": plan.citations,
        "CAMPAIGN": plan.campaigns,
        "PHASE": plan.phases,
        "TASK": plan.tasks,
        "DUTY": tuple(text for duty in plan.duties for text in duty.duties),
        "ANNIVERSARY": plan.anniversaries,
        "TARGET": plan.targets,
    }
    for label, items in groups.items():
        for item in items:
            yield label, item


def _tokens(text: str) -> tuple[list[str], list[bool]]:
    """Words and whether a space follows each; joined they are the text, to the character."""
    words: list[str] = []
    spaces: list[bool] = []
    for line in _LINE.finditer(text):
        for start, end in _words(line[0]):
            piece = line[0][start:end]
            if piece == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
    return words, spaces


def _words(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line: its words by underthesea, and what stands between them."""
    from underthesea import word_tokenize

    at = 0
    for token in word_tokenize(line) if line.strip() else ():
        found = line.find(token, at)
        if found < 0:
            continue  # the segmenter changed the word: it stays with its neighbours
        yield from _gap(line, at, found)
        yield found, found + len(token)
        at = found + len(token)
    yield from _gap(line, at, len(line))


def _gap(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between two words, one space apart from the rest."""
    if start < end and line[start] == " ":
        yield start, start + 1
        start += 1
    if start < end:
        yield start, end
