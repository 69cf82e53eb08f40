"""Provisions before a cited document, and words that say it is changed or no longer in force."""

import pytest
from test_citations import read
from word_lists import each, each_of, words

from extract.citations.provisions import provision_before
from extract.citations.roles import changing_role


def _provision(before: str) -> str | None:
    text = f"theo {before}Nghị định"
    return provision_before(text, text.index("Nghị định"))


@each(
    words(
        """Điều 5, điều 5, Điều 12a, Điều 5đ, khoản 2, Khoản 2, khoản 2a, điểm a, Điểm đ, điểm a1
        điểm 2, điểm 2.1, điểm 12.3, tiết 1, Tiết a, mục II, Mục 2, mục 2.1, Mục IV.2, chương III
        Chương 3, phần II, Phần thứ hai, phụ lục I, Phụ lục 2, Phụ lục số 2, phụ lục số III"""
    ),
)
def test_each_part_of_a_document(part: str) -> None:
    for link in ("", "của ", "tại ", "trong ", "kèm theo ", "ban hành kèm theo "):
        assert _provision(f"{part} {link}") == part
        assert _provision(f"{part}, {link}") == part
    for joint in (", ", " và ", " "):
        assert _provision(f"Điều 9{joint}{part} của ") == f"Điều 9{joint}{part}"
        assert _provision(f"{part}{joint}Điều 9 của ") == f"{part}{joint}Điều 9"
    assert _provision(f"{part} và ") is None
    assert _provision(f"{part} cho ") is None


@each([
        "các điều 5, 6, 7", "Điều 5, 6 và 7", "Điều 5 và 6", "khoản 1, 2 và 3 Điều 5",
        "điểm a khoản 2 Điều 5", "điểm a, khoản 2, Điều 5", "khoản 2 và khoản 3 Điều 5",
        "Mục II Phần thứ ba", "khoản 1,2 Điều 7",
    ],
)  # fmt: skip
def test_several_parts(parts: str) -> None:
    assert _provision(f"{parts} của ") == parts


@each_of([
        ("khoản 2, 1234 Điều 5 ", "Điều 5"),  # four digits are no clause
        ("quan điểm ", None), ("điểm đến ", None), ("mục tiêu ", None), ("khoản chi 5 ", None),
        ("phần lớn ", None), ("chương trình 5 ", None), ("Điều 5 nêu ", None),
    ],
)  # fmt: skip
def test_what_is_no_part(before: str, left: str | None) -> None:
    assert _provision(before) == left


@pytest.mark.parametrize(
    "verb", words("thay thế, bãi bỏ, hủy bỏ, huỷ bỏ, Thay thế, BÃI BỎ, thay thế cho")
)
@pytest.mark.parametrize("rest", ["", "toàn bộ ", "các ", "toàn bộ các "])
def test_each_word_that_replaces(verb: str, rest: str) -> None:
    assert changing_role(f"Kế hoạch này {verb} {rest}", "", titled=False) == "replaces"
    assert changing_role(f"Kế hoạch cũ {verb} {rest}", "", titled=False) is None
    assert changing_role(f"{verb} {rest}", "", titled=True) == "replaces"
    assert changing_role(f"Kế hoạch này {verb} một {rest}", "", titled=False) is None


@each([
        "sửa đổi", "sửa đổi, bổ sung", "sửa đổi bổ sung", "điều chỉnh", "điều chỉnh, bổ sung",
        "điều chỉnh bổ sung", "bổ sung", "đính chính", "Sửa đổi", "ĐIỀU CHỈNH",
    ],
)  # fmt: skip
def test_each_word_that_amends(verb: str) -> None:
    assert changing_role(f"Kế hoạch này {verb} ", "", titled=False) == "amends"
    assert changing_role(f"Kế hoạch cũ {verb} ", "", titled=False) is None
    for passive in ("được", "đã được", "bị"):
        before = f"Kế hoạch này nêu phần {passive} sửa đổi, thay thế "
        assert changing_role(before, "", titled=True) is None


@pytest.mark.parametrize("part", words("nội dung, điều, điểm, khoản, phụ lục, mục, nhiệm vụ"))
@pytest.mark.parametrize("link", ["", "của ", "tại ", "trong ", "ban hành kèm theo ", "của các "])
def test_each_part_that_is_amended(part: str, link: str) -> None:
    for some in ("", "một số "):
        assert changing_role(f"bổ sung {some}{part} {link}", "", titled=True) == "amends"
    assert changing_role(f"bổ sung nguồn {part} {link}", "", titled=True) is None


@pytest.mark.parametrize("verb", words("sửa đổi, thay thế, bổ sung, bãi bỏ"))
@pytest.mark.parametrize("by", words("được, đã được, bị"))
def test_what_was_changed_by_another(by: str, verb: str) -> None:
    before = f"(nội dung {by} {verb} tại Thông tư 5, thay thế "
    assert changing_role(before, "", titled=True) is None
    assert changing_role(before.replace(verb, "nêu", 1), "", titled=True) == "replaces"


@each(words("kể từ, từ, thi hành"))
def test_what_is_no_longer_in_force(when: str) -> None:
    after = f" của Sở về vườn hết hiệu lực {when} ngày này"
    assert changing_role("", after, titled=False) == "replaces"
    assert changing_role("", after.replace("hết hiệu lực", "có hiệu lực"), titled=False) is None
    assert changing_role("", f" của Sở. Văn bản cũ{after[12:]}", titled=False) is None


@each_of([
        ("Kế hoạch này thay thế ", True), ("Kế hoạch có hiệu lực từ nay và thay thế ", True),
        ("Điều 2. Quyết định thay thế ", True), ("Khoản nêu.\nĐiều 12. Việc thay thế ", True),
        ("Kế hoạch này. Rồi thay thế ", False), ("Kế hoạch này; Sở thay thế ", False),
        ("theo Điều 2. thay thế ", False), ("Điều 123. Việc thay thế ", False),
    ],
)  # fmt: skip
def test_who_it_is_that_changes(before: str, own: bool) -> None:
    assert changing_role(before, "", titled=False) == ("replaces" if own else None)


@each(words("kèm theo, Kèm theo, đính kèm, Đính kèm, kèm theo bản"))
def test_what_is_attached_to_the_document_before(attached: str) -> None:
    """An annex is cited with the decision that it is attached to: it is no basis of its own."""
    opening = f"Căn cứ Đề án số 8/ĐA-SNV {attached} Quyết định số 9/QĐ-SNV;"
    roles = [one.role for one in read(opening=opening)[1]]
    assert roles == ["basis", "mention"]
    other = opening.replace(attached, "và")
    assert [one.role for one in read(opening=other)[1]] == ["basis", "basis"]
