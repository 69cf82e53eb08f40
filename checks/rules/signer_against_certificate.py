"""Signer against certificate.

What it checks: whether one of the digital signatures bears the name of the person who is
printed as the signer.
Why: a document signed with another person's certificate is not signed by its signer.
Example: printed `Trần Văn An`, the only personal certificate is of `Lê Thị Bình`.
What to do: ask who signed; sign again with the right certificate.
Legal source: NĐ 130/2018/NĐ-CP; NĐ 30/2020/NĐ-CP (digital signatures).

Kiểm tra gì: trong các chữ ký số có chữ ký mang tên người ký ghi trên văn bản hay không.
Vì sao: ký bằng chứng thư của người khác thì không phải người đó ký.
Ví dụ: văn bản ghi `Trần Văn An`, chứng thư cá nhân duy nhất là của `Lê Thị Bình`.
Cần làm: hỏi lại ai đã ký; ký lại bằng đúng chứng thư.
Căn cứ: NĐ 130/2018/NĐ-CP; NĐ 30/2020/NĐ-CP (chữ ký số).
"""

from collections.abc import Iterator

from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.rule import Rule
from checks.words import keys_of

# Words of bodies: a certificate of theirs is a second signature, that of the office.
_BODIES = frozenset(
    "ủy uỷ ban sở bộ phòng trường văn cơ quan đảng hội cục chi tỉnh huyện xã phường ubnd trung tâm "
    "chính phủ công ty thành phố tổng liên đoàn bệnh viện".split()
)


def _person(name: str) -> frozenset[str]:
    """The words of a person's name; none where it is a body's or no plain name."""
    keys = keys_of(name)
    if (
        "@" in name
        or not 2 <= len(keys) <= 6
        or len(set(keys) & _BODIES) >= 2
        or any(c.isdigit() for c in name)
    ):
        return frozenset()
    if keys[0] in _BODIES and len(keys) > 3:
        return frozenset()
    return frozenset(keys)


def _find(case: Case) -> Iterator[Fault]:
    signer = case.plan.document.signer
    printed = frozenset(keys_of(signer.name)) if signer and signer.name else frozenset()
    if len(printed) < 2 or case.scanned:
        return
    signed = [(s, _person(s.by)) for s in case.plan.document.signatures if s.by and _person(s.by)]
    if not signed or any(names == printed for _, names in signed):
        return
    assert signer is not None
    other = signed[0][0]
    own = case.field("signer")
    yield Fault(
        Text(
            f"Người ký ghi là {signer.name}, chứng thư số mang tên {other.by}.",
            f"The printed signer is {signer.name}, the certificate is of {other.by}.",
        ),
        Text("Hỏi lại ai đã ký.", "Ask who signed."),
        (
            own if own.words else Passage(signer.name or "", None, case.plan),
            Passage(other.by or "", other.span, None, source="Chữ ký số"),
        ),
    )


RULE = Rule("I04", "warn", Text("Người ký khác chứng thư số", "Signer against certificate"), _find)
