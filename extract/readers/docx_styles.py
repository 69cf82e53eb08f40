"""DOCX styles: what a paragraph or run inherits that changes how its text reads."""

from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST: Final = 12
_OFF: Final = frozenset({"0", "false", "off", "none"})


class Styles:
    """Looks properties up along the chain of styles that a style is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._base_font: str | None = None
        if root is None:
            return
        for style in root.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}default") in ("1", "true"):
                self._defaults[style.get(f"{W}type", "")] = name
        self._base_font = font_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def numbering(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """`(list, level)` of a paragraph by its `w:pPr`, or `None`; list `0` takes it away."""
        number, level = _numbering(properties)
        for style in self._chain(properties, "pStyle", "paragraph"):
            if number is not None:
                break
            number, of_style = _numbering(style.find(f"{W}pPr"))
            level = of_style if level is None else level
        if number is None or number == "0":
            return None
        return number, level or 0

    def font(self, run: etree._Element | None, paragraph: etree._Element | None) -> str | None:
        """The name of the font of a run, by its `w:rPr` and its paragraph's `w:pPr`."""
        direct = font_of(run)
        if direct:
            return direct
        for style in (
            *self._chain(run, "rStyle", "character"),
            *self._chain(paragraph, "pStyle", "paragraph"),
        ):
            found = font_of(style.find(f"{W}rPr"))
            if found:
                return found
        return self._base_font

    def switched(
        self, mark: str, run: etree._Element | None, paragraph: etree._Element | None
    ) -> bool:
        """Whether a switch such as `caps` or `vanish` is on for a run."""
        direct = _switch(run, mark)
        if direct is not None:
            return direct
        for style in (
            *self._chain(run, "rStyle", "character"),
            *self._chain(paragraph, "pStyle", "paragraph"),
        ):
            found = _switch(style.find(f"{W}rPr"), mark)
            if found is not None:
                return found
        return False

    def has_borders(self, table: etree._Element | None) -> bool | None:
        """Whether a table's style draws its borders; `None` where no style says."""
        for style in self._chain(table, "tblStyle", "table"):
            borders = style.find(f"{W}tblPr/{W}tblBorders")
            if borders is not None:
                return are_drawn(borders)
        return None

    def _chain(
        self, properties: etree._Element | None, tag: str, kind: str
    ) -> list[etree._Element]:
        named = properties.find(f"{W}{tag}") if properties is not None else None
        name = named.get(f"{W}val", "") if named is not None else self._defaults.get(kind, "")
        chain: list[etree._Element] = []
        while name in self._styles and len(chain) < _DEEPEST:
            style = self._styles[name]
            chain.append(style)
            base = style.find(f"{W}basedOn")
            name = base.get(f"{W}val", "") if base is not None else ""
        return chain


def font_of(properties: etree._Element | None) -> str | None:
    """The font that `w:rPr` names itself."""
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    if fonts is None:
        return None
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or fonts.get(f"{W}cs")


def are_drawn(borders: etree._Element) -> bool:
    """Whether any side of `w:tblBorders` or `w:tcBorders` is a line."""
    return any(side.get(f"{W}val", "none") not in ("none", "nil") for side in borders)


def _numbering(properties: etree._Element | None) -> tuple[str | None, int | None]:
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None, None
    number, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    depth = level.get(f"{W}val", "") if level is not None else ""
    return (
        number.get(f"{W}val") if number is not None else None,
        int(depth) if depth.isdecimal() else None,
    )


def _switch(properties: etree._Element | None, mark: str) -> bool | None:
    found = properties.find(f"{W}{mark}") if properties is not None else None
    if found is None:
        return None
    return found.get(f"{W}val", "1") not in _OFF
