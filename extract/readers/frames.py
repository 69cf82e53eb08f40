"""Frames: words that stand in letterheads and signature blocks, never in a table of tasks."""

import re
from typing import Final

# NĐ 30/2020/NĐ-CP, Phụ lục I: quốc hiệu, tiêu ngữ, số, nơi nhận, quyền hạn ký.
_WORDS: Final = re.compile(
    r"CỘNG H[ÒO][AÀ] XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM|^\s*Nơi nhận\s*:?"
    r"|^\s*Số\s*:|^\s*(?:TM|KT|TL|TUQ|T/M|K/T)\.|\([Kk]ý[ ,)]|^-{3,}\s*$",
    re.MULTILINE,
)


def is_frame(text: str) -> bool:
    """Whether cells with this text set a letterhead or signatures side by side."""
    return _WORDS.search(text) is not None
