"""Type word against symbol.

What it checks: whether the kind of document named before a number is the one that the letters
of its symbol stand for.
Why: either the word or the symbol is wrong, and the reader does not know which document is
meant.
Example: `Quyết định số 45/KH-UBND`: the letters KH stand for a plan.
What to do: look at the original and mend the word or the symbol.
Legal source: NĐ 30/2020/NĐ-CP, Phụ lục III (abbreviations of kinds of documents).

Kiểm tra gì: tên loại văn bản ghi trước số có đúng với chữ viết tắt tên loại trong ký hiệu hay
không.
Vì sao: một trong hai bên sai, người đọc không biết viện dẫn văn bản nào.
Ví dụ: `Quyết định số 45/KH-UBND`: chữ KH là viết tắt của kế hoạch.
Cần làm: đối chiếu văn bản gốc, sửa tên loại hoặc ký hiệu.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại văn bản).
"""

from collections.abc import Iterator

from checks.case import Case, rule_of_form
from checks.citing import kind_before, printed_number
from checks.fault import Fault, Text
from checks.rule import Rule
from checks.symbols import KIND_LETTERS, Symbol, read_symbol

# The letters under which each kind is numbered. `Kết luận` of the Prime Minister comes as a
# notice (TB); a programme of the Party is often lettered CT although CTr is right.
LETTERS: dict[str, frozenset[str]] = {
    kind: frozenset(letters.split())
    for kind, letters in {
        "Nghị quyết": "NQ NQLT",
        "Nghị quyết liên tịch": "NQLT NQ",
        "Nghị định": "NĐ",
        "Quyết định": "QĐ",
        "Chỉ thị": "CT",
        "Thông tư": "TT TTLT",
        "Thông tư liên tịch": "TTLT TT",
        "Thông tri": "TT",
        "Thông báo": "TB",
        "Kết luận": "KL TB",
        "Hướng dẫn": "HD HDLT HDLN",
        "Chương trình": "CTR CTPH CTHĐ CT QĐ",
        "Kế hoạch": "KH KHLT KHLN KHPH QĐ",
        "Phương án": "PA QĐ",
        "Đề án": "ĐA QĐ",
        "Báo cáo": "BC",
        "Tờ trình": "TTR",
        "Công điện": "CĐ",
        "Quy chế": "QC QCPH QĐ",
        "Quy định": "QĐ QYĐ",
    }.items()
}
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_LOWER = {kind.lower(): kind for kind in (*LETTERS, *_LAWS, "Công văn")}
_NAMES = {
    "KH": "Kế hoạch", "QĐ": "Quyết định", "CT": "Chỉ thị", "NQ": "Nghị quyết", "NĐ": "Nghị định",
    "TT": "Thông tư", "TB": "Thông báo", "HD": "Hướng dẫn", "CTR": "Chương trình",
    "BC": "Báo cáo", "TTR": "Tờ trình", "CĐ": "Công điện", "KL": "Kết luận", "ĐA": "Đề án",
    "PA": "Phương án", "QC": "Quy chế", "TTLT": "Thông tư liên tịch",
}  # fmt: skip


# Letters of kinds that no body has for its own: `59/KH-THLL` is no official letter.
_NO_BODY = frozenset({"KH", "QĐ", "NQ"})


def _contradicts(kind: str, symbol: Symbol, known_body: bool) -> bool:
    """Whether a word for a kind and a symbol cannot belong together."""
    if symbol.system == "law":
        return kind in LETTERS and kind != "Nghị quyết"
    if symbol.kind not in KIND_LETTERS or symbol.kind not in _NAMES:
        return False
    if kind in _LAWS:
        return True
    if kind == "Công văn":
        # The second group of an official letter is a drafting unit, which may look like a kind.
        return known_body or symbol.kind in _NO_BODY
    return kind in LETTERS and symbol.kind not in LETTERS[kind]


def _find(case: Case) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for citation in case.plan.citations:
        before = kind_before(case, citation)
        place = printed_number(case, citation)
        if before is None or place is None or citation.number is None:
            continue
        kind = _LOWER.get(before[1].lower(), "")
        symbol = read_symbol(citation.number)
        body = case.register.bodies.by_code(symbol.issuer) is not None
        if not _contradicts(kind, symbol, body) or (kind, citation.number) in seen:
            continue
        seen.add((kind, citation.number))
        letters = _NAMES.get(symbol.kind, "Luật, Nghị quyết của Quốc hội")
        yield Fault(
            Text(
                f"Tên loại “{kind}” không khớp ký hiệu “{citation.number}” ({letters}).",
                f"The kind “{kind}” does not fit the symbol “{citation.number}” ({letters}).",
            ),
            Text(
                "Đối chiếu văn bản gốc, sửa tên loại hoặc ký hiệu.",
                "Look at the original; mend the kind or the symbol.",
            ),
            (
                case.here(before.start(), place[1]),
                rule_of_form(f"{symbol.kind or 'QH'}: {letters}", "NĐ 30/2020/NĐ-CP, Phụ lục III"),
            ),
            severity="error" if kind != "Công văn" or body else "warn",
        )


RULE = Rule(
    "C12", "error", Text("Tên loại không khớp ký hiệu", "Type word against symbol"), _find,
    letters=True,
)  # fmt: skip
