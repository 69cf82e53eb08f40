"""Sections: under which heading of a plan a place stands, as people name it (`II.2.a`)."""

from schemas import Plan


def section_at(plan: Plan, at: int) -> str | None:
    """The numbers of the headings above `text[at]`; `None` before the first and in the footer.

    A number that repeats those above it (`1.1` under `1`) stands for them.
    """
    footer = [r.span.start for r in plan.document.recipients if r.span]
    if footer and at >= min(footer):
        return None
    path: list[tuple[int, str]] = []
    for heading in plan.outline:
        if heading.span is None or not heading.number:
            continue
        if heading.span.start > at:
            break
        path = [one for one in path if one[0] < heading.level]
        path.append((heading.level, heading.number.strip(" .)")))
    numbers: list[str] = []
    for _level, number in path:
        numbers = [one for one in numbers if not number.startswith(f"{one}.")]
        numbers.append(number)
    return ".".join(numbers) or None
