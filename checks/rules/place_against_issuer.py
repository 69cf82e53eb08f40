"""Place against issuer.

What it checks: whether the place of the date line is the one that the issuer governs or sits
in.
Why: the place tells which of several bodies of one name has issued the document.
Example: a district's office of Phú Lộc dated at Đông Hà.
What to do: write the place of the issuer: the province, district or commune whose body it is.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.

Kiểm tra gì: địa danh ở dòng ngày tháng có phải là nơi cơ quan ban hành quản lý hoặc đóng trụ sở
hay không.
Vì sao: địa danh cho biết cơ quan nào trong số các cơ quan cùng tên đã ban hành văn bản.
Ví dụ: phòng của huyện Phú Lộc ghi địa danh Đông Hà.
Cần làm: ghi địa danh theo tên đơn vị hành chính của cơ quan ban hành.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.
"""

from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.fault import Fault, Text
from checks.reference.provinces import province_named, same_province
from checks.rule import Rule
from schemas.keys import words_key

_LEVELS = ("province", "province-department", "district", "district-department", "commune")


def _find(case: Case) -> Iterator[Fault]:
    document = case.plan.document
    issuer, place = document.issuer, document.place
    if issuer is None or not place or not issuer.area or issuer.level not in _LEVELS:
        return
    if "issuer" in document.assumed or same_province(place, issuer.area, case.day):
        return
    own, printed = words_key(issuer.area), words_key(place)
    if own in printed or printed in own:
        return
    # A province's bodies also write the name of the city that they sit in.
    if issuer.level in ("province", "province-department") and not province_named(place):
        return
    yield Fault(
        Text(
            f"Địa danh “{place}” không khớp cơ quan ban hành ở {issuer.area}.",
            f"The place “{place}” does not fit an issuer of {issuer.area}.",
        ),
        Text("Ghi địa danh của cơ quan ban hành.", "Write the issuer's place."),
        (
            case.field("place"),
            rule_of_form(f"{issuer.name} {issuer.area}", "NĐ 30/2020/NĐ-CP, Phụ lục I, II.4"),
        ),
    )


RULE = Rule("B04", "note", Text("Địa danh không khớp cơ quan", "Place against issuer"), _find)
