"""Clause times: which times of a clause are its work's, and what they are together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.tasks.making import cuts_of, make_task
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import TimeMatch
from schemas import Task

# `… trước ngày A đối với xã và trước ngày B đối với trường`: whom each of the times is for.
_FOR_WHOM = re.compile(r"\s*[,(]?\s*(?:áp dụng )?đối với\s")
_NEXT_TO = re.compile(r"\s?[,(]?\s?(?:bắt đầu |kéo dài )?")


def times_of_clause(scene: Scene, stretch: tuple[int, int]) -> list[TimeMatch]:
    """The times at which the work of a clause happens or is due, in order."""
    return _spanned(scene.flow.text, _sharpest(_own_of(scene, stretch)))


def _own_of(scene: Scene, stretch: tuple[int, int]) -> list[TimeMatch]:
    """The times of a clause that are its work's, a rhythm beside one of them too."""
    text = scene.flow.text
    own: list[TimeMatch] = []
    beside: TimeMatch | None = None
    for match in scene.within(*stretch):
        if is_own_time(text, *stretch, match):
            if beside is not None and match.modality == "window":
                own.append(beside)
            own.append(match)
        adjacent = _NEXT_TO.match(text, match.end) if match.modality == "recurring" else None
        beside = match if adjacent and match.times and match not in own else None
    return own


def _spanned(text: str, own: list[TimeMatch]) -> list[TimeMatch]:
    """`ngày 20 hằng tháng, từ tháng 5 đến tháng 11`: how long what comes again goes on."""
    if len(own) != 2 or not _NEXT_TO.fullmatch(text, own[0].end, own[1].start):
        return own
    again, span = sorted(own, key=lambda m: m.modality != "recurring")
    days = span.times[0]
    if again.modality != "recurring" or span.modality == "recurring" or not days.end:
        return own
    if days.start is None or days.start == days.end or len(span.times) > 1:
        return own
    kept = {"start": days.start, "end": days.end}
    times = tuple(t.model_copy(update=kept) for t in again.times)
    return [replace(again, start=own[0].start, end=own[1].end, times=times)]


def _sharpest(own: list[TimeMatch]) -> list[TimeMatch]:
    """`Trong dịp hè, … xong trước ngày 15/8` is due once: the deadline inside the stretch."""
    if len(own) != 2 or own[0].modality != "window" or own[1].modality != "deadline":
        return own
    wide, due = own[0].times[0], own[1].times[0]
    if wide.start and wide.end and due.end and due.start is None:
        return own[1:] if wide.start <= due.end <= wide.end else own
    return own


def for_whom(scene: Scene, start: int, end: int, own: Sequence[TimeMatch]) -> list[Task]:
    """`nộp hồ sơ trước ngày A đối với xã và trước ngày B đối với trường`: one piece of work for
    each, with the words before the first time."""
    text = scene.flow.text
    if len(own) < 2 or text.find("đối với", own[0].end, own[1].start) < 0:
        return []
    asides: list[tuple[int, int]] = []  # whom a time is for, up to the next time
    for match, after in zip(own, [*own[1:], None], strict=True):
        stop = after.start if after else end
        whom = _FOR_WHOM.match(text, match.end, stop)
        if whom is None or (after and not _reaches(text, match.end, stop)):
            return []
        asides.append((match.end, stop))
    found: list[Task] = []
    for i, match in enumerate(own):
        stop = asides[i][1] if i + 1 == len(own) else _before_joint(text, *asides[i])
        cuts = [*cuts_of(own[: i + 1]), *asides[:i]]
        for time in match.times:
            task = make_task(scene, (start, stop), cuts, time)
            found += [task] if task else []
    return found


def _reaches(text: str, start: int, stop: int) -> bool:
    """Whether nothing but whom a time is for stands between it and the next."""
    words = text[start:stop]
    return not any(mark in words for mark in ";:\n") and ". " not in words


def _before_joint(text: str, start: int, stop: int) -> int:
    words = text[start:stop].rstrip(" ,")
    for joint in (" và", " còn", " hoặc"):
        words = words.removesuffix(joint)
    return start + len(words.rstrip(" ,"))
