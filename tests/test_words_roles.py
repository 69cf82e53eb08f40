"""Roles of citations: each word that governs what follows it."""

import pytest
from word_lists import each, words

from extract.citations.roles import roles_of

BASIS = words("Căn cứ, CĂN CỨ, Trên cơ sở, Theo, Xét, Được sự")
CONTINUES = words("Tiếp theo, Tiếp nối, Nối tiếp")
IMPLEMENTS = words(
    """Thực hiện, THỰC HIỆN, Triển khai, Để triển khai, Để thực hiện, Để thi hành, Để cụ thể hóa
    Nhằm triển khai, Nhằm thực hiện, Nhằm cụ thể hóa, Thi hành, Chấp hành, Cụ thể hóa, Hưởng ứng
    Quán triệt, Tiếp tục thực hiện, Tiếp tục triển khai, Tổ chức thực hiện, Tổ chức triển khai
    Phúc đáp"""
)
SMALL = {
    "basis": words("căn cứ, trên cơ sở, theo"),
    "continues": words("tiếp theo, tiếp nối"),
    "implements": words(
        """thực hiện, triển khai, thi hành, để triển khai, để thực hiện, nhằm triển khai
        nhằm thực hiện"""
    ),
}


@pytest.mark.parametrize(
    ("word", "role"),
    [(w, "basis") for w in BASIS]
    + [(w, "continues") for w in CONTINUES]
    + [(w, "implements") for w in IMPLEMENTS],
)
@pytest.mark.parametrize("before", ["", "- ", "Kính gửi các trạm.\n"])
def test_each_word_that_governs(word: str, role: str, before: str) -> None:
    text = f"{before}{word} Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) == role
    inside = f"Ban {word.lower()} nêu Kế hoạch số 5/KH-SYT"  # within a sentence it governs nothing
    assert roles_of(inside, 0, len(inside)).at(inside.index("số 5")) == "mention"


@pytest.mark.parametrize(
    ("role", "word"), [(r, w) for r, several in SMALL.items() for w in several]
)
@pytest.mark.parametrize("joint", ["; ", "; và ", "; đồng thời "])
def test_each_small_word_behind_a_semicolon(role: str, word: str, joint: str) -> None:
    text = f"Trích yếu của văn bản{joint}{word} Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) == role


@each(words("căn cứ, tiếp theo, trên cơ sở"))
def test_each_small_word_behind_a_comma(word: str) -> None:
    text = f"Trích yếu của văn bản, {word} Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) != "mention"
