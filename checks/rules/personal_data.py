"""Personal data in a public text.

What it checks: whether the text prints a mobile number, a private e-mail address, an identity
number or a day of birth of a person.
Why: plans are published; such data must be masked or left out.
Example: `liên hệ đồng chí A, số điện thoại 0912 …`.
What to do: give the office's number, or mask the data before publishing.
Legal source: NĐ 13/2023/NĐ-CP on the protection of personal data.

Kiểm tra gì: văn bản có in số điện thoại di động, thư điện tử riêng, số căn cước, ngày sinh của
cá nhân hay không.
Vì sao: kế hoạch được đăng công khai; dữ liệu này phải che hoặc bỏ.
Ví dụ: `liên hệ đồng chí A, số điện thoại 0912 …`.
Cần làm: ghi số điện thoại cơ quan hoặc che dữ liệu trước khi đăng.
Căn cứ: NĐ 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân.
"""

import re
from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.rule import Rule

_PHONE = re.compile(
    r"((?:SĐT|ĐTDĐ|DĐ|ĐT|[Đđ]iện thoại|[Ss]ố điện thoại|[Dd]i động|[Zz]alo)[^\d\n]{0,25})"
    r"(?:\+84|0)[\s.]?[35789]\d(?:[\s.-]?\d){7}(?!\d)"
)
_MAIL = re.compile(r"\b[\w.+-]{1,40}(@(?:gmail|yahoo|hotmail|outlook|icloud)\.com(?:\.vn)?)\b")
_IDENTITY = re.compile(r"\b(CCCD|CMND|[Cc]ăn cước(?: công dân)?)[^\d\n]{0,20}\d{9,12}\b")
_BIRTH = re.compile(r"\b([Ss]inh ngày|[Nn]gày sinh)\s*:?\s*\d{1,2}/\d{1,2}/\d{4}")
_SOURCE = "NĐ 13/2023/NĐ-CP"
# Each pattern with what a text that it fits has in it: most texts have none, and are told by that.
_KINDS = (
    (
        _PHONE,
        ("ĐT", "DĐ", "iện thoại", "i động", "alo"),
        Text("số điện thoại di động", "a mobile number"),
    ),
    (_MAIL, ("@",), Text("thư điện tử riêng", "a private e-mail address")),
    (_IDENTITY, ("CCCD", "CMND", "ăn cước"), Text("số giấy tờ tùy thân", "an identity number")),
    (_BIRTH, ("inh ngày", "gày sinh"), Text("ngày sinh", "a day of birth")),
)


def _find(case: Case) -> Iterator[Fault]:
    for pattern, signs, kind in _KINDS:
        if not any(sign in case.text for sign in signs):
            continue
        places = [m.span(1) for m in pattern.finditer(case.text)]
        if not places:
            continue
        # The label is quoted, never the datum: a finding is shown where the text may not be.
        yield Fault(
            Text(
                f"Văn bản có {kind.vi} của cá nhân ({len(places)} chỗ).",
                f"The text prints {kind.en} of a person ({len(places)} places).",
            ),
            Text("Che hoặc thay bằng liên hệ của cơ quan.", "Mask it, or give the office's."),
            (*(case.here(*p) for p in places[:10]), rule_of_form(kind.vi, _SOURCE)),
            count=len(places),
        )


RULE = Rule("J03", "note", Text("Dữ liệu cá nhân", "Personal data"), _find)
