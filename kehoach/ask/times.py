"""The days that a question is about: patterns of quarters, months, weeks and days.

Each pattern is read by the function of `time_reading` that its `means` names; earlier ones are
looked for first.
"""

from kehoach.ask.calendar_words import (
    ENGLISH_MONTHS,
    ENGLISH_QUARTERS,
    NUMBERS,
    VIETNAMESE_MONTHS,
    VIETNAMESE_QUARTERS,
    YEAR,
    one_of,
)
from kehoach.ask.patterns import Pattern

_ENGLISH = one_of(ENGLISH_MONTHS)
_QUARTER = one_of(VIETNAMESE_QUARTERS)
_OF_YEAR = (
    rf"(?:(?:\s*[/,-]\s*|\s+)(?:cua |of )?(?:nam |in |year )?({YEAR}|nay|sau|toi|ngoai|truoc))?"
)
_DAY = (
    rf"(?:ngay |mong |day )?(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]{YEAR})?|{YEAR}-\d\d-\d\d"
    rf"|\d{{1,2}} thang \d{{1,2}}(?:(?: nam)? {YEAR}|/{YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_ENGLISH})(?:,? {YEAR})?"
    rf"|(?:{_ENGLISH}) \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? {YEAR})?)"
)
_COUNT = rf"(\d{{1,3}}|{one_of(NUMBERS)})"

