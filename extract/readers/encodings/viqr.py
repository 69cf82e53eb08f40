"""VIQR: marks written behind the letter in ASCII, RFC 1456; mail of the nineties."""

import re
from typing import Final

NAME: Final = "VIQR"

MODIFIERS: Final[dict[str, str]] = {
    "a^": "â", "a(": "ă", "e^": "ê", "o^": "ô", "o+": "ơ", "u+": "ư",
    "A^": "Â", "A(": "Ă", "E^": "Ê", "O^": "Ô", "O+": "Ơ", "U+": "Ư",
    "dd": "đ", "DD": "Đ", "Dd": "Đ",
}  # fmt: skip
TONES: Final[dict[str, str]] = {
    "'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323",
}  # fmt: skip

# A full stop or question mark at the end of a clause is no tone, one within a word is.
LETTER: Final = re.compile(
    r"(?P<base>[aAeEoO]\^|[aA]\(|[oOuU]\+|[aeiouyAEIOUY])"
    r"(?P<tone>['`~]|[?.](?=[A-Za-z]|\s[a-z0-9(]|[,;:]))?"
    r"|(?P<stroke>[dD][dD])(?=[a-zA-Z])"
)
HINT: Final = re.compile(r"[aeo]\^['`?~.]?|[ou]\+['`?~.]?|\bdd[aeiou]|[aeiouy]['`~]")

EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    ("U?y ban nha^n da^n phu+o+`ng Ho`a Bi`nh", "Ủy ban nhân dân phường Hòa Bình"),
    (
        "trie^?n khai ke^' hoa.ch pho`ng, cho^'ng di.ch be^.nh",
        "triển khai kế hoạch phòng, chống dịch bệnh",
    ),
    (
        "So^' ho'a ho^` so+, ra` soa't thu? tu.c tru+o+'c nga`y mu+o+`i",
        "Số hóa hồ sơ, rà soát thủ tục trước ngày mười",
    ),
)
"""As it stands in the file, and what it says."""
