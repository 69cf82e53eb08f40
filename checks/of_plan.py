"""What is worked out of a plan once, though several rules and several plans below it ask."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from schemas import Plan

T = TypeVar("T")

_HELD = 256  # plans whose answers are held, with the plans themselves


class _Same:
    """A plan that is equal to itself alone."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.plan is self.plan


def once_for_each_plan(work_out: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """Remembers the last answers. By the plan itself and not by what is in it: to compare two
    records takes longer than most answers, and records never change."""
    remembered = lru_cache(maxsize=_HELD)(lambda same: work_out(same.plan))

    @wraps(work_out)
    def asked(plan: Plan) -> T:
        answer: T = remembered(_Same(plan))
        return answer

    return asked
