"""Unknown or neighbouring issuer code.

What it checks: whether the issuing letters of a cited number, where nobody knows them, are one
letter away from letters that the same plan uses for a known body.
Why: a letter was lost or mistyped, and the document will not be found under that number.
Example: `52/KH-YT` beside `31/KH-SYT` of the same department.
What to do: look at the original and write its letters.
Legal source: none; consistency of the document.

Kiểm tra gì: chữ viết tắt tên cơ quan trong số văn bản được viện dẫn, khi không phải mã đã biết,
có chỉ khác một chữ so với mã của cơ quan đã biết dùng trong cùng kế hoạch hay không.
Vì sao: thiếu hoặc sai một chữ thì không tìm được văn bản theo số đó.
Ví dụ: `52/KH-YT` bên cạnh `31/KH-SYT` của cùng một sở.
Cần làm: đối chiếu văn bản gốc và ghi đúng chữ viết tắt.
Căn cứ: không có văn bản; tính thống nhất của văn bản.
"""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from checks.case import Case
from checks.citing import printed_number
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.symbols import read_symbol
from schemas import Citation
from schemas.keys import number_key


def _code(citation: Citation) -> str:
    """The issuing letters of an administrative number, as keys are compared."""
    symbol = read_symbol(citation.number or "")
    return number_key(symbol.issuer) if symbol.system == "state" and not symbol.year else ""


def _same_kind(one: Citation, other: Citation) -> bool:
    return read_symbol(one.number or "").kind == read_symbol(other.number or "").kind


def _find(case: Case) -> Iterator[Fault]:
    coded = [(c, code) for c in case.plan.citations if (code := _code(c))]
    known = {code: c for c, code in reversed(coded) if case.register.bodies.by_code(code)}
    strange = {code: c for c, code in reversed(coded) if code not in known and len(code) >= 3}
    for code, citation in strange.items():
        near = [
            k
            for k, c in known.items()
            if len(k) >= 3 and Levenshtein.distance(code, k) == 1 and _same_kind(citation, c)
        ]
        places = [printed_number(case, c) for c, other in coded if other == code]
        shown = [place for place in places if place]
        other = printed_number(case, known[near[0]]) if len(near) == 1 else None
        if other is None or not shown:
            continue
        wrong, right = case.text[slice(*shown[0])], case.text[slice(*other)]
        yield Fault(
            Text(
                f"Ký hiệu cơ quan trong “{wrong}” gần giống “{right}” ở chỗ khác.",
                f"The issuer's letters in “{wrong}” are nearly those of “{right}” elsewhere.",
            ),
            Text(
                "Đối chiếu văn bản gốc, ghi đúng chữ viết tắt tên cơ quan.",
                "Look at the original and write the issuer's letters.",
            ),
            (*(case.here(*place) for place in shown), case.here(*other)),
            count=len(shown),
        )


RULE = Rule(
    "C03",
    "warn",
    Text("Ký hiệu cơ quan gần giống", "Neighbouring issuer code"),
    _find,
    letters=True,
)
