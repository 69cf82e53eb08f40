"""DOCX runs: the text of one paragraph as Word shows it, changes accepted."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from extract.readers.docx_styles import Styles
from extract.readers.encodings import Legacy, by_font, convert, recognise

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATIVES: Final = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
)
_CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_BOX: Final = f"{W}txbxContent"
# Taken away by its author, or no text: never shown once the changes are accepted.
_UNSHOWN: Final = frozenset(
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "rPr",
        "pPr",
        "instrText",
        "delText",
        "delInstrText",
        "commentReference",
    )
)
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_SWITCHES: Final = frozenset({"caps", "vanish"})


class Runs:
    """Reads paragraphs; knows what fonts of old encodings mean in this document."""

    def __init__(self, body: etree._Element, styles: Styles) -> None:
        self._styles = styles
        self._cache: dict[tuple[bytes, str], tuple[bool, bool, str | None]] = {}
        self.legacy: Legacy | None = None
        self._everywhere = False
        self._learn(body)

    def _learn(self, body: etree._Element) -> None:
        """An old encoding holds for the runs whose fonts say so if their text says so too;
        without such fonts, for the whole document if all of its text says so."""
        every: list[str] = []
        fonted: dict[str, list[str]] = {}
        for paragraph in body.iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            for run in paragraph.iterchildren(f"{W}r"):
                text = "".join(part.text or "" for part in run.iterchildren(f"{W}t"))
                every.append(text)
                found = by_font(self._look(run.find(f"{W}rPr"), properties)[2])
                if found:
                    fonted.setdefault(found[0].name, []).append(text)
            every.append("\n")
        for texts in fonted.values():
            self.legacy = self.legacy or recognise("".join(texts))
        if self.legacy is None:
            self.legacy = recognise("".join(every))
            self._everywhere = self.legacy is not None

    def text(self, paragraph: etree._Element) -> str:
        """The paragraph's own text, without its list number and without text boxes."""
        properties = paragraph.find(f"{W}pPr")
        return "".join(self._inside(paragraph, properties))

    def boxes(self, paragraph: etree._Element) -> list[etree._Element]:
        """The outermost text boxes that are anchored in the paragraph, each once."""
        found: list[etree._Element] = []
        _find_boxes(paragraph, found)
        return found

    def _inside(self, element: etree._Element, properties: etree._Element | None) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                yield self._run(child, properties)
            elif tag == _MATH:
                yield child.text or ""
            elif tag == _ALTERNATIVES:
                chosen = child.find(_CHOICE)
                if chosen is not None:
                    yield from self._inside(chosen, properties)
            elif tag not in _UNSHOWN and tag not in (_BOX, f"{W}p", f"{W}tbl"):
                yield from self._inside(child, properties)

    def _run(self, run: etree._Element, paragraph: etree._Element | None) -> str:
        properties = run.find(f"{W}rPr")
        caps, hidden, font = self._look(properties, paragraph)
        if hidden:
            return ""
        pieces: list[str] = []
        for part in run:
            tag = part.tag
            if tag == f"{W}t":
                pieces.append(self._modern(part.text or "", font))
            elif tag == f"{W}softHyphen":  # the letter ư of TCVN3, or a place to break a word
                pieces.append(self._modern("\u00ad", font))
            elif tag in _SIGNS:
                pieces.append(_SIGNS[tag])
            elif tag == f"{W}sym":
                pieces.append(_symbol(part))
        text = "".join(pieces)
        return text.upper() if caps else text

    def _modern(self, text: str, font: str | None) -> str:
        if self.legacy is None or not text:
            return text
        found = by_font(font)
        if found and not self._everywhere:
            new = found[0].to_unicode(text)
            return new.upper() if found[1] else new
        if not self._everywhere:
            return text
        return convert(text, self.legacy)

    def _look(
        self, run: etree._Element | None, paragraph: etree._Element | None
    ) -> tuple[bool, bool, str | None]:
        """`(capitals, hidden, font)`; kept, since runs of one look come by the thousand."""
        named = paragraph.find(f"{W}pStyle") if paragraph is not None else None
        key = (
            etree.tostring(run) if run is not None else b"",
            named.get(f"{W}val", "") if named is not None else "",
        )
        if key not in self._cache:
            self._cache[key] = (
                self._styles.switched("caps", run, paragraph),
                self._styles.switched("vanish", run, paragraph),
                self._styles.font(run, paragraph),
            )
        return self._cache[key]


def _find_boxes(element: etree._Element, found: list[etree._Element]) -> None:
    for child in element:
        if child.tag == _BOX:
            found.append(child)
        elif child.tag == _ALTERNATIVES:
            # The fallback says the same again for older programs.
            chosen = child.find(_CHOICE)
            before = len(found)
            if chosen is not None:
                _find_boxes(chosen, found)
            if len(found) == before:
                for other in child:
                    if other is not chosen:
                        _find_boxes(other, found)
        elif child.tag not in _UNSHOWN:
            _find_boxes(child, found)


def _symbol(part: etree._Element) -> str:
    """A sign of a symbol font, by its code point in the private use area."""
    code = part.get(f"{W}char", "")
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if 0 < value < 0x100:
        value += 0xF000
    return chr(value) if value < 0xD800 or 0xE000 <= value < 0x10000 else ""
