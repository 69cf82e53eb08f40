"""Kind words: where a text speaks of a kind of document, and what follows the word."""

import re
from functools import cache

from extract.kinds import is_law, kind_names
from extract.tries import trie

_SHORT = ("NĐ", "QĐ", "CV", "NQ", "KH")
_INSIDE = r"[\w-]"  # before a word: then it is part of another
_LAWS = ("Luật", "LUẬT", "Bộ luật", "Bộ Luật", "BỘ LUẬT", "Pháp lệnh", "PHÁP LỆNH", "Hiến pháp")


@cache
def _forms() -> tuple[str, ...]:
    names = [*(n for n in kind_names() if not is_law(n)), "Văn bản"]
    return (*{form for n in names for form in (n, n.lower(), n.upper())}, *_SHORT)


@cache
def kind_word() -> re.Pattern[str]:
    """Any kind's word, laws included; `pháp luật` is none."""
    small = r"l(?<![\w-]l)(?<!háp l)uật"
    return re.compile(rf"(?:{trie((*_forms(), *_LAWS), begins=_INSIDE)}|{small})(?![\w-])")


@cache
def leading_word() -> re.Pattern[str]:
    """A kind's word where a number, a day or an issuer follows at once."""
    follows = r"(?=,?\s{1,2}(?:[Ss]ố|SỐ|ngày|NGÀY|của\s|\d))"
    return re.compile(rf"(?P<kind>{trie(_forms(), begins=_INSIDE)})(?![\w-]){follows}")
