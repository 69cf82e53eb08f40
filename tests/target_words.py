"""Targets of a text for the tests of the words by which they are found and parted."""

from work_words import under, when

from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading
from extract.sections import Frame
from extract.targets import find_targets


def aims(text: str, *titles: str) -> list[str]:
    """`indicator | >=5 % | time` of each target in a body, under headings if any."""
    text, sections = under(*titles, text)
    flow = flow_of(Reading(text=text, wrapped=False))
    size = len(flow.text)
    found = find_targets(flow, Frame(0, 0, size, size, size), sections, Context(year=2031))
    return [
        f"{t.indicator} | {t.comparison}{t.value:g} {t.unit}"
        + (f" | {t.population}" if t.population else "")
        + (f" | {when(t.time)}" if t.time else "")
        for t in found
    ]
