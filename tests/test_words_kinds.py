"""Kinds of documents before a number, a day or an issuer: each word in its three cases."""

from test_citations import brief, read
from word_lists import each, each_of, words

KINDS = words(
    """Nghị quyết, Nghị quyết liên tịch, Lệnh, Quyết định, Nghị định, Thông tư, Thông tư liên tịch
    Chỉ thị, Quy chế, Quy chế phối hợp, Quy định, Thông cáo, Thông báo, Hướng dẫn
    Hướng dẫn liên tịch, Hướng dẫn liên ngành, Chương trình, Chương trình liên tịch
    Chương trình phối hợp, Chương trình hành động, Chiến lược, Kế hoạch, Kế hoạch liên tịch
    Kế hoạch liên ngành, Phương án, Đề án, Dự án, Báo cáo, Tờ trình, Hợp đồng, Công văn, Công điện
    Bản ghi nhớ, Bản thỏa thuận, Giấy ủy quyền, Giấy mời, Giấy giới thiệu, Giấy nghỉ phép
    Phiếu gửi, Phiếu chuyển, Phiếu báo, Thư công, Bản sao y, Bản trích sao, Bản sao lục
    Văn bản hợp nhất, Điều lệ, Kết luận, Thông tri, Quy hoạch, Biên bản"""
)
LAWS = words("Luật, LUẬT, luật, Bộ luật, Bộ Luật, BỘ LUẬT, bộ luật, Pháp lệnh, PHÁP LỆNH")
# Kinds whose bare number counts something else: `Phương án số 2`, `Dự án số 4`.
COUNTED = words("Phương án, Dự án, Hợp đồng, Chương trình, Giấy mời, Biên bản")
CALLED = words("Nghị quyết, Nghị định, Thông tư, Chỉ thị, Quyết định, Kết luận, Quy định, Đề án")
VERBS = words("Báo cáo, Hướng dẫn, Thông báo, Kết luận, Quy định, Quyết định")


def _cited(body: str) -> list[str]:
    """Kind, number, day and issuer of what is cited."""
    return [brief(one).rpartition(" | ")[0] for one in read(body=body)[1]]


def _other(kind: str) -> str:
    """Letters of a kind that is not this one: the word must tell, not the letters."""
    return "KH" if kind in ("Biên bản", "Chương trình") else "BB"


@each(KINDS)
def test_each_kind_before_a_number(kind: str) -> None:
    number = f"12/{_other(kind)}-UBND"
    by_letters = "Kế hoạch" if "KH" in number else "Biên bản"
    for word in (kind, kind.lower(), kind.upper()):
        assert _cited(f"nêu tại {word} số {number}.") == [f"{kind} | {number} | - | -"]
        for longer in (f"x{word}", f"x-{word}", f"{word}x", f"{word}-x"):
            assert _cited(f"nêu tại {longer} số {number}.") == [f"{by_letters} | {number} | - | -"]


@each_of([("NĐ", "Nghị định"), ("QĐ", "Quyết định"), ("CV", "Công văn"), ("NQ", "Nghị quyết"),
     ("KH", "Kế hoạch"), ("Văn bản", "Biên bản")],
)  # fmt: skip
def test_each_short_form_before_a_number(letters: str, kind: str) -> None:
    """`Văn bản` says nothing of the kind: the number's letters do."""
    assert _cited(f"nêu tại {letters} số 12/BB-UBND.") == [f"{kind} | 12/BB-UBND | - | -"]
    assert _cited(f"nêu tại {letters}X số 12/BB-UBND.") == ["Biên bản | 12/BB-UBND | - | -"]


@each(LAWS)
def test_each_word_of_a_law_before_a_number(word: str) -> None:
    kind = "Pháp lệnh" if "háp" in word.lower() else word.capitalize()
    assert _cited(f"nêu tại {word} số 12/2024/QH15.") == [f"{kind} | 12/2024/QH15 | - | -"]


@each(words("pháp luật, kỷ luật, KỶ LUẬT, quy luật, xluật, x-luật"))
def test_the_second_half_of_a_word_is_no_kind(word: str) -> None:
    text = f"Quyết định thi hành {word} số 12-QĐ/UBKT ngày 05/3/2024."
    assert _cited(text) == ["Quyết định | 12-QĐ/UBKT | 2024-03-05 | -"]


@each(KINDS)
def test_each_kind_with_a_bare_number(kind: str) -> None:
    counted = kind in COUNTED
    for said in (f"{kind} số 15", f"{kind.upper()} SỐ 15", f"{kind}, số 15"):
        bare = f"nêu tại {said} và phụ lục."
        assert _cited(bare) == ([] if counted or "," in said else [f"{kind} | 15 | - | -"])
    called = f"nêu tại {kind} 57 và phụ lục."
    assert _cited(called) == ([f"{kind} | 57 | - | -"] if kind in CALLED else [])
    assert _cited(f"nêu tại {kind.lower()} số 15 và phụ lục.") == []  # a count in running text


@each(KINDS)
def test_each_kind_with_a_day(kind: str) -> None:
    dated = [f"{kind} | - | 2024-03-05 | -"]
    verb = kind in VERBS
    counted = kind in COUNTED
    assert _cited(f"nêu tại {kind} ngày 05/3/2024.") == ([] if verb or counted else dated)
    assert _cited(f"nêu tại {kind.upper()} NGÀY 05/3/2024.") == ([] if verb or counted else dated)
    assert _cited(f"nêu tại {kind.lower()} ngày 05/3/2024.") == []
    issued = [f"{kind} | - | 2024-03-05 | Sở Y tế"]
    assert _cited(f"nêu tại {kind} của Sở Y tế ngày 05/3/2024.") == ([] if counted else issued)
    assert _cited(f"nêu tại {kind} của Sở Y tế.") == []


@each(KINDS)
def test_each_kind_whose_number_is_blank(kind: str) -> None:
    for word in (kind, kind.lower(), kind.upper()):
        text = f"nêu tại {word} số     /BB-UBND ngày 05/3/2024."
        assert _cited(text) == [f"{kind} | - | 2024-03-05 | -"]
    assert _cited(f"nêu tại {kind} số     /BB-UBND.") == []


@each(words("đồng, toàn, cán, nội"))
def test_words_that_end_as_a_code_begins(before: str) -> None:
    """`đồng bộ luật số …`: applied together is the law, and no code."""
    text = f"nêu tại {before} bộ luật số 12/2024/QH15."
    assert _cited(text) == ["Luật | 12/2024/QH15 | - | -"]
    assert _cited(text.replace(before, "một")) == ["Bộ luật | 12/2024/QH15 | - | -"]
