"""Kinds: what documents call themselves in their titles."""

import re

from extract.folding import fold

# Names of kinds, NĐ 30/2020/NĐ-CP Điều 7, the Party's and the legislature's.
KINDS = (
    "Kế hoạch liên tịch|Kế hoạch phối hợp|Kế hoạch liên ngành|Kế hoạch|Nghị quyết liên tịch"
    "|Thông tư liên tịch|Hướng dẫn liên ngành|Hướng dẫn liên tịch|Bộ luật|Luật|Pháp lệnh|Lệnh"
    "|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Quy định|Quy chế|Thông tri"
    "|Thông báo|Thông cáo|Hướng dẫn|Chương trình hành động|Chương trình|Phương án|Đề án|Dự án"
    "|Báo cáo|Biên bản|Tờ trình|Hợp đồng|Công điện|Giấy mời|Giấy ủy quyền|Phiếu chuyển"
    "|Quy hoạch|Điều lệ|Thể lệ|Đề cương|Thư ngỏ|Lời kêu gọi"
).split("|")

DRAFT_TITLE = re.compile(
    rf"(?:ban )?du thao (?:{'|'.join(fold(kind).lower() for kind in KINDS)})(?!\w)"
)
"""`DỰ THẢO NGHỊ QUYẾT`, folded: a title, where `DỰ THẢO LẦN 2` is a mark."""
