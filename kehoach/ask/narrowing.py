"""Words that narrow a question: weights, verdicts and rules of findings, levels of issuers."""

from kehoach.ask.patterns import Pattern

SEVERITIES = (
    Pattern(
        "error",
        r"(?:loi )?(?:nghiem trong|nang)(?: nhat)?|(?:serious|grave|severe)(?: errors?| faults?)?",
        ("lỗi nghiêm trọng", "nặng nhất", "serious errors", "grave"),
    ),
    Pattern("warn", r"canh bao(?: nao)?|warnings?", ("cảnh báo nào", "warnings")),
    Pattern("note", r"luu y(?: nao)?|notes?", ("lưu ý", "notes")),
)

STATUSES = (
    Pattern(
        "dismissed",
        r"(?:da )?(?:bi )?(?:bo qua|bac bo)|dismissed",
        ("đã bỏ qua", "bị bác bỏ", "dismissed"),
    ),
    Pattern(
        "accepted",
        r"(?:da )?(?:duoc )?(?:xac nhan|chap nhan)|accepted|confirmed",
        ("đã xác nhận", "được chấp nhận", "accepted"),
    ),
    Pattern(
        "open",
        r"(?:con|dang) mo|chua (?:duoc )?(?:xu ly|giai quyet|xem)|open|unresolved",
        ("còn mở", "chưa xử lý", "open", "unresolved"),
    ),
)

RULE = Pattern(
    "rule",
    r"(?:(?:quy tac|ma|rule|code) )?([a-kp](?:0\d|1\d))",
    ("quy tắc A00", "C12", "rule D02"),
)

# Faults that people name instead of their rule: what is asked for -> the rule's code.
NAMED_FAULTS = (
    Pattern(
        "A00",
        r"(?:chua|khong) (?:dan chieu|vien dan|can cu|nhac)(?: (?:den|vao|toi))? "
        r"(?:mot )?(?:ke hoach|van ban)(?: nao)?(?: cua)? cap tren(?: nao)?"
        r"|(?:do not|don't|does not|doesn't|not|fails? to|without) "
        r"(?:cit(?:e|ing)|refer(?:ring)? to|mention(?:ing)?) "
        r"(?:any |a |the |their |its )?(?:higher|superior|upper)(?:-level)? plans?",
        ("chưa dẫn chiếu kế hoạch cấp trên", "không căn cứ vào kế hoạch nào của cấp trên",
         "do not cite a higher plan", "without citing the superior plan"),
    ),
    Pattern(
        "A03",
        r"(?:dung |vien dan |dan chieu )?(?:can cu|van ban) (?:da )?het hieu luc"
        r"|(?:cit(?:es?|ing) )?(?:lapsed|expired|outdated|repealed) "
        r"(?:basis|bases|documents?|laws?)",
        ("căn cứ hết hiệu lực", "dẫn chiếu văn bản đã hết hiệu lực", "lapsed basis",
         "cite repealed laws"),
    ),
    Pattern(
        "A09",
        r"(?:thoi han |han |deadline )?(?:muon|tre) hon (?:ke hoach )?(?:cua )?cap tren"
        r"|later than (?:the |their )?(?:higher|superior)(?: plan| level)?(?:'s)?",
        ("muộn hơn cấp trên", "thời hạn trễ hơn kế hoạch cấp trên", "later than the higher plan"),
    ),
    Pattern(
        "B01",
        r"(?:thieu|chua co|khong co|khong ghi) so(?: van ban| hieu| ky hieu)?"
        r"|(?:without|lacks?|lacking|missing|have no|has no) (?:a |their |its )?numbers?",
        ("thiếu số", "chưa có số văn bản", "without a number", "have no number"),
    ),
    Pattern(
        "G01",
        r"(?:khong co|thieu|khong ghi|chua co) (?:thoi han|thoi gian|han)(?: hoan thanh)?"
        r"|(?:without|lacks?|have no|has no) (?:a |any )?(?:deadlines?|due dates?)",
        ("không có thời hạn", "thiếu thời hạn hoàn thành", "without deadlines"),
    ),
    Pattern(
        "G02",
        r"(?:khong co|thieu|khong ghi|chua co) (?:don vi )?chu tri"
        r"|(?:without|lacks?|have no|has no) (?:a |any )?lead(?:ing)?(?: units?)?",
        ("không có đơn vị chủ trì", "thiếu chủ trì", "without a lead unit"),
    ),
)  # fmt: skip

