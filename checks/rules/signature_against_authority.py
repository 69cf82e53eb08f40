"""Signature block against authority.

What it checks: whether the power of signing (TM., KT., TL., TUQ.) fits the post that signs and
the kind of body that issues.
Why: a document signed under the wrong power can be challenged.
Example: `TM. SỞ Y TẾ`, although a department works under one head; `PHÓ GIÁM ĐỐC` without `KT.
GIÁM ĐỐC` above it.
What to do: write the power that the signer has.
Legal source: NĐ 30/2020/NĐ-CP, Điều 13 and Phụ lục I, II.7.

Kiểm tra gì: quyền hạn ký (TM., KT., TL., TUQ.) có phù hợp với chức vụ người ký và loại cơ quan
ban hành hay không.
Vì sao: văn bản ký sai thẩm quyền có thể bị xem xét lại hiệu lực.
Ví dụ: `TM. SỞ Y TẾ` trong khi sở làm việc theo chế độ thủ trưởng; `PHÓ GIÁM ĐỐC` mà phía trên
không có `KT. GIÁM ĐỐC`.
Cần làm: ghi đúng quyền hạn của người ký.
Căn cứ: NĐ 30/2020/NĐ-CP, Điều 13 và Phụ lục I, II.7.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from schemas import Signer

_ONE_HEAD = ("province-department", "district-department", "institution")
_DEPUTY = re.compile(r"^(?:phó|thứ trưởng)", re.IGNORECASE)
_SOURCE = "NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7"


def _trouble(case: Case, signer: Signer) -> Text | None:
    """What does not fit, or `None`."""
    issuer = case.plan.document.issuer
    title = signer.title or ""
    deputy = bool(_DEPUTY.match(title))
    if signer.capacity == "TM." and issuer and issuer.level in _ONE_HEAD:
        return Text(
            f"{issuer.name} làm việc theo chế độ thủ trưởng, không ký TM",
            f"{issuer.name} works under one head; TM. is for collective bodies",
        )
    if signer.capacity is None and deputy and _no_power(case):
        return Text(f"{title} ký phải ghi KT", f"a deputy ({title}) signs with KT")
    if signer.capacity == "KT." and title and not deputy:
        return Text(f"KT. nhưng người ký là {title}", f"KT., but the signer is {title}")
    return None


def _no_power(case: Case) -> bool:
    """Whether no mark of power stands near the foot of the text."""
    return not re.search(r"\b(?:KT|TM|T/M|TL|TUQ|Q)\s?[./]", case.text[case.body_end - 300 :])


def _passage(case: Case, signer: Signer) -> Passage:
    words = " ".join(part for part in (signer.capacity, signer.title) if part)
    place = case.field("signer")
    if place.words:
        return place
    at = case.text.upper().rfind((signer.title or "").upper())
    return (
        case.here(at, at + len(signer.title or "")) if at > 0 else Passage(words, None, case.plan)
    )


def _find(case: Case) -> Iterator[Fault]:
    signer = case.plan.document.signer
    trouble = _trouble(case, signer) if signer and signer.title else None
    if signer is None or trouble is None:
        return
    yield Fault(
        Text(f"Quyền hạn ký chưa phù hợp: {trouble.vi}.", f"The power of signing: {trouble.en}."),
        Text("Ghi đúng quyền hạn của người ký.", "Write the power that the signer has."),
        (_passage(case, signer), rule_of_form(trouble.vi, _SOURCE)),
    )


RULE = Rule(
    "B08",
    "warn",
    Text("Quyền hạn ký chưa phù hợp", "Signature block against authority"),
    _find,
    letters=True,
)
