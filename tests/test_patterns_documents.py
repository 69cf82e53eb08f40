"""Patterns of header, footer, outline and targets: each entry matches, and nothing else does."""

import datetime as dt

import pytest

from extract.campaigns import find_campaigns
from extract.context import Context
from extract.flow import flow_of
from extract.foot import find_foot
from extract.foot.posts import COLLECTIVES, HEADS, OTHERS
from extract.foot.recipients import PURPOSES, name_and_purpose
from extract.foot.signature import is_name, post_of, title_of
from extract.head import find_head
from extract.head.issuers import group_units
from extract.head.kinds import KINDS
from extract.head.names import sentence_case
from extract.head.periods import period_of
from extract.head.title import is_title
from extract.issuer import complete
from extract.outline import find_sections
from extract.outline.candidates import candidates_of
from extract.reading import Reading
from extract.targets import find_targets
from extract.targets.quantities import AT_LEAST, AT_MOST, find_quantities


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_title_in_capitals_alone(kind: str) -> None:
    assert is_title(kind.upper())
    assert is_title(" ".join(kind.upper()))  # letters set apart
    assert not is_title(f"{kind.upper()} NĂM 2031")


@pytest.mark.parametrize("post", HEADS)
def test_each_post_and_its_deputy(post: str) -> None:
    assert post_of(post.upper()) == (None, post.upper())
    assert post_of(f"PHÓ {post.upper()}") == (None, f"PHÓ {post.upper()}")
    assert post_of(f"KT. {post.upper()}") == ("KT.", post.upper())
    assert title_of(post.upper()) == post
    assert title_of(f"PHÓ {post.upper()}") == f"Phó {post}"
    assert post_of(f"{post} yêu cầu các đơn vị thực hiện") is None


@pytest.mark.parametrize("post", OTHERS)
def test_each_post_without_a_deputy(post: str) -> None:
    assert post_of(post.upper()) == (None, post.upper())


@pytest.mark.parametrize("body", COLLECTIVES)
def test_each_collective_is_signed_for(body: str) -> None:
    assert post_of(f"TM. {body.upper()}") == ("TM.", "")
    assert post_of(body.upper()) is None


@pytest.mark.parametrize("words", PURPOSES)
def test_each_purpose_leaves_the_name(words: str) -> None:
    assert name_and_purpose(f"- Các trạm ({words});") == ("Các trạm", words)


@pytest.mark.parametrize("words", ["Bộ Tư pháp", "Đ/c An", "3 bản", "khối xã"])
def test_other_brackets_belong_to_the_name(words: str) -> None:
    assert name_and_purpose(f"- Các trạm ({words});") == (f"Các trạm ({words})", None)


@pytest.mark.parametrize("words", AT_LEAST)
def test_each_lower_bound(words: str) -> None:
    (found,) = find_quantities(f"phấn đấu {words} 5% số hộ", 0, 40)
    assert (found.value, found.comparison) == (5, ">=")


@pytest.mark.parametrize("words", AT_MOST)
def test_each_upper_bound(words: str) -> None:
    (found,) = find_quantities(f"phấn đấu {words} 5% số hộ", 0, 40)
    assert (found.value, found.comparison) == (5, "<=")


@pytest.mark.parametrize(
    ("words", "label", "start", "end"),
    [
        ("Y tế học đường năm 2031", "năm 2031", "2031-01-01", "2031-12-31"),
        ("Năm học 2031-2032", "năm học 2031-2032", "2031-09-01", "2032-08-31"),
        ("Trồng rừng giai đoạn 2031 - 2035", "giai đoạn 2031 - 2035", "2031-01-01", "2035-12-31"),
        ("Tu bổ đê các năm 2031-2033", "các năm 2031-2033", "2031-01-01", "2033-12-31"),
        ("Công tác quý IV/2031", "quý IV/2031", "2031-10-01", "2031-12-31"),
        ("Ra quân tháng 3 năm 2031", "tháng 3 năm 2031", "2031-03-01", "2031-03-31"),
        (
            "Nhiệm vụ 6 tháng đầu năm 2031",
            "6 tháng đầu năm 2031",
            "2031-01-01",
            "2031-06-30",
        ),
        ("Giảm nghèo năm 2031 và những năm tiếp theo", "năm 2031", "2031-01-01", "2031-12-31"),
        ("Phát triển du lịch đến năm 2035", "đến năm 2035", None, "2035-12-31"),
        (
            "Nghị quyết Đại hội nhiệm kỳ 2030 - 2035",
            "nhiệm kỳ 2030 - 2035",
            "2030-01-01",
            "2035-12-31",
        ),
    ],
)
def test_periods_of_titles(words: str, label: str, start: str | None, end: str) -> None:
    found = period_of(words)
    assert found is not None
    assert found.label == label
    assert found.start == (dt.date.fromisoformat(start) if start else None)
    assert found.end == dt.date.fromisoformat(end)


