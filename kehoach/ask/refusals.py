"""Why a question is refused, in words, with what could be asked instead."""

import datetime as dt
from collections.abc import Sequence

from kehoach.ask.names import nearest_unit
from kehoach.ask.refusal import Refused
from kehoach.i18n import _, language
from store import Store

_EXAMPLES = {
    "vi": (
        "việc nào đến hạn trong quý 3 năm 2025?",
        "việc của phòng giáo dục trong 30 ngày tới",
        "lỗi nào trong 96/KH-PGDĐT?",
        "kế hoạch nào chưa dẫn chiếu 665/KH-SGDĐT?",
    ),
    "en": (
        "which tasks are due in Q3 2025?",
        "tasks of phòng giáo dục in the next 30 days",
        "contradictions in 96/KH-PGDĐT",
        "which lower plans cite 665/KH-SGDĐT?",
    ),
}


def examples() -> tuple[str, ...]:
    """Questions that are understood, in the language spoken."""
    return _EXAMPLES[language()]


def _in(vi: str, en: str) -> str:
    return en if language() == "en" else vi


def empty() -> Refused:
    """Nothing was asked."""
    return Refused("empty", _("Nothing was asked."), *examples())


def too_long(most: int) -> Refused:
    """A page instead of a question."""
    message = _("A question has {most} letters at most.").format(most=most)
    return Refused("too-long", message, *examples())


def unknown_words(store: Store, runs: Sequence[str]) -> Refused:
    """Words that have no part in any question that is understood."""
    words = " … ".join(runs)
    unit = nearest_unit(store, runs[0])
    suggestions = [_in(f"việc của {unit} trong 30 ngày tới", f"tasks of {unit} in the next 30 days")
                   ] if unit else list(examples()[:3])  # fmt: skip
    return Refused(
        "unknown-words",
        _("What “{words}” means in this question is not understood.").format(words=words),
        *suggestions,
        f"kehoach search {runs[0]!r}",
    )


def one_document_at_a_time(numbers: Sequence[str]) -> Refused:
    """Two documents in one question."""
    return Refused(
        "several-documents",
        _("A question can be about one document only."),
        *(_in(f"việc trong {one}", f"tasks in {one}") for one in numbers[:3]),
    )


def one_unit_at_a_time(first: str, second: str) -> Refused:
    """Two units in one question."""
    return Refused(
        "not-narrowed-so",
        _("A question can name one unit only."),
        *(_in(f"việc của {one}", f"tasks of {one}") for one in (first, second)),
    )


def one_time_at_a_time() -> Refused:
    """Two times in one question."""
    return Refused(
        "several-times",
        _("A question can be about one stretch of time only."),
        _in("việc từ 1/7/2025 đến 31/12/2025", "tasks from 1 July 2025 to 31 December 2025"),
        _in("việc trong quý 3 năm 2025", "tasks in Q3 2025"),
    )


def progress() -> Refused:
    """What was done and what was not."""
    return Refused(
        "not-answered-here",
        _("Whether work was done is not known here, only when it is due."),
        _in("việc quá hạn", "overdue tasks"),
        _in("việc trong 30 ngày tới", "tasks in the next 30 days"),
    )


def nothing_late_then() -> Refused:
    """What is overdue lies before today."""
    return Refused(
        "several-times",
        _("What is overdue lies before today."),
        _in("việc quá hạn", "overdue tasks"),
        _in("việc trong 30 ngày tới", "tasks in the next 30 days"),
    )


def no_such_day(words: str) -> Refused:
    """A date that no calendar has."""
    return Refused(
        "no-such-day",
        _("“{words}” is no time that there is.").format(words=words),
        _in("việc trong quý 3 năm 2025", "tasks in Q3 2025"),
        _in("việc từ 1/9/2025 đến 15/9/2025", "tasks from 1 September 2025 to 15 September 2025"),
    )


def no_topic() -> Refused:
    """Nothing says whether work, plans or findings are asked for."""
    return Refused(
        "no-topic",
        _("It is not said what is asked for: work, plans, citations or findings."),
        *examples(),
    )


def no_topic_for(words: str) -> Refused:
    """A document or unit alone."""
    return Refused(
        "no-topic",
        _("It is not said what is asked about {words}.").format(words=words),
        _in(f"việc trong {words}", f"tasks in {words}"),
        _in(f"lỗi trong {words}", f"findings in {words}"),
        f"kehoach show {words}",
    )


def no_topic_for_unit(words: str) -> Refused:
    """A unit alone."""
    return Refused(
        "no-topic",
        _("It is not said what is asked about {words}.").format(words=words),
        _in(f"việc của {words}", f"tasks of {words}"),
        _in(f"kế hoạch của {words}", f"plans of {words}"),
    )


def cites_what() -> Refused:
    """Citing, without the document that is cited."""
    return Refused(
        "no-topic",
        _("It is not said which document is cited: name it by its number."),
        _in("kế hoạch nào chưa dẫn chiếu 665/KH-SGDĐT?", "which plans do not cite 665/KH-SGDĐT?"),
        _in(
            "kế hoạch nào chưa dẫn chiếu kế hoạch cấp trên?",
            "which plans do not cite a higher plan?",
        ),
    )


def not_narrowed(kind: str, suggestion: str) -> Refused:
    """A kind of rows that can't be narrowed in the way asked for; `kind` is translated."""
    return Refused(
        "not-narrowed-so",
        _("{kind} can't be narrowed in this way.").format(kind=kind),
        suggestion,
        *examples()[:2],
    )


def findings_in(words: str) -> str:
    """A question about the findings in a document."""
    return _in(f"lỗi trong {words}", f"findings in {words}")


def plans_of_year(day: dt.date | None) -> str:
    """A question about the plans of a year."""
    year = day.year if day else 2025
    return _in(f"kế hoạch ban hành năm {year}", f"plans issued in {year}")
