"""Who issued a plan whose letterhead is lost: the sentence that lays it down, word by word."""

from word_lists import each, each_of, words

from extract.flow import flow_of
from extract.foot import find_foot
from extract.head import Head, find_head
from extract.issuer import complete
from extract.reading import Reading

BODIES = words(
    """Ban Thường trực, Ban Thường vụ, Ban Chấp hành, Ủy ban, Hội đồng, Bộ, Sở, Phòng, Trường, Ban
    Cục, Vụ, Chi cục, Tổng cục, Trung tâm, Trạm, Hạt, Hội, Đoàn, Liên đoàn, Công đoàn, Liên minh
    Liên hiệp, Chi bộ, Đảng bộ, Công an, Viện, Học viện, Đại học, Bệnh viện, Tòa án, Thanh tra
    Kiểm toán, Hải quan, Văn phòng, Thủ tướng, Chính phủ, Liên đội, Tiểu ban, Tổ công tác, Mặt trận
    Ngân hàng, Bảo hiểm, Kho bạc, Thuế, Quỹ, Đài, Báo, Công ty, Tổng công ty"""
)
SEATED = words(
    """Tỉnh ủy, Thành ủy, Huyện ủy, Quận ủy, Thị ủy, Đảng ủy, Tỉnh đoàn, Thành đoàn, Huyện đoàn
    Quận đoàn, Thị đoàn"""
)
SHORT = {
    "UBND": "Ủy ban nhân dân An Hòa", "HĐND": "Hội đồng nhân dân An Hòa",
    "MTTQ": "Mặt trận Tổ quốc An Hòa", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc An Hòa",
    "BCĐ": "Ban Chỉ đạo An Hòa", "Uỷ ban": "Ủy ban An Hòa", "Toà án": "Tòa án An Hòa",
    "phòng": "Phòng An Hòa", "Giám đốc Sở": "Sở An Hòa", "Hiệu trưởng Trường": "Trường An Hòa",
    "Chủ tịch Hội": "Hội An Hòa", "Bộ trưởng Bộ": "Bộ An Hòa",
}  # fmt: skip
NONE = words("Tập thể, Cán bộ, Nhân dân, Bà con, Người dân, Chương trình, Nội dung, Tình hình")
PLAN = """KẾ HOẠCH
Tưới cây năm 2031

Căn cứ tình hình cây cối; {}
I. MỤC ĐÍCH
- Nước.
{}
"""


def _head(sentence: str, closing: str = "") -> Head:
    flow = flow_of(Reading(text=PLAN.format(sentence, closing)))
    printed = find_head(flow)
    return complete(flow, printed, find_foot(flow, printed))


def _issuer(sentence: str, closing: str = "") -> str | None:
    issuer = _head(sentence, closing).issuer
    return issuer.name if issuer else None


@each(BODIES)
def test_each_body_that_lays_down_a_plan(body: str) -> None:
    assert _issuer(f"{body} An Hòa ban hành Kế hoạch tưới cây như sau:") == f"{body} An Hòa"
    assert _issuer(f"x{body} An Hòa ban hành Kế hoạch tưới cây như sau:") is None
    closing = f"Trên đây là Kế hoạch tưới cây của {body} An Hòa."
    assert _issuer("Một câu.", closing) == f"{body} An Hòa"
    asks = f"Nhận được văn bản này; {body} An Hòa đề nghị các thôn làm tốt."
    assert _issuer("Một câu.", asks) == f"{body} An Hòa"
    assert _issuer("Một câu.", asks.replace("đề nghị", "yêu cầu")) == f"{body} An Hòa"
    assert _issuer("Một câu.", asks.replace("đề nghị", "nghĩ")) is None


@each(SEATED)
def test_each_committee_that_bears_its_place(body: str) -> None:
    for spelling in (body, body.replace("ủy", "uỷ")):
        head = _head(f"{spelling} An Hòa ban hành Kế hoạch tưới cây như sau:")
        assert head.issuer is not None
        assert (head.issuer.name, head.issuer.area) == (body, "An Hòa")


