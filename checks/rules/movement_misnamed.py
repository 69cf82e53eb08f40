"""Movement or campaign misnamed.

What it checks: whether the name of a movement that is nearly that of a known one, or of one
that a plan above launches, differs from it in a word of meaning.
Why: the name is the launching body's; a changed word makes another movement of it, and it is
what stands on banners.
Example: `Vì người nghèo - Không có ai bị bỏ lại phía sau`: the name has `Không để ai`.
What to do: copy the name from the launching document.
Legal source: the document that launched the movement.

Kiểm tra gì: tên phong trào, cuộc vận động gần giống tên đã biết hoặc tên do kế hoạch cấp trên
phát động có bị thay chữ mang nghĩa hay không.
Vì sao: tên do cơ quan phát động đặt; đổi một chữ là thành phong trào khác, mà tên sẽ lên băng
rôn.
Ví dụ: `Vì người nghèo - Không có ai bị bỏ lại phía sau`: tên đúng là `Không để ai`.
Cần làm: chép đúng tên từ văn bản phát động.
Căn cứ: văn bản phát động phong trào.
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.misnamed import NearName, near_names, plain_key
from checks.reference.confidence import supported
from checks.rule import Rule
from schemas import Severity


def _changed(near: NearName) -> tuple[str, str] | None:
    """The printed and the right words where the name was changed, or `None`."""
    changes = near.comparison.replaced or near.comparison.lost
    if not changes:
        return None
    first = changes[0]
    return " ".join(first.printed) or "…", " ".join(first.right)


def _severity(case: Case, near: NearName) -> Severity:
    wanted: Severity = "error" if near.comparison.replaced else "warn"
    own = {plain_key(c.name) for c in case.plan.campaigns}
    if near.other.plan is not None and plain_key(near.right) in own:
        wanted = "warn"  # the title of a basis has it; the office may have a movement of its own
    return supported(wanted, near.confidence)


def words_at(case: Case, near: NearName) -> Passage:
    """The printed name around the change, at most a dozen words of it."""
    start, end = case.within(near.campaign)
    return case.here(start, end) if end - start <= 200 else case.here(start, start + 200)


def _find(case: Case) -> Iterator[Fault]:
    for near in near_names(case):
        changed = _changed(near)
        if changed is None or near.campaign.kind == "chủ đề" or near.campaign.span is None:
            continue
        yield Fault(
            Text(
                f"Tên phong trào ghi “{changed[0]}”; tên đúng: “{near.right}”.",
                f"The name says “{changed[0]}”; the right name is “{near.right}”.",
            ),
            Text("Chép đúng tên từ văn bản phát động.", "Copy it from the launching document."),
            (words_at(case, near), near.other),
            severity=_severity(case, near),
        )


RULE = Rule("F01", "error", Text("Sai tên phong trào", "Movement misnamed"), _find, letters=True)
