"""Abbreviation never expanded.

What it checks: whether shortenings that are not in everybody's use are written out once.
Why: a reader outside the field does not know them, and two fields use one for different things.
Example: `BQLDA` in a plan that never says what it stands for.
What to do: write the words in full at the first place, with the shortening in brackets.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I.

Kiểm tra gì: chữ viết tắt không thông dụng có được viết đầy đủ một lần hay không.
Vì sao: người ngoài ngành không hiểu, và mỗi ngành hiểu một cách.
Ví dụ: ghi `BQLDA` mà không chỗ nào nói là gì.
Cần làm: viết đầy đủ ở chỗ đầu tiên, kèm chữ viết tắt trong ngoặc.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.words import UPPER

_SHORT = re.compile(
    rf"(?<![\w/&.-])([{UPPER}]{{2,}}(?:[-&][{UPPER}]{{2,}})*)(?![\w/&]|-[{UPPER}\d])"
)
_ROMAN = re.compile(r"[IVXLC]+$")
_COMMON = frozenset(
    "UBND HĐND THCS THPT TH MN THPTQG GDĐT GD&ĐT GD-ĐT TP TW TƯ BCH BTV MTTQ CNTT PCCC VT VP KT "
    "TM TL TUQ TTHC CCHC KT-XH QPAN ATTP ATGT ANTT NTM HSSV CBCCVC CBQL GV HS NV SGK GDPT GDTX "
    "TNCS TNTP XHCN VN CSDL QĐ KH NQ CT TT NĐ HD TB BC STT SĐT WHO UNESCO UNICEF STEM OCOP HIV "
    "AIDS COVID ASEAN GDP FDI ODA USB PDF VNEID BHYT BHXH CMND CCCD UBMTTQ MTQG PTTH TTXVN VTV "
    "BTC BNV BGDĐT SGDĐT PGDĐT PCTT TKCN CNH HĐH DN HTX THADS VKSND TAND CAND QĐND BĐBP LLVT AN "
    "QP VHTTDL NN PTNT GTVT TNMT LĐTBXH TTTT KHCN KHĐT NSNN DTTS".split()
)
_SHOWN = 12
_MOST = 200  # shortenings that are looked at


_AFTER = re.compile(rf"\s*[(:=]\s*[{UPPER}\w]")


def _explained(case: Case, short: str) -> bool:
    """Whether the shortening stands in brackets after its words, or before them."""
    at = case.text.find(short)
    while at >= 0:
        before = case.text[max(at - 20, 0) : at]
        if case.text.startswith(")", at + len(short)) and "(" in before:
            return True
        if _AFTER.match(case.text, at + len(short)):
            return True
        at = case.text.find(short, at + 1)
    return False


def _heading_lines(case: Case) -> Iterator[tuple[int, int]]:
    """Printed lines of capitals all over, headings and letterheads, as folded stretches."""
    at = 0
    for line in case.plan.text.split("\n"):
        if sum(map(str.isupper, line)) > 0.6 * sum(map(str.isalpha, line)):
            yield case.folded.at(at), case.folded.at(at + len(line))
        at += len(line) + 1


_NEIGHBOUR = re.compile(rf"\s([{UPPER}]+)\b")
_BEFORE = re.compile(rf"(?<!\w)([{UPPER}]+)\s$")


def _in_capitals(case: Case, m: re.Match[str]) -> bool:
    """Whether the words beside it are capitals too: a name set in capitals, no shortening."""
    beside = (
        _NEIGHBOUR.match(case.text, m.end()),
        _BEFORE.search(case.text[max(m.start() - 20, 0) : m.start()]),
    )
    return any(word and word[1] not in _COMMON for word in beside)


def _shortenings(case: Case) -> Iterator[re.Match[str]]:
    """Shortenings outside headings and names of documents, each once."""
    skipped = sorted((*_heading_lines(case), *map(case.within, case.plan.citations)))
    starts = [start for start, _ in skipped]
    seen: set[str] = set()
    for m in _SHORT.finditer(case.text, 0, case.body_end):
        if m[1] in seen or m[1] in _COMMON or _ROMAN.match(m[1]) or _in_capitals(case, m):
            continue
        i = bisect_right(starts, m.start()) - 1
        if i >= 0 and m.start() < skipped[i][1]:
            continue
        seen.add(m[1])
        yield m
        if len(seen) > _MOST:
            return


def _find(case: Case) -> Iterator[Fault]:
    first = {m[1]: m.span(1) for m in _shortenings(case) if not _explained(case, m[1])}
    if not first:
        return
    names = ", ".join(list(first)[:_SHOWN])
    yield Fault(
        Text(f"Chữ viết tắt chưa được viết đầy đủ: {names}.", f"Never written out: {names}."),
        Text("Viết đầy đủ ở chỗ đầu tiên.", "Write them out at the first place."),
        (
            *(case.here(*place) for place in list(first.values())[:_SHOWN]),
            rule_of_form("tên đầy đủ (viết tắt)", "NĐ 30/2020/NĐ-CP, Phụ lục I"),
        ),
        count=len(first),
    )


RULE = Rule(
    "H05",
    "note",
    Text("Chữ viết tắt chưa giải thích", "Unexplained abbreviation"),
    _find,
    plans_only=True,
)
