"""Theme of the year misquoted.

What it checks: whether the theme of the year that a plan quotes is worded as in the plan above
that set it, and alike in all its places; the motto that a superior set for a congress or a year
too, as a warning.
Why: the theme is a quotation; a changed word is a mistake in somebody else's words.
Example: the province's theme has `bứt phá`, the district's quotation of it `đột phá`.
What to do: copy the theme from the superior's document.
Legal source: none; the superior's document.

Kiểm tra gì: chủ đề năm được trích trong kế hoạch có đúng như văn bản cấp trên nêu ra và thống
nhất giữa các chỗ hay không; phương châm do cấp trên đặt ra cũng được đối chiếu, ở mức cảnh báo.
Vì sao: chủ đề là lời trích; đổi một chữ là sai lời của cơ quan khác.
Ví dụ: chủ đề của tỉnh ghi `bứt phá`, huyện trích là `đột phá`.
Cần làm: chép đúng chủ đề từ văn bản cấp trên.
Căn cứ: không có văn bản riêng; theo văn bản cấp trên.
"""

import re
from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.guiding import guiding
from checks.misnamed import near_names
from checks.names import compare_names
from checks.reference.confidence import supported
from checks.rule import Rule
from checks.rules.movement_misnamed import words_at
from schemas import Campaign, Plan, Span

_ONE_THEME = 0.75
# `phương châm` alone may be anybody's saying; that of a congress or a year is set once.
_SET_MOTTO = re.compile(
    r"phương\s+châm\s+(?:đại\s+hội|hành\s+động|công\s+tác|năm|chủ\s+đạo|chỉ\s+đạo)[^“”\"\n]{0,40}"
    r"[“\"](?P<words>[^“”\"]{12,200})[”\"]",
    re.IGNORECASE,
)
_MOTTO = re.compile(
    r"phương châm[^“”\"\n]{0,50}[“\"](?P<words>[^“”\"\n]{12,200})[”\"]", re.IGNORECASE
)
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{12,300})[”\"]")


def _find(case: Case) -> Iterator[Fault]:
    reported: set[str] = set()
    for near in near_names(case):
        changes = near.comparison.replaced
        if near.campaign.kind != "chủ đề" or not changes or near.campaign.span is None:
            continue
        reported.add(near.campaign.name)
        yield Fault(
            Text(
                f"Chủ đề trích là “{' '.join(changes[0].printed)}”; "
                f"nguyên văn: “{' '.join(changes[0].right)}”.",
                f"The theme is quoted with “{' '.join(changes[0].printed)}”; "
                f"the original has “{' '.join(changes[0].right)}”.",
            ),
            Text("Chép đúng chủ đề từ văn bản cấp trên.", "Copy the superior's words."),
            (words_at(case, near), near.other),
            severity=supported("error", near.confidence),
        )
    yield from _unlike(case, reported)
    yield from _mottos(case)


def _mottos(case: Case) -> Iterator[Fault]:
    """A congress's or a year's motto, quoted with another word than in the plan above."""
    own = [m for m in _MOTTO.finditer(case.text) if m["words"]]
    if not own:
        return
    for guide in guiding(case):
        for theirs in _SET_MOTTO.finditer(guide.plan.text):
            for m in own:
                comparison = compare_names(m["words"], theirs["words"])
                if comparison.likeness >= _ONE_THEME and len(comparison.replaced) == 1:
                    yield _motto_fault(case, m, guide.plan, theirs)


def _motto_fault(case: Case, m: re.Match[str], plan: Plan, theirs: re.Match[str]) -> Fault:
    span = Span(start=theirs.start("words"), end=theirs.end("words"))
    there = Passage(" ".join(theirs["words"].split()), span, plan)
    return Fault(
        Text(
            f"Phương châm trích là “{m['words']}”; nguyên văn: “{there.words}”.",
            f"The motto is quoted as “{m['words']}”; the original has “{there.words}”.",
        ),
        Text("Chép đúng phương châm từ văn bản cấp trên.", "Copy the superior's words."),
        (case.here(*m.span("words")), there),
        severity="warn",  # an office may have set one of its own
    )


def _unlike(case: Case, reported: set[str]) -> Iterator[Fault]:
    """Quotations in the plan that differ in a word from the theme as it was first quoted."""
    themes = [c for c in case.plan.campaigns if c.kind == "chủ đề" and c.span]
    seen: set[str] = set()
    for theme in themes:
        start, _ = case.within(theme)
        for m in _QUOTED.finditer(case.text, start + len(theme.name)):
            if theme.name in reported or m[1] in seen:
                continue
            comparison = compare_names(m[1], theme.name)
            if comparison.likeness < _ONE_THEME or len(comparison.replaced) != 1:
                continue
            seen.add(m[1])
            yield _two(case, theme, m)


def _two(case: Case, theme: Campaign, m: re.Match[str]) -> Fault:
    return Fault(
        Text("Một chủ đề được trích hai cách.", "One theme is quoted in two ways."),
        Text("Chép đúng chủ đề từ văn bản cấp trên.", "Copy the superior's words."),
        (case.here(*m.span(1)), case.item(theme)),
    )


RULE = Rule("F04", "error", Text("Trích sai chủ đề năm", "Theme misquoted"), _find, letters=True)
