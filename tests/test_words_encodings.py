"""Old encodings letter by letter: every vowel with every tone, small and in capitals.

The letters are put together here by each encoding's own rule, not by the tables of the program.
"""

import unicodedata

import pytest
from word_lists import each, each_of, words

from extract.readers.encodings import ALL, TCVN3, VNI, by_font
from extract.readers.writing import is_syllable

VIQR = next(each for each in ALL if each.name == "VIQR")
ACUTE, GRAVE, HOOK, TILDE, DOT = "\u0301\u0300\u0309\u0303\u0323"
PLAIN = dict(zip("ùøûõï", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True))
HAT = {"â": "", **dict(zip("áàåãä", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True))}
BREVE = {"ê": "", **dict(zip("éèúüë", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True))}


def _letter(base: str, *marks: str) -> str:
    return unicodedata.normalize("NFC", base + "".join(marks))


def _vni() -> dict[str, str]:
    """Two characters for a letter: the vowel, and a mark for its shape and tone."""
    out = {base + mark: _letter(base, tone) for base in "aeouy" for mark, tone in PLAIN.items()}
    out |= {"ô" + mark: _letter("ơ", tone) for mark, tone in PLAIN.items()}
    out |= {"ö" + mark: _letter("ư", tone) for mark, tone in PLAIN.items()}
    out |= {
        base + mark: _letter(base, "\u0302", tone) for base in "aeo" for mark, tone in HAT.items()
    }
    out |= {"a" + mark: _letter("a", "\u0306", tone) for mark, tone in BREVE.items()}
    out.pop("yï")  # one character of its own
    return out


VNI_LETTERS = _vni()
VNI_SINGLE = {
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
}
TCVN3_LETTERS = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        strict=True,
    )
)
VIQR_SHAPES = {
    "a": "a", "a(": "ă", "a^": "â", "e": "e", "e^": "ê", "i": "i", "o": "o", "o^": "ô", "o+": "ơ",
    "u": "u", "u+": "ư", "y": "y",
}  # fmt: skip
VIQR_TONES = {"": "", "'": ACUTE, "`": GRAVE, "?": HOOK, "~": TILDE, ".": DOT}


def test_the_rules_give_every_letter_of_the_language() -> None:
    assert len(VNI_LETTERS) == 58
    assert len(set(VNI_LETTERS.values())) == 58
    assert len(TCVN3_LETTERS) == 67


@each_of(VNI_LETTERS.items())
def test_each_vowel_of_vni(old: str, new: str) -> None:
    base, mark = old
    assert VNI.to_unicode(f"t{old}m vieäc chung") == f"t{new}m việc chung"
    assert (
        VNI.to_unicode(f"T{base.upper()}{mark.upper()}M VIEÄC CHUNG")
        == f"T{new.upper()}M VIỆC CHUNG"
    )
    assert VNI.to_unicode(f"{base.upper()}{mark}m vieäc chung") == f"{new.upper()}m việc chung"


@each_of(VNI_SINGLE.items())
def test_each_letter_of_vni_that_stands_alone(old: str, new: str) -> None:
    assert VNI.to_unicode(f"t{old}m vieäc chung") == f"t{new}m việc chung"
    assert VNI.to_unicode(f"T{old.upper()}M VIEÄC CHUNG") == f"T{new.upper()}M VIỆC CHUNG"


@each_of(TCVN3_LETTERS.items())
def test_each_letter_of_tcvn3(old: str, new: str) -> None:
    assert TCVN3.to_unicode(f"t{old}m viÖc chung") == f"t{new}m việc chung"


@pytest.mark.parametrize(("shape", "vowel"), VIQR_SHAPES.items())
@pytest.mark.parametrize(("sign", "tone"), VIQR_TONES.items())
def test_each_vowel_of_viqr(shape: str, vowel: str, sign: str, tone: str) -> None:
    new = _letter(vowel, tone)
    for old, want in ((shape, new), (shape[0].upper() + shape[1:], new.upper())):
        assert VIQR.to_unicode(f"t{old}{sign}m vie^.c chung") == f"t{want}m việc chung"
        assert VIQR.to_unicode(f"t{old}{sign}, vie^.c chung") == f"t{want}, việc chung"
        assert VIQR.to_unicode(f"t{old}{sign} vie^.c chung") == f"t{want} việc chung"


@each_of([
        ("ddi vie^.c", "đi việc"), ("DDi vie^.c", "Đi việc"), ("Ddi vie^.c", "Đi việc"),
        ("vie^.c xong.", "việc xong."), ("vie^.c gi` ?", "việc gì ?"), ("vie^.c Ta. Nay",
        "việc Ta. Nay"),
    ],
)  # fmt: skip
def test_what_is_a_sign_and_what_a_full_stop(old: str, new: str) -> None:
    assert VIQR.to_unicode(old) == new


@pytest.mark.parametrize("style", ["Bold", "Italic", "Oblique", "BoldItalic", "BoldOblique", ""])
@pytest.mark.parametrize(
    ("font", "name", "capitals"), [(".VnTime", "TCVN3", False), (".VnTimeH", "TCVN3", True)]
)
def test_styles_of_an_old_font(font: str, name: str, capitals: bool, style: str) -> None:
    for printed in (f"{font}{style}", f"{font}-{style}", f"ABCDEF+{font}-{style}"):
        found = by_font(printed.rstrip("-"))
        assert found is not None
        assert (found[0].name, found[1]) == (name, capitals)


@each(
    words(
        """hươu, rượu, xoay, ngoáy, ngoèo, khoẻo, khuấy, quây, nguẩy, tướu, bướu, khuya, khuyên
        thuở, loạn, hoắc, toét, giếng, giết, ghế, nghỉ, quạnh, quyết, xuất, buồn, luôn, nhiều, yêu
        uống"""
    ),
)
def test_syllables_of_every_shape(word: str) -> None:
    assert is_syllable(word)
    assert not is_syllable(f"{word}w")
    assert not is_syllable(f"f{word}")
