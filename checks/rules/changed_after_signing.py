"""Changed after signing.

What it checks: whether a digitally signed file was changed after it was signed.
Why: what the office signed is no longer what the file says.
Example: a page was added to a plan after Sở Nội vụ had signed it.
What to do: ask the sender for the file as it was signed.
Legal source: Luật Giao dịch điện tử 20/2023/QH15; NĐ 30/2020/NĐ-CP (digital signatures).

Kiểm tra gì: tệp có chữ ký số có bị sửa sau khi ký hay không.
Vì sao: nội dung cơ quan đã ký không còn là nội dung trong tệp.
Ví dụ: kế hoạch bị thêm một trang sau khi Sở Nội vụ đã ký.
Cần làm: xin lại nơi gửi tệp đúng như khi ký.
Căn cứ: Luật Giao dịch điện tử 20/2023/QH15; NĐ 30/2020/NĐ-CP (chữ ký số).
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule


def _find(case: Case) -> Iterator[Fault]:
    """One fault for the document, whoever of its signers it was changed after.

    The last signature vouches for everything before it, an older one that some program of the
    office has spoilt included.
    """
    signatures = case.plan.document.signatures
    if not signatures or signatures[-1].valid is not False:
        return
    changed = [each for each in signatures if each.valid is False]
    who = "; ".join(dict.fromkeys(each.by for each in changed if each.by))
    after_vi = f"Tệp không còn đúng như khi {who or 'được'} ký số."
    after_en = f"The file is no longer what {who} signed." if who else "It is not what was signed."
    yield Fault(
        Text(after_vi, after_en),
        Text("Xin lại tệp đúng như khi ký.", "Ask for the file as it was signed."),
        (case.head(), Passage(changed[0].by or "", changed[0].span, None, source="Chữ ký số")),
    )


RULE = Rule("I05", "error", Text("Tệp bị sửa sau khi ký số", "Changed after signing"), _find)
