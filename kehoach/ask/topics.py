"""Words that say what a question is about, and words that have no say in it."""

from kehoach.ask.patterns import Pattern

TOPICS = (
    Pattern(
        "findings",
        r"(?:cac )?(?:loi|phat hien|sai sot|cho sai|mau thuan|van de|diem sai|khong thong nhat)"
        r"(?: (?:nao|gi))?|sai (?:o dau|gi|nhung gi|cho nao)|(?:bi )?sai|co van de gi"
        r"|errors?|faults?|findings?|mistakes?|contradictions?|contradict(?:s|ing)? each other"
        r"|problems?|inconsistenc(?:y|ies)|(?:is |went )?wrong|flaws?",
        ("lỗi nào", "mâu thuẫn", "sai ở đâu", "contradictions", "mistakes", "is wrong"),
    ),
    Pattern(
        "unit",
        r"(?:nhung |cac )?(?:don vi|co quan|phong ban|to chuc) nao|ai"
        r"|(?:which|what) (?:units?|offices?|bodies|departments?|agenc(?:y|ies))|who",
        ("đơn vị nào", "cơ quan nào", "ai", "which units", "who"),
    ),
    Pattern(
        "deadlines",
        r"(?:nhung |cac |moi )?(?:dau viec|cong viec|viec|nhiem vu|thoi han|han chot|moc thoi gian"
        r"|deadline|lich)(?: (?:nao|gi))?"
        r"|(?:bao cao|ho so) (?:nao )?(?:phai nop|can nop|den han)"
        r"|(?:(?:sap |da )?(?:den|toi|het) han|phai|can) ?(?:lam|xong|hoan thanh|nop|thuc hien)?"
        r"(?: gi| nhung gi)?|hoan thanh|ket thuc|thuc hien gi|lam gi|co gi|dien ra"
        r"|deadlines?|tasks?|due dates?|(?:be )?due|jobs?|duties|work(?: items?)?|to ?dos?"
        r"|(?:to |must |should |need to )?(?:be )?(?:done|finish(?:ed)?|complete[d]?|do)"
        r"|happen(?:s|ing)?|schedule|agenda|(?:comes?|coming) up|ends?|ending|to be done",
        ("những việc nào", "nhiệm vụ gì", "thời hạn", "đến hạn", "phải làm gì", "phải hoàn thành",
         "deadlines", "tasks", "due", "must be done", "to finish", "work items"),
    ),
    Pattern(
        "documents",
        r"(?:nhung |cac )?(?:ban )?(?:ke hoach|van ban|tai lieu)(?: nao)?"
        r"|(?:which |what )?(?:plans?|documents?|papers?)",
        ("những kế hoạch nào", "văn bản nào", "which plans", "documents"),
    ),
)  # fmt: skip

COUNT = Pattern(
    "count",
    r"(?:co )?(?:tat ca |tong cong )?(?:bao nhieu"
    r"|may(?= (?:viec|nhiem|cong viec|dau viec|ke hoach|van ban|loi|phat hien|canh bao)))"
    r"|dem(?: so)?|(?:tong )?so luong|tong so"
    r"|how many|(?:the )?number of|count(?: of| the)?|total",
    ("có bao nhiêu", "tổng số", "đếm số", "how many", "number of", "count the"),
)

ROLES = (
    Pattern(
        "lead",
        r"(?:lam )?(?:don vi )?chu tri|dung dau|phu trach"
        r"|le(?:d by|ads?|ading)|in charge(?: of)?|responsible(?: for)?|chair(?:s|ed by)?",
        ("chủ trì", "đơn vị chủ trì", "phụ trách", "led by", "leads", "in charge of"),
    ),
    Pattern(
        "partner",
        r"(?:cung )?(?:tham gia )?phoi hop|tham gia"
        r"|partners?|takes? part|taking part|cooperat(?:es?|ing)|supports?|supporting",
        ("phối hợp", "tham gia phối hợp", "partner", "takes part", "supporting"),
    ),
)

# Words without a say: they may stand at the ends of what is left over.
IDLE_VIETNAMESE = frozenset(
    """
    a ah anh ban be bi boi ca cac can cho chi co con cua cung da dang danh day de di do
    duoc em gi giup giao ha hay hien ho la lai len liet ke minh moi mot nao ne nhe
    nhi nho nhung o qua ra rang rat roi sao se so su ta tai tat the thi theo thuoc toi trong tren tu
    u va vao vay vui long voi xem xin xong biet hoi nguoi thong tin sach
    """.split()
)
IDLE_ENGLISH = frozenset(
    """
    list show tell give me us please the a an of in on at for by to from with within under is are
    was were be been being do does did have has had there that this which what when where i we
    you my our it its and all any every each can could should would will must need get see
    anything something stuff things during so now currently those what's who's let's
    """.split()
)


def idle(typed: str, bare: str) -> bool:
    """A word without a say; `ăn` is no English article."""
    return bare in IDLE_VIETNAMESE or (typed.isascii() and bare in IDLE_ENGLISH)


# Words that introduce a unit or stand at its head: what follows is taken for a unit's name.
UNIT_HEADS = frozenset(
    """
    phong so ubnd uy ban bo cuc chi vu vien truong benh trung tam van cong an hoi doan dang tinh
    huyen xa phuong thanh lien mat mttq ldld hdnd bch to khoa thanh tra kho bao dai quan cac nha
    department division office school committee ministry people union hospital centre center party
    """.split()
)
INTRODUCES = frozenset(
    "cua do cho boi giao thuoc o tai of for by from at led".split()
)  # fmt: skip

ISSUED = Pattern(
    "issued",
    r"(?:da |duoc |do )?(?:ban hanh|ky ban hanh|phat hanh)|issued|published|signed",
    ("ban hành", "được ban hành", "issued", "published"),
)

# Nobody tells the database what was done, so these can only be refused.
PROGRESS = Pattern(
    "progress",
    r"(?:da|chua|dang)(?: duoc)? (?:hoan thanh|lam xong|xong|lam|thuc hien)"
    r"|(?:already|been|were|was|are|is|not|yet) (?:done|finished|completed?)"
    r"|(?:completed|finished|done|unfinished|incomplete|pending) (?:tasks?|work|jobs?)"
    r"|(?:tasks?|work|jobs?) (?:completed|finished|done)",
    ("đã hoàn thành", "chưa làm xong", "already done", "completed tasks", "tasks finished"),
)

# Before a month, quarter or year: it is then an end of the days, not the days themselves.
EDGES = (
    Pattern("before", r"truoc|before|prior to|earlier than", ("trước", "before")),
    Pattern(
        "until",
        r"(?:den|toi|tinh den|cham nhat)(?: het| cuoi| la)?|het"
        r"|(?:by|until|till|up to|no later than)(?: the)?(?: end of)?(?: the)?"
        r"|before(?: the)? end of(?: the)?",
        ("đến hết", "đến", "by the end of", "until"),
    ),
    Pattern(
        "since",
        r"(?:ke )?tu(?: dau)?|(?:since|from|starting(?: in| from)?)(?: the)?"
        r"(?: (?:beginning|start) of)?",
        ("từ", "kể từ đầu", "since", "from the beginning of"),
    ),
    Pattern("after", r"sau(?: het)?|after(?: the end of)?|later than", ("sau", "after the end of")),
)
