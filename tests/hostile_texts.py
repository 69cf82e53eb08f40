"""Hostile texts: pieces that, repeated, have made readers of text run away, and their clock.

    python tests/hostile_texts.py [--size 1000000]     seconds for a text of each, bar 5 s

Each is repeated behind the head of a plan, so that every finder reads it.
"""

import argparse
import contextlib
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from extract.errors import ReadError  # noqa: E402 - found through the line above
from extract.files import plans_of  # noqa: E402

BAR = 5.0  # seconds for a megabyte
HEAD = """UBND TỈNH A
SỞ NỘI VỤ
Số: 12/KH-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
A, ngày 3 tháng 3 năm 2025

KẾ HOẠCH
Chuyển đổi số năm 2025

I. MỤC ĐÍCH
"""
PIECES = {
    "căn cứ": "Căn cứ ",
    "bases": "Căn cứ Nghị định số 1/2020/NĐ-CP ngày 1/1/2020 của Chính phủ;\n",
    "digits": "1234567890",
    "one line": "chuyển đổi số và cải cách hành chính ",
    "open quotes": "“",
    "quoted names": "“phong trào “",
    "dates": "ngày 12/3/2024 ",
    "dated items": "- Trước ngày 15/6/2025: báo cáo kết quả.\n",
    "deadlines": "trước ngày 15/6/2025; ",
    "from to": "từ ngày đến ngày ",
    "citations": "Kế hoạch số 12/KH-UBND ngày 3/3/2025 của UBND tỉnh, ",
    "half numbers": "12/KH-",
    "laws": "Luật Thi đua, khen thưởng ",
    "pipes": "|",
    "piped rows": "| 1 | Tập huấn | Sở Y tế | Tháng 3 |\n",
    "piped heads": "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n",
    "tabbed rows": "1\tTập huấn\tSở Y tế\tTháng 3\n",
    "ends of cells": "Tập huấn\x07",
    "heads of tables": "TT\nNội dung\nĐơn vị chủ trì\nThời gian\n",
    "flattened rows": "1\nXây dựng kế hoạch\nSở Y tế\nTháng 3\n",
    "flattened tables": "TT Nội dung Đơn vị chủ trì Thời gian\n1\nTập huấn\nSở Y tế\nTháng 3\n",
    "round brackets": "(",
    "square brackets": "[",
    "items": "(a) ",
    "labels": "Tháng 3:\n- Rà soát danh mục;\n",
    "bullets": "- \n",
    "roman headings": "I. MỤC ĐÍCH\n",
    "numbers": "1.1.1.1.",
    "dotted headings": "1.1. Nội dung\n",
    "duties": "- Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ thực hiện.\n",
    "units": "Sở Y tế, ",
    "capitals": "ỦY BAN NHÂN DÂN ",
    "targets": "- Phấn đấu đạt ít nhất 95% hộ dân.\n",
    "phases": "Đợt 1 (từ 01/3 đến 15/4/2025): ra quân. ",
    "anniversaries": "kỷ niệm 40 năm Ngày Nhà giáo (20/11/1982 - 20/11/2022), ",
    "annexes": "PHỤ LỤC I\nDANH MỤC\n",
    "recipients": "Nơi nhận:\n- Như trên;\n",
    "signatures": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Văn A\n",
    "accents apart": "a\u0301",
    "unseen marks": "\u200b ",
    "page breaks": "\f1\n",
}


def hostile(piece: str, size: int) -> str:
    """A plan's head and so much of the piece that the text has `size` characters."""
    return (HEAD + piece * (size // len(piece) + 1))[:size]


def seconds(text: str) -> float:
    """Processor seconds from bytes to record; a refusal counts as an answer."""
    data = text.encode()
    began = time.process_time()
    with contextlib.suppress(ReadError):
        plans_of(data, "x.txt")
    return time.process_time() - began


def main() -> int:
    """Print the seconds of each; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description="Time hostile texts.")
    parser.add_argument("--size", type=int, default=1_000_000)
    size = parser.parse_args().size
    slowest = 0.0
    for name, piece in PIECES.items():
        took = seconds(hostile(piece, size))
        slowest = max(slowest, took)
        print(f"{name:20}{took:8.2f} s{'   MISSED' if took > BAR else ''}", flush=True)
    print(f"{'slowest':20}{slowest:8.2f} s of {BAR:.0f}")
    return 1 if slowest > BAR else 0


if __name__ == "__main__":
    sys.exit(main())
