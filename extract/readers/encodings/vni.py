"""VNI for Windows: a base letter and a second letter for its marks; the south until 2010."""

from typing import Final

NAME: Final = "VNI"
FONTS: Final = ("vni",)
"""What the names of its fonts begin with, in lower case, without a subset's prefix."""

_TONES: Final = "ùøûõï"  # sắc, huyền, hỏi, ngã, nặng on a plain letter
_HAT: Final = "âáàåãä"  # the same after the letter with a hat, first the hat alone
_BREVE: Final = "êéèúüë"
_PLAIN: Final = {
    "a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "ô": "ớờởỡợ", "ö": "ứừửữự",
    "y": "ýỳỷỹ",
}  # fmt: skip
_HATTED: Final = {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}
_ALONE: Final = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ",
                 "ñ": "đ"}  # fmt: skip


def _pairs() -> dict[str, str]:
    lower = dict(_ALONE)
    for base, letters in _PLAIN.items():
        lower.update((base + mark, letter) for mark, letter in zip(_TONES, letters, strict=False))
    for base, letters in _HATTED.items():
        lower.update((base + mark, letter) for mark, letter in zip(_HAT, letters, strict=True))
    lower.update(("a" + mark, letter) for mark, letter in zip(_BREVE, "ăắằẳẵặ", strict=True))
    upper = {key.upper(): letter.upper() for key, letter in lower.items()}
    mixed = {key[0].upper() + key[1:]: letter.upper() for key, letter in lower.items()}
    return {**lower, **mixed, **upper}


PAIRS: Final[dict[str, str]] = _pairs()
"""Letter or pair of letters to its Unicode letter; pairs go before single ones."""

EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    (
        "UÛy ban nhaân daân phöôøng Hoøa Bình trieån khai keá hoaïch phoøng, choáng dòch beänh",
        "Ủy ban nhân dân phường Hòa Bình triển khai kế hoạch phòng, chống dịch bệnh",
    ),
    (
        "Soá hoùa hoà sô, raø soaùt thuû tuïc tröôùc ngaøy möôøi laêm thaùng taùm",
        "Số hóa hồ sơ, rà soát thủ tục trước ngày mười lăm tháng tám",
    ),
)
"""As it looks when taken for Latin letters, and what it says."""
