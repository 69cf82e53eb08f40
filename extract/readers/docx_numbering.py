"""DOCX numbering: the list numbers that Word shows and the text does not hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_KEPT_BULLETS: Final = "-–—+*•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is a template such as `%1.%2.`."""

    format: str
    text: str
    start: int
    legal: bool


class Numbering:
    """Counts along the document; `label` must be called once for each numbered paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of list `number`, without a space behind it."""
        key = self._abstract.get(number, "")
        levels = self._levels.get(number, {})
        this = levels.get(level)
        if this is None or this.format == "none":
            return ""
        if this.format == "bullet":
            bullet = this.text.strip()
            return bullet if bullet in _KEPT_BULLETS else "•"
        counts = self._counts.setdefault(key, {})
        if number not in self._begun:
            self._begun.add(number)
            for (owner, at), start in self._restarts.items():
                if owner == number:
                    counts[at] = start - 1
        counts[level] = counts.get(level, this.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return _fill(this, levels, counts)

    def _read(self, root: etree._Element) -> None:
        abstract = _abstracts(root)
        for num in root.iterchildren(f"{W}num"):
            number = num.get(f"{W}numId", "")
            link = num.find(f"{W}abstractNumId")
            key = link.get(f"{W}val", "") if link is not None else ""
            levels = dict(abstract.get(key, {}))
            for override in num.iterchildren(f"{W}lvlOverride"):
                at = _integer(override.get(f"{W}ilvl"), 0)
                levels.update(_levels(override))
                start = override.find(f"{W}startOverride")
                if start is not None:
                    self._restarts[number, at] = _integer(start.get(f"{W}val"), 1)
            self._abstract[number] = key
            self._levels[number] = levels


def _abstracts(root: etree._Element) -> dict[str, dict[int, Level]]:
    """Levels by abstract list; one that only names a list style takes that style's levels."""
    found: dict[str, dict[int, Level]] = {}
    by_style: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for each in root.iterchildren(f"{W}abstractNum"):
        key = each.get(f"{W}abstractNumId", "")
        found[key] = _levels(each)
        style, link = each.find(f"{W}styleLink"), each.find(f"{W}numStyleLink")
        if style is not None:
            by_style[style.get(f"{W}val", "")] = found[key]
        if link is not None:
            links[key] = link.get(f"{W}val", "")
    for key, name in links.items():
        found[key] = found[key] or by_style.get(name, {})
    return found


def _levels(owner: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for each in owner.iterchildren(f"{W}lvl"):
        values = {
            child.tag: child.get(f"{W}val", "")
            for child in each.iterchildren(f"{W}numFmt", f"{W}lvlText", f"{W}start")
        }
        found[_integer(each.get(f"{W}ilvl"), 0)] = Level(
            format=values.get(f"{W}numFmt", "decimal"),
            text=values.get(f"{W}lvlText", ""),
            start=_integer(values.get(f"{W}start"), 1),
            legal=each.find(f"{W}isLgl") is not None,
        )
    return found


def _fill(this: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    text = this.text
    for at in range(9):
        mark = f"%{at + 1}"
        if mark not in text:
            continue
        level = levels.get(at, this)
        value = counts.get(at, level.start)
        form = "decimal" if this.legal else level.format
        text = text.replace(mark, _FORMATS.get(form, str)(value))
    return text


def _roman(value: int) -> str:
    written = ""
    value = min(value, 4000)
    for size, letters in _ROMAN:
        while value >= size:
            written += letters
            value -= size
    return written


def _letter(value: int) -> str:
    """1 is a, 26 z, 27 aa: Word repeats the letter."""
    if value < 1:
        return ""
    times, at = divmod(value - 1, 26)
    return chr(97 + at) * min(times + 1, 10)


def _integer(value: str | None, otherwise: int) -> int:
    try:
        return int(value) if value else otherwise
    except ValueError:
        return otherwise


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda value: f"{value:02}",
}
