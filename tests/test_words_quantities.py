"""Quantities: each noun whose number counts nothing, each unit, each bound."""

from word_lists import each, words

from extract.targets.quantities import find_quantities

NAMED_BY_NUMBERS = words(
    """số, điều, khoản, điểm, mục, phần, chương, lần, lần thứ, thứ, khóa, khoá, quý, tháng, ngày
    năm, mức, mức độ, cấp, hạng, loại, lớp, khối, đoạn, nhóm, mẫu, biểu, phụ lục, đợt, bước
    quyết định, nghị quyết, kế hoạch, bậc, vùng, khu vực, hiệp định, vòng, tuần, kỳ, công điện
    chương trình, đề án, quốc lộ, tầng, thế kỷ, trang, bảng, covid, chỉ số, bộ chỉ số, thông tư
    luật, nghị định, tcvn, iso, tt, top, tốp, phiên bản, xếp, giờ"""
)
TIME_UNITS = words("ngày, giờ, phút, tháng, tuần, năm, tuổi, quý, nhiệm kỳ, học kỳ, lần thứ")


@each(NAMED_BY_NUMBERS)
def test_a_number_behind_such_a_noun_counts_nothing(noun: str) -> None:
    text = f"đạt {noun} 3 xã"
    assert list(find_quantities(text, 0, len(text))) == []
    counted = "đạt thêm 3 xã"
    assert [q.value for q in find_quantities(counted, 0, len(counted))] == [3]


@each(TIME_UNITS)
def test_a_stretch_of_time_is_no_quantity(unit: str) -> None:
    text = f"làm xong sau 3 {unit} nữa"
    assert list(find_quantities(text, 0, len(text))) == []


@each(words("giảm, rút ngắn, thời gian, thời lượng"))
def test_a_stretch_of_time_that_is_the_measure(noun: str) -> None:
    text = f"{noun} chờ xuống dưới 90 phút"
    assert [(q.value, q.comparison) for q in find_quantities(text, 0, len(text))] == [(90, "<=")]


@each(words("là, khoảng, mức, có, đạt, được"))
def test_each_word_between_a_bound_and_its_number(between: str) -> None:
    text = f"phấn đấu ít nhất {between} 5% số hộ"
    assert [(q.value, q.comparison) for q in find_quantities(text, 0, len(text))] == [(5, ">=")]


@each(words("%, ‰, phần trăm, ha, km, kg, m2, m3"))
def test_each_unit_of_measure(unit: str) -> None:
    text = f"trồng mới 12 {unit} rừng"
    assert [q.value for q in find_quantities(text, 0, len(text))] == [12]
