"""Figures of a benchmark: what was asked, how long it took, beside what, and the bar for it."""

import json
import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Milliseconds of one question. `beside` are those of what it is held against in the same
    run: the question as plain SQL, or the same work with few plans. `limit` holds for p95 (of
    a whole process for the median), `times` for the ratio of the medians."""

    question: str
    median: float
    p95: float
    beside_median: float | None = None
    beside_p95: float | None = None
    limit: float | None = None
    times: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if self.beside_median is None else self.median / self.beside_median

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; `None` where there is none."""
        if self.limit is None:
            return None
        slow = (self.median if "process" in self.question else self.p95) > self.limit
        return not slow and (self.times is None or (self.ratio or 0) <= self.times)


clock = time.perf_counter  # or `time.process_time`, where the machine does other things too


def timed(ask: Callable[[int], int], n: int, times: list[float]) -> int:
    """The answer to question `n`; its milliseconds are added to `times`."""
    begin = clock()
    answer = ask(n)
    times.append(1000 * (clock() - begin))
    return answer


def summary(times: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]


def machine() -> dict[str, str | int | None]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        "cores": os.cpu_count(),
    }


def show(facts: dict[str, object], figures: list[Figure]) -> None:
    """The table for people."""
    print(json.dumps(facts, ensure_ascii=False))
    print(f"{'milliseconds':58}{'median':>9}{'p95':>9}{'beside':>9}{'p95':>9}{'ratio':>7}  bar")
    for one in figures:
        line = f"{one.question:58}{one.median:9.2f}{one.p95:9.2f}"
        if one.beside_median is None or one.beside_p95 is None or one.ratio is None:
            line += " " * 25
        else:
            line += f"{one.beside_median:9.2f}{one.beside_p95:9.2f}{one.ratio:7.2f}"
        if one.limit is not None:
            bar = f"{one.limit:.0f} ms" + (f", {one.times:.0f} times" if one.times else "")
            line += f"  {bar}: {'met' if one.met else 'MISSED'}"
        print(line)
