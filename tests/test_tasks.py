"""Work with a time, read from the body of a plan: sentences, labels, bullets."""

from pathlib import Path

import pytest
import yaml

from extract.parse import parse
from extract.reading import Reading
from schemas import Source, Task, Unit

CASES = yaml.safe_load((Path(__file__).parent / "cases/tasks.yaml").read_text(encoding="utf-8"))
SOURCE = Source(name="plan.txt", sha256="0" * 64, media_type="text/plain", read_by="text")
PLAN = """KẾ HOẠCH
{subject} năm 2025

Căn cứ Luật Lưu trữ năm 2024;
Cơ quan xây dựng Kế hoạch như sau:
{body}"""


def time_of(task: Task) -> str:
    time = task.time
    if time.continuous or time.recurrence:
        return time.recurrence or "continuous"
    return f"{time.start or ''}..{time.end or ''}"


def names(units: tuple[Unit, ...]) -> str:
    return "; ".join(unit.name for unit in units) or "-"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_tasks(case: dict) -> None:
    subject = case.get("subject")
    text = PLAN.format(subject=subject or "Công tác nội vụ", body=case["body"])
    if subject:
        text = text.replace(" năm 2025", "", 1)
    plan = parse(Reading(text), SOURCE)
    found = [
        f"{t.action} | {time_of(t)} | {names(t.leads)} | {names(t.partners)}" for t in plan.tasks
    ]
    assert found == case["tasks"]
