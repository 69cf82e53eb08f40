"""A small database for the tests that ask and export; all of it invented."""

from stored import plan, put

from schemas import Evidence, Finding, Span
from schemas.finding import DocumentRef

PLANS = (
    plan(
        name="145.txt", number="145/KH-UBND", issuer="Ủy ban nhân dân tỉnh|Bình Giang|province",
        day="2025-01-10", subject="Phòng, chống đuối nước năm 2025",
        tasks=[
            {"action": "Mở lớp dạy bơi", "leads": "Sở Y tế|Bình Giang|province-department",
             "partners": "Công an tỉnh|Bình Giang|province-department", "end": "2025-09-15"},
            {"action": "Sơ kết sáu tháng", "leads": "Sở Giáo dục và Đào tạo|Bình Giang",
             "end": "2025-06-30"},
        ],
    ),
    plan(
        name="512.txt", number="512/KH-SGDĐT", day="2025-02-20",
        issuer="Sở Giáo dục và Đào tạo|Bình Giang|province-department",
        subject="Phòng, chống đuối nước cho học sinh",
        citations=[{"number": "145/KH-UBND", "role": "implements"}],
        tasks=[{"action": "Tập huấn giáo viên", "end": "2025-08-22", "start": "2025-08-20",
                "leads": "Phòng Kế hoạch - Tài chính|Bình Giang"}],
    ),
    plan(
        name="96.txt", number="96/KH-PGDĐT", day="2025-03-28",
        issuer="Phòng Giáo dục và Đào tạo|Thanh Lâm|district-department",
        subject="Phòng, chống đuối nước huyện Thanh Lâm",
        citations=[{"number": "512/KH-SGDĐT", "role": "implements"},
                   {"number": "665/KH-SGDĐT", "role": "basis"}],
        tasks=[
            {"action": "=1+1 báo cáo kết quả", "end": "2025-09-05",
             "leads": "Phòng Giáo dục và Đào tạo|Thanh Lâm|district-department"},
            {"action": "@mẫu; kiểm tra, giám sát", "end": "2025-09-30",
             "recurrence": "FREQ=MONTHLY", "leads": "Trường Tiểu học Bến Thượng"},
            {"action": "Báo cáo ngày mười lăm", "start": "2025-01-01", "end": "2025-12-31",
             "recurrence": "FREQ=MONTHLY;BYMONTHDAY=15", "leads": "Phòng Nội vụ|Thanh Lâm"},
            {"action": "Giao ban hằng tuần", "start": "2025-09-01", "end": "2025-10-05",
             "recurrence": "FREQ=WEEKLY", "leads": "Phòng Nội vụ|Thanh Lâm"},
        ],
    ),
    plan(
        name="41.txt", number="41/KH-UBND", issuer="Ủy ban nhân dân xã|Yên Thạch|commune",
        day="2026-01-11", subject="Chuyển đổi số xã Yên Thạch",
        tasks=[{"action": "Mở điểm hỗ trợ", "leads": "Ủy ban nhân dân xã|Yên Thạch|commune",
                "end": "2025-07-31"}],
    ),
    plan(
        name="33.txt", number="33/KH-SYT", issuer="Sở Y tế|Bình Giang|province-department",
        day="2025-04-02", subject="Hiến máu tình nguyện",
        tasks=[{"action": "Tổ chức ngày hội hiến máu", "end": "2025-11-20",
                "leads": "Sở Y tế|Bình Giang|province-department"}],
    ),
    plan(name="07a.txt", number="07/KH-UBND", day="2025-01-05", subject="Phòng cháy",
         issuer="Ủy ban nhân dân xã|Yên Thạch|commune"),
    plan(name="07b.txt", number="07/KH-UBND", day="2025-01-06", subject="Bầu cử",
         issuer="Ủy ban nhân dân xã|Đông Hồ|commune"),
    plan(name="thang-thanh-nien.txt", number=None, day="2025-02-01", subject="Tháng Thanh niên",
         issuer="Huyện đoàn|Thanh Lâm|organisation"),
)  # fmt: skip


def fill(store):
    """Save all plans, and a finding on 96/KH-PGDĐT; gives the ids by file name."""
    ids = {one.name: put(store, one).document_id for one in PLANS}
    own = DocumentRef(id=ids["96.txt"], name="96.txt")
    other = DocumentRef(id=ids["512.txt"], name="512.txt")
    store.save_findings(
        own.id,
        [
            Finding(
                id="f" * 16, rule="A09", name="deadline-after-superiors", severity="error",
                document=own, message="Thời hạn 05/9 muộn hơn hạn của cấp trên.",
                message_en="The deadline is later than that above.", advice="Sửa thời hạn.",
                evidence=(
                    Evidence(document=own, as_written="-báo cáo kết quả",
                             span=Span(start=20, end=36, page=2)),
                    Evidence(document=other, as_written="+Tập huấn giáo viên",
                             span=Span(start=5, end=23, page=4)),
                ),
            )
        ],
    )  # fmt: skip
    return ids