TIMES = (
    Pattern(
        "school_year",
        rf"(?:trong )?(?:nam hoc|school year) ({YEAR})\s*[-–/]\s*({YEAR})",
        ("năm học 2024-2025", "school year 2025-2026"),
    ),
    Pattern(
        "years",
        rf"(?:trong )?(?:giai doan|from|tu|tu nam|between) ({YEAR})"
        rf"\s*(?:-|–|den|toi|to|and|den nam)\s*({YEAR})",
        ("giai đoạn 2021-2025", "từ năm 2024 đến 2026", "from 2024 to 2026"),
    ),
    Pattern(
        "from_to",
        rf"(?:trong khoang |in the period )?(?:tu|from|between|tu sau)? ?(?P<a>{_DAY})"
        rf" ?(?:den het|den|toi|to|until|till|and|-|–|through) ?(?P<b>{_DAY})",
        (
            "từ ngày 01/9/2025 đến ngày 15/9/2025",
            "từ 1/7 đến 30/9",
            "from 2025-09-01 to 2025-09-15",
            "between 1 September 2025 and 15 September 2025",
        ),
    ),
    Pattern(
        "from_now",
        rf"tu (?:bay gio|gio|nay|hom nay)(?: cho)? (?:den|toi)(?: het| cuoi)?"
        rf"(?: (?P<vi>nam|quy|thang|tuan)(?: nay)?(?! (?:hoc|sau|toi|\d|i|v))"
        rf"|(?: het)? (?P<a>{_DAY})"
        rf"| thang (?P<m>\d{{1,2}}))"
        rf"|(?:from )?(?:now|today)(?: on)? (?:until|till|to|through)(?: the)?(?: end of)?"
        rf"(?: the| this)? (?:(?P<en>year|quarter|month|week)|(?P<b>{_DAY})|(?P<name>{_ENGLISH}))",
        (
            "từ nay đến cuối năm",
            "từ giờ đến hết tháng này",
            "từ nay đến hết tháng 9",
            "từ hôm nay đến ngày 30/9",
            "from now until the end of the year",
            "now till 30 September",
        ),
    ),
    Pattern(
        "month_to_month",
        rf"(?:tu|from|between) (?:thang )?(?P<a>\d{{1,2}}|{_ENGLISH})"
        rf" (?:den|toi|to|until|and|through) (?:het )?(?:thang )?(?P<b>\d{{1,2}}|{_ENGLISH})"
        rf"(?:(?:(?: nam)? |/)(?P<y>{YEAR}))?",
        (
            "từ tháng 7 đến tháng 9 năm 2025",
            "from July to September 2025",
            "từ tháng 3 đến hết tháng 5",
        ),
    ),
    Pattern(
        "before",
        rf"(?:xong |han )?(?:truoc|before|earlier than|prior to) (?P<a>{_DAY})",
        ("trước ngày 30/9/2025", "before 30 September 2025"),
    ),
    Pattern(
        "until",
        rf"(?:co )?(?:han )?(?:cham nhat|muon nhat|tinh den|den het|den|toi|han"
        rf"|truoc va trong|by|until|till|up to"
        rf"|no later than|not later than)(?: la| den| vao)? (?P<a>{_DAY})",
        (
            "chậm nhất là ngày 15/10/2025",
            "đến hết ngày 30/9",
            "by 2025-10-15",
            "no later than 15 October",
        ),
    ),
    Pattern(
        "since",
        rf"(?:tu|since|starting|from) (?P<a>{_DAY})(?: (?:tro di|tro ve sau|on|onwards?))?",
        ("từ ngày 01/10/2025 trở đi", "since 1 October 2025", "from 2025-10-01 on"),
    ),
    Pattern(
        "after",
        rf"(?:sau|after|later than) (?P<a>{_DAY})",
        ("sau ngày 30/9/2025", "after 30 September"),
    ),
    Pattern(
        "on_day",
        rf"(?:vao |dung |trong |on |hom )?(?P<a>{_DAY})",
        ("ngày 20/11/2025", "vào 20/11", "on 20 November 2025", "on November 20"),
    ),
    Pattern(
        "half_year",
        rf"(?:trong )?(?:6|sau) thang (?P<vi>dau|cuoi)(?: nam)?{_OF_YEAR}"
        rf"|(?:the )?(?P<en>first|1st|second|2nd|last) (?:half|six months|6 months)"
        rf"(?: of)?(?: (?:the )?year)?(?: ({YEAR}))?"
        rf"|h(?P<h>[12])(?: of)?(?:[ /]({YEAR}))?",
        (
            "6 tháng đầu năm 2025",
            "sáu tháng cuối năm",
            "first half of 2025",
            "the second half of the year",
            "H2 2025",
        ),
    ),
    Pattern(
        "days_ahead",
        rf"(?:trong )?(?:vong )?{_COUNT} (?P<unit>ngay|tuan|thang) "
        rf"(?:toi|sap toi|nua|tiep theo|ke tiep|sau)"
        rf"|(?:in |within |over |for )?(?:the )?(?:next|coming|following) {_COUNT} "
        rf"(?P<en>days?|weeks?|months?)|(?:within|in) {_COUNT} (?P<within>days?|weeks?|months?)",
        (
            "30 ngày tới",
            "trong vòng 2 tuần tới",
            "ba tháng nữa",
            "the next 30 days",
            "within 14 days",
            "in the coming 2 weeks",
        ),
    ),
    Pattern(
        "days_back",
        rf"(?:trong )?(?:vong )?{_COUNT} (?P<unit>ngay|tuan|thang) (?:qua|truoc|gan day|vua qua)"
        rf"|(?:in |over |during )?(?:the )?(?:last|past|previous) {_COUNT} "
        rf"(?P<en>days?|weeks?|months?)",
        ("30 ngày qua", "2 tuần vừa qua", "the last 30 days", "over the past 2 weeks"),
    ),
    Pattern(
        "coming",
        r"sap den han|sap toi han|sap het han|sap toi|thoi gian toi|nhung ngay toi"
        r"|trong thoi gian toi"
        r"|upcoming|coming soon|soon",
        ("sắp đến hạn", "sắp tới", "upcoming", "soon"),
    ),
    Pattern(
        "quarter",
        rf"(?:trong )?(?:quy|q)(?: so| thu)? ?(?P<vi>{_QUARTER})(?: nam(?= {YEAR}))?{_OF_YEAR}"
        rf"|(?:the )?(?P<en>{one_of(ENGLISH_QUARTERS)}) quarter(?: of)?(?: ({YEAR}))?"
        rf"|quarter (?P<no>[1-4])(?: of)?(?: ({YEAR}))?",
        (
            "quý 3",
            "Q3",
            "quý III/2025",
            "quý III năm 2025",
            "quý tư năm nay",
            "third quarter of 2025",
            "quarter 2",
            "Q3 2025",
        ),
    ),
    Pattern(
        "this_quarter",
        r"(?:trong )?quy (?P<vi>nay|sau|toi|truoc|vua qua)"
        r"|(?P<en>this|next|last|the coming) quarter",
        ("quý này", "quý sau", "next quarter"),
    ),
    Pattern(
        "iso_month",
        rf"(?P<y>{YEAR})-(?P<m>\d{{1,2}})(?![-/\d])"
        rf"|(?:thang )?(?P<m2>\d{{1,2}})[/-](?P<y2>{YEAR})(?![-/\d])",
        ("2025-09", "tháng 9/2025", "09/2025"),
    ),
    Pattern(
        "month",
        rf"(?:trong )?thang (?P<vi>\d{{1,2}}|{one_of(VIETNAMESE_MONTHS)})(?! (?:toi|qua|nua))"
        rf"(?: nay)?(?:\s*,?\s+(?:nam )?({YEAR}|nam nay|nam sau|nam toi|nam ngoai))?"
        rf"|(?P<en>{_ENGLISH})(?:,? (?:of )?({YEAR}|this year|next year|last year))?",
        (
            "tháng 9",
            "tháng chín năm 2025",
            "tháng 12 năm nay",
            "tháng 9 này",
            "September 2025",
            "december of 2025",
        ),
    ),
    Pattern(
        "this_month",
        r"(?:trong )?thang (?P<vi>nay|sau|toi|truoc|vua qua)"
        r"|(?P<en>this|next|last|the coming) month",
        ("tháng này", "tháng sau", "next month"),
    ),
    Pattern(
        "this_week",
        r"(?:trong )?tuan (?P<vi>nay|sau|toi|truoc|vua qua|vua roi)"
        r"|(?P<en>this|next|last|the coming) week",
        ("tuần này", "tuần sau", "next week"),
    ),
    Pattern(
        "this_day",
        r"(?:trong )?(?P<vi>ngay hom nay|hom nay|bua nay|ngay mai|hom qua|ngay kia|mot ngay nua)"
        r"|(?P<en>today|tomorrow|yesterday|the day after tomorrow)",
        ("hôm nay", "ngày mai", "hôm qua", "today", "tomorrow"),
    ),
    Pattern(
        "this_year",
        r"(?:trong )?nam (?P<vi>nay|sau|toi|ngoai|truoc)|(?P<en>this|next|last) year",
        ("năm nay", "năm sau", "last year"),
    ),
    Pattern(
        "year",
        rf"(?:trong )?(?:nam |year |in )?({YEAR})(?![-/\d])",
        ("năm 2025", "2025", "in 2025"),
    ),
)

OVERDUE = Pattern(
    "overdue",
    r"(?:da |bi |dang )?(?:qua|tre|cham|lo)(?: thoi)? (?:han|thoi han|tien do|deadline)"
    r"|da het (?:thoi )?han"
    r"|(?:is |are )?(?:overdue|past due|past (?:the |their )?deadlines?|past its deadline|late)",
    ("quá hạn", "đã trễ hạn", "chậm tiến độ", "overdue", "past due", "late"),
)