@pytest.mark.parametrize(
    "words",
    [
        "Sơ kết 05 năm thực hiện Chương trình giai đoạn 2026-2030",
        "Bầu cử đại biểu Hội đồng nhân dân nhiệm kỳ 2031 - 2036",
        "Triển khai thi hành Luật Thư viện năm 2019",
        "Thực hiện Nghị quyết số 12/NQ-CP ngày 20 tháng 12 năm 2030 của Chính phủ về thư viện",
        "Nâng cao chất lượng dân số",
    ],
)
def test_titles_without_a_period_of_their_own(words: str) -> None:
    assert period_of(words) is None


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("I. MỤC ĐÍCH", "roman", "I"),
        ("I/ MỤC ĐÍCH", "roman", "I"),
        ("II . NỘI DUNG", "roman", "II"),
        ("IV- KINH PHÍ", "roman", "IV"),
        ("III TỔ CHỨC THỰC HIỆN", "roman", "III"),
        ("A. TÌNH HÌNH CHUNG", "upper", "A"),
        ("C- TỔ CHỨC THỰC HIỆN", "upper", "C"),
        ("1. Mục đích", "number", "1"),
        ("2/ Yêu cầu", "number", "2"),
        ("3 - Nội dung", "number", "3"),
        ("4. 100% trạm y tế được nối mạng", "number", "4"),
        ("1.2. Tuyên truyền", "dotted", "1.2"),
        ("a) Chủ trì", "letter", "a"),
        ("Điều 3. Hiệu lực", "article", "Điều 3"),
        ("Nhiệm vụ 2: Tập huấn", "article", "Nhiệm vụ 2"),
        ("Phần thứ hai", "part", "Phần thứ hai"),
        ("Chương II", "chapter", "Chương II"),
    ],
)
def test_numbers_of_headings(line: str, kind: str, label: str) -> None:
    (found,) = candidates_of(flow_of(Reading(text=line + "\n")), 0, 1)
    assert (found.kind, found.label) == (kind, label)


@pytest.mark.parametrize(
    "line",
    [
        "2031 là năm bản lề",
        "- Tuyên truyền",
        "10 giờ ngày 5/3",
        "1\tRà soát\tSở Y tế\tQuý I",
        "Vùng cao",
    ],
)
def test_lines_without_a_number(line: str) -> None:
    assert list(candidates_of(flow_of(Reading(text=line + "\n")), 0, 1)) == []


@pytest.mark.parametrize(
    "name",
    [
        "Trần Văn Bản",
        "Danh Thị Sa Rết",
        "H'Hen Niê",
        "Đoàn Lưu Ly",
        "Y Khiết",
        "Ksor Phước",
        "LÊ THỊ NHÁP",
    ],
)
def test_names_of_persons(name: str) -> None:
    assert is_name(name)
    assert is_name(f"ThS. {name}")


@pytest.mark.parametrize(
    "words",
    [
        "Lưu VT",
        "Danh mục nhiệm vụ",
        "BIÊN BẢN HỌP",
        "Sở Y tế",
        "Các xã, phường",
        "Nơi nhận",
        "An",
        "Phụ lục",
    ],
)
def test_words_that_name_nobody(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        (["UBND TỈNH AN BÌNH", "SỞ Y TẾ"], ["UBND TỈNH AN BÌNH", "SỞ Y TẾ"]),
        (["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], ["ỦY BAN NHÂN DÂN XÃ AN BÌNH"]),
        (["ỦY BAN THƯỜNG VỤ", "QUỐC HỘI"], ["ỦY BAN THƯỜNG VỤ QUỐC HỘI"]),
        (["BỘ Y TẾ", "CỤC QUẢN LÝ", "DƯỢC"], ["BỘ Y TẾ", "CỤC QUẢN LÝ DƯỢC"]),
        (["ĐẢNG BỘ XÃ AN BÌNH", "CHI BỘ THÔN 3"], ["ĐẢNG BỘ XÃ AN BÌNH", "CHI BỘ THÔN 3"]),
    ],
)
def test_issuer_lines_into_units(lines: list[str], units: list[str]) -> None:
    assert group_units(lines) == units


@pytest.mark.parametrize(
    ("capitals", "words"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH AN BÌNH", "Ủy ban nhân dân tỉnh An Bình"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("TRƯỜNG THCS HOA BAN", "Trường THCS Hoa Ban"),
        ("BAN THƯỜNG VỤ TỈNH ỦY", "Ban Thường vụ Tỉnh ủy"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_capitals_of_letterheads(capitals: str, words: str) -> None:
    assert sentence_case(capitals) == words


@pytest.mark.parametrize(
    "piece",
    [
        "Nơi nhận:\n- Lưu\n",
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n",
        "KẾ HOẠCH\n",
        "MỤC TIÊU CHUNG\n",
        "PHỤ LỤC I\n",
        "1.1. A b\n",
        "2031-02-28T11:18:42+0700\n",
        "- tỷ lệ đạt 5% hộ\n",
        "đạt ít nhất 50% và ",
        "Sở Y tế xây dựng ",
        "Trên đây là ",
        "phong trào thi đua “Xanh, \n",
        "'An toàn ",
        '"a ',
        "‘A ",
        "a\t",
    ],
)
def test_a_long_text_of_anything_is_read_in_linear_time(piece: str) -> None:
    # no clock: a search that is not linear would run into the time limit of every test
    flow = flow_of(Reading(text=(piece * (300_000 // len(piece)))))
    printed = find_head(flow)
    foot = find_foot(flow, printed)
    head = complete(flow, printed, foot)
    frame, sections = find_sections(flow, head, foot)
    find_campaigns(flow, frame, Context())
    find_targets(flow, frame, sections, Context())
