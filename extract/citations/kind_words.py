"""Kind words: where a text speaks of a kind of document, and what follows the word."""

import re
from functools import cache

from extract.kinds import is_law, kind_names
from extract.tries import trie

_SHORT = ("NĐ", "QĐ", "CV", "NQ", "KH")
_INSIDE = r"[\w-]"  # before a word: then it is part of another
_CODES = ("Bộ luật", "Bộ Luật", "BỘ LUẬT")
_LAWS = (*_CODES, "Pháp lệnh", "Pháp Lệnh", "PHÁP LỆNH", "pháp lệnh", "Hiến pháp")
# Words whose second syllable is no law: `pháp luật`, `kỷ luật`, `quy luật`.
NO_LAW = "".join(rf"(?<!(?i:{word}\sl))" for word in ("háp", "k[ỷỉỹ]", "qu[yi]"))
"""Look-behinds, to be written after the first letter of `luật`."""
SMALL_CODE = r"b(?<![\w-]b)(?<!(?:đồng|toàn)\sb)(?<!(?:cán|nội)\sb)ộ luật"
"""A code in small letters, which is none in `đồng bộ luật …`, `cán bộ luật …`."""


@cache
def _forms() -> tuple[str, ...]:
    names = [*(n for n in kind_names() if not is_law(n)), "Văn bản"]
    return (*{form for n in names for form in (n, n.lower(), n.upper())}, *_SHORT)


@cache
def kind_word() -> re.Pattern[str]:
    """Any kind's word, laws included; the second half of `pháp luật` is none."""
    law = rf"[Ll](?<![\w-][Ll]){NO_LAW}(?:uật|UẬT)"
    return re.compile(
        rf"(?:{trie((*_forms(), *_LAWS), begins=_INSIDE)}|{SMALL_CODE}|{law})(?![\w-])"
    )


@cache
def leading_word() -> re.Pattern[str]:
    """A kind's word where a number, a day or an issuer follows at once."""
    follows = r"(?=,?\s{1,2}(?:[Ss]ố|SỐ|ngày|NGÀY|của\s|\d))"
    return re.compile(rf"(?P<kind>{trie(_forms(), begins=_INSIDE)})(?![\w-]){follows}")