# What may follow `các sở` where it means all of them: `các sở Y tế` are units of one name.
_ALONE = (
    r"(?= ?$| ?\x00| (?:nao|co|chua|khong|phai|den|toi|trong|nam|thang|quy|tuan|duoc|da|can|con|dan"
    r"|vien|sap|ban hanh|theo|tu|truoc|sau)(?!\w))"
)

# "of the ministries" names a level; "of the Ministry of Health" a unit.
LEVELS = (
    Pattern(
        "ministry",
        r"(?:o |cua )?(?:cap (?:bo(?: nganh)?|trung uong)|cac bo(?: nganh)?" + _ALONE + ")"
        r"|ministr(?:ies|y[- ]level)|(?:at |of )?(?:the )?national level",
        ("cấp bộ", "của các bộ ngành", "ministries", "at the national level"),
    ),
    Pattern(
        "province-department",
        r"(?:o |cua )?(?:cap so|cac so(?: nganh)?" + _ALONE + ")"
        r"|provincial departments?|(?:departments? of (?:the )?)?provinces?['’]? departments?",
        ("cấp sở", "của các sở", "provincial departments"),
    ),
    Pattern(
        "district-department",
        r"(?:o |cua )?(?:cap phong|cac phong" + _ALONE + r")|district departments?",
        ("cấp phòng", "của các phòng", "district departments"),
    ),
    Pattern(
        "province",
        r"(?:o |cua )?(?:cap tinh|(?:cac|cua) tinh"
        + _ALONE
        + r")|province[- ]level|(?:at |of )?(?:the )?provinc(?:ial|e) "
        r"level|provinces",
        ("cấp tỉnh", "của các tỉnh", "provincial level", "province-level"),
    ),
    Pattern(
        "district",
        r"(?:o |cua )?(?:cap (?:huyen|quan)|(?:cac|cua) (?:huyen|quan)"
        + _ALONE
        + r")|district[- ]level"
        r"|(?:at |of )?(?:the )?district level|districts",
        ("cấp huyện", "ở cấp huyện", "district level", "at the district level"),
    ),
    Pattern(
        "commune",
        r"(?:o |cua )?(?:cap (?:xa|phuong)|(?:cac|cua) (?:xa|phuong)(?: phuong)?"
        + _ALONE
        + r")|commune[- ]level|ward[- ]level"
        r"|(?:at |of )?(?:the )?(?:commune|ward) level|communes|wards",
        ("cấp xã", "của các phường", "commune level", "wards"),
    ),
    Pattern(
        "institution",
        r"(?:o |cua )?(?:cap truong|cac (?:truong(?: hoc)?|nha truong|benh vien)" + _ALONE + ")"
        r"|schools|hospitals|institutions",
        ("của các trường", "cấp trường", "schools", "institutions"),
    ),
    Pattern(
        "party",
        r"(?:cua )?(?:cac )?(?:ben|khoi|to chuc|co quan) dang(?! uy)"
        r"|(?:of )?(?:the )?party(?: organi[sz]ations?| bodies)?",
        ("khối Đảng", "của các tổ chức Đảng", "the Party", "party bodies"),
    ),
    Pattern(
        "organisation",
        r"(?:cua )?cac (?:doan the|to chuc chinh tri(?: - |-| )xa hoi)|mass organi[sz]ations?",
        ("của các đoàn thể", "mass organisations"),
    ),
)