@each_of(SHORT.items())
def test_each_short_or_other_form(words_of_it: str, name: str) -> None:
    """Short names in capitals do not make a whole name one of capitals."""
    assert _issuer(f"{words_of_it} An Hòa ban hành Kế hoạch tưới cây như sau:") == name


@each([*NONE, "Nhà trường", "nhà trường", "Ban", "Sở", "Phòng", "Bộ"])
def test_who_is_no_issuer(nobody: str) -> None:
    place = "" if nobody in ("Ban", "Sở", "Phòng", "Bộ") else " An Hòa"
    assert _issuer(f"{nobody}{place} ban hành Kế hoạch tưới cây như sau:") is None


@each(
    words(
        """ban hành, xây dựng, thông báo, hướng dẫn, lập, đề ra, triển khai, tổ chức, phát động
        thống nhất ban hành, xây dựng và ban hành, ban  hành"""
    ),
)
def test_each_verb_by_which_a_plan_is_laid_down(verb: str) -> None:
    assert _issuer(f"Sở An Hòa {verb} Kế hoạch tưới cây như sau:") == "Sở An Hòa"
    assert _issuer("Sở An Hòa nghĩ về Kế hoạch tưới cây như sau:") is None
    assert _issuer(f"Sở An Hòa {verb} bài báo tưới cây như sau:") is None


@each_of([
        ("Kế hoạch", "Kế hoạch"), ("kế hoạch", "Kế hoạch"), ("KẾ HOẠCH", "Kế hoạch"),
        ("Chương trình", "Chương trình"), ("chương trình", "Chương trình"),
        ("Hướng dẫn", "Hướng dẫn"), ("hướng dẫn", "Hướng dẫn"), ("Đề án", "Đề án"),
        ("đề án", "Đề án"), ("Phương án", "Phương án"), ("phương án", "Phương án"),
    ],
)  # fmt: skip
def test_each_kind_that_is_laid_down(kind: str, canonical: str) -> None:
    """Without a title the sentence tells the kind and the subject as well."""
    text = (
        f"Căn cứ tình hình; Sở An Hòa ban hành {kind} tưới cây ăn quả như sau:\nI. MỤC ĐÍCH\n- N.\n"
    )
    flow = flow_of(Reading(text=text))
    printed = find_head(flow)
    head = complete(flow, printed, find_foot(flow, printed))
    assert (head.kind, head.subject) == (canonical, "tưới cây ăn quả")


@each([
        " như sau:", ", như sau:", ", cụ thể như sau:", " với các nội dung sau đây:",
        " với những nội dung cụ thể:", " với một số nội dung chính như sau:", ", nội dung như sau:",
        ", cụ thể:", " sau đây:", " như sau, mời xem:", " (sau đây gọi là Kế hoạch), như sau:",
    ],
)  # fmt: skip
def test_what_the_sentence_ends_with_is_no_subject(tail: str) -> None:
    text = (
        f"Căn cứ tình hình; Sở An Hòa ban hành Kế hoạch tưới cây ăn quả{tail}\nI. MỤC ĐÍCH\n- N.\n"
    )
    flow = flow_of(Reading(text=text))
    printed = find_head(flow)
    assert complete(flow, printed, find_foot(flow, printed)).subject == "tưới cây ăn quả"


@each(words("đã, tiếp tục, trân trọng, căn cứ"))
def test_words_that_follow_a_name(tail: str) -> None:
    asks = f"Nhận được văn bản này; Sở An Hòa {tail} đề nghị các thôn làm tốt."
    assert _issuer("Một câu.", asks) == "Sở An Hòa"
    more = asks.replace(tail, f"{tail} có văn bản")
    assert _issuer("Một câu.", more) == "Sở An Hòa"
    assert _issuer("Một câu.", asks.replace(tail, "nay")) == "Sở An Hòa nay"
