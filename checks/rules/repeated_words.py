"""Word or sentence repeated.

What it checks: whether a word or phrase stands twice in a row, and whether a whole sentence
stands twice.
Why: it is the trace of editing; a repeated task leaves open whether two were meant.
Example: `phối hợp với với các đơn vị`; one sentence in two sections.
What to do: delete one of the two.
Legal source: none; consistency of the document.

Kiểm tra gì: từ, cụm từ có lặp liền nhau và cả câu có lặp lại hay không.
Vì sao: là dấu vết của việc chỉnh sửa; nhiệm vụ lặp lại làm người đọc không rõ là một hay hai
việc.
Ví dụ: `phối hợp với với các đơn vị`; một câu nằm ở hai mục.
Cần làm: bỏ một chỗ.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from checks.case import Case
from checks.fault import Fault, Text
from checks.folded import Sentence
from checks.rule import Rule
from checks.words import GENRE, Word, keys_of

# Pairs of one syllable that are words of their own.
_REDUPLICATED = frozenset(
    "luôn ngày thường dần đời người nhà mãi từ hằng lớp nơi ai đâu chiều xa đêm sáng tối năm "
    "tháng giờ phút mùa làng xóm xã ngành cấp đều song ít nhiều cao thấp to nhỏ xanh đỏ vui buồn "
    "ào rào chầm khư nho be hây vàng tận càng hết nằng ba hai bốn chị anh em".split()
)
_SHOWN = 5
_SENTENCE = 12  # words of a sentence that is long enough to be noticed


def _in_a_row(words: tuple[Word, ...], text: str) -> Iterator[tuple[int, int]]:
    """Stretches in which one, two or three words stand twice in a row."""
    keys = [word.key for word in words]
    pairs = Counter(pairwise(keys))
    i = 0
    while i < len(words) - 1:
        # Most words do not come again so soon.
        size = _repeats(words, i, text) if keys[i] in keys[i + 1 : i + 4] else 0
        if size == 1 and _two_words(words, i, pairs):
            size = 0
        if size:
            yield words[i].start, words[i + 2 * size - 1].end
            i += 2 * size
        else:
            i += 1


def _two_words(words: tuple[Word, ...], i: int, pairs: Counter[tuple[str, str]]) -> bool:
    """Whether the two syllables end one word and begin the next: `đột xuất xuất sắc`."""
    if i == 0 or i + 2 >= len(words) or words[i].key in GENRE:
        return False
    before = pairs[words[i - 1].key, words[i].key]
    after = pairs[words[i + 1].key, words[i + 2].key]
    return before >= 2 and after >= 2


def _repeats(words: tuple[Word, ...], i: int, text: str) -> int:
    for size in (1, 2, 3):
        if i + 2 * size > len(words):
            return 0
        first, second = words[i : i + size], words[i + size : i + 2 * size]
        if first[0].key != second[0].key or [w.key for w in first] != [w.key for w in second]:
            continue
        if text[first[0].start : second[-1].end].strip(" ").count("\n"):
            continue
        between = text[first[-1].end : second[0].start]
        if between.strip() or any(not w.key.isalpha() for w in first):
            continue
        if size == 1 and (first[0].key in _REDUPLICATED or _name(first[0], second[0])):
            continue
        return size
    return 0


def _name(one: Word, other: Word) -> bool:
    """Whether both are capitalised: a person's or a place's name, or a symbol."""
    return (one.text[:1].isupper() and other.text[:1].isupper()) or len(one.text) == 1


def _table_or_list(case: Case, start: int, end: int) -> bool:
    """Whether a sentence is a cell or a row of tasks, or a unit's duty: those may repeat."""
    for item in (*case.plan.tasks, *case.plan.duties):
        if item.span:
            first, last = case.within(item)
            if first < end and start < last + 2:
                return True
    return any(
        first < end and start < last
        for duty in case.plan.duties
        for first, last in map(case.within, duty.duties)
    )


_LABEL = re.compile(r"[^:]{1,40}:")


def _is_whole(case: Case, sentence: Sentence) -> bool:
    """Whether it is a sentence of its own: no part, no labelled line, no name of a document."""
    words = case.text[sentence.start : sentence.end]
    before = case.text[max(sentence.start - 2, 0) : sentence.start]
    if "\t" in words or ";" in before or _LABEL.match(words):
        return False
    cited = [case.within(c) for c in case.plan.citations]
    inside = sum(max(0, min(sentence.end, b) - max(sentence.start, a)) for a, b in cited if b > a)
    return inside < 0.4 * len(words)


Place = tuple[int, int]


def _sentences(case: Case) -> Iterator[list[Place]]:
    """The places of each long sentence that stands in more than one."""
    seen: dict[tuple[str, ...], list[Place]] = {}
    for sentence in case.folded.sentences:
        if sentence.start < case.opening_end or sentence.end > case.body_end:
            continue
        keys = keys_of(case.text[sentence.start : sentence.end])
        if len(keys) < _SENTENCE:
            continue
        place = (sentence.start, sentence.end)
        places = seen.setdefault(keys, [])
        if places and not _is_whole(case, sentence):
            continue
        if not (places and _table_or_list(case, *place) and _table_or_list(case, *places[0])):
            places.append(place)
    yield from (places for places in seen.values() if len(places) > 1)


def _find(case: Case) -> Iterator[Fault]:
    for start, end in _in_a_row(case.folded.words, case.text):
        words = case.text[start:end]
        middle = start + len(words) // 2
        yield Fault(
            Text(f"Lặp từ: “{words}”.", f"Words are repeated: “{words}”."),
            Text("Bỏ chỗ lặp.", "Delete one of the two."),
            (case.here(start, end), case.here(middle, end)),
            severity="note",
        )
    for places in _sentences(case):
        count = len(places)
        last, *others = [*places[1:], places[0]]
        yield Fault(
            Text(f"Một câu nằm ở {count} chỗ.", f"One sentence stands in {count} places."),
            Text("Bỏ một chỗ hoặc nói rõ là hai việc.", "Delete one, or say that two are meant."),
            tuple(case.here(a, min(b, a + 160)) for a, b in (last, *others)[:_SHOWN]),
            # What stands in three places is a form of words, as an answer in a table.
            severity="warn" if count == 2 else "note",
            count=count,
        )


RULE = Rule(
    "H02", "warn", Text("Lặp từ, lặp câu", "Word or sentence repeated"), _find, plans_only=True
)
