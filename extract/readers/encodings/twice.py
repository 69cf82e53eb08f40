"""UTF-8 twice: UTF-8 taken for Windows-1252 or Latin-1 and written as UTF-8 once more."""

import re
from typing import Final

NAME: Final = "UTF-8 twice"

HIGH: Final = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{2,}"
)
"""Runs of letters that Windows-1252 or Latin-1 has above ASCII."""

EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    (
        "K\u00e1\u00ba\u00bf ho\u00e1\u00ba\u00a1ch ph\u00c3\u00b2ng ch\u00c3\u00a1y",
        "Kế hoạch phòng cháy",
    ),
    (
        "tri\u00e1\u00bb\u0192n khai t\u00e1\u00bb\u00ab \u00c4\u2018\u00e1\u00ba\u00a7u",
        "triển khai từ đầu",
    ),
)
"""As it looks, and what it says."""
