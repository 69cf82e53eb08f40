"""Laws whose names no list knows: where such a name ends, and what is no law at all."""

from test_citations import read
from word_lists import each, each_of, words

STOPS = words(
    """về, của, và, trong, theo, đã, được, có, là, để, cho, với, năm, số, ngày, này, quy, tại, từ
    đến, đối, hiện, mới, sửa, bổ, nhằm, khi, các, những, một, ban, hoặc, còn, do, bảo đảm, đảm, góp
    gắn, trên, cũng, không, phải, thì, trước, sau"""
)


def _laws(body: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.subject) for one in read(body=body)[1]]


@each(STOPS)
def test_each_word_before_which_a_name_ends(stop: str) -> None:
    assert _laws(f"phổ biến Luật Nhân giống {stop} xem lại") == [("Luật", "Nhân giống")]
    joint = "Nhân giống và Bảo tồn cây"
    assert _laws(f"phổ biến Luật {joint} {stop} xem lại") == [("Luật", joint)]


@each_of(
    [
        ("Luật Nhân giống sống, việc này khó", "Nhân giống sống"),  # `sống` begins as `số` does
        ("Luật Nhân giống vật nuôi hai ba bốn", "Nhân giống vật nuôi hai"),  # four words more
        ("Luật Thi tuyển HĐND", "Thi tuyển HĐND"),
        ("Luật Thi tuyển HĐNDX", "Thi tuyển HĐNDX"),
        ("Luật Thi tuyển Hội đồng", "Thi tuyển"),
        ("Luật Nhân giống, Bảo tồn và Phát triển rừng", "Nhân giống, Bảo tồn và Phát triển rừng"),
        ("Luật Nhân giống, bảo tồn rừng", "Nhân giống"),
        ("Luật Nhân giống và bảo tồn rừng", "Nhân giống"),
        ("Luật Sưu tầm cổ vật", "Sưu tầm cổ vật"),  # begins as `Luật Sư` does
        ("Luật Giao thương", "Giao thương"),  # begins as `Luật Gia` does
    ],
)
def test_a_name_over_its_capitals(words_of_it: str, name: str) -> None:
    assert _laws(f"phổ biến {words_of_it}.") == [("Luật", name)]


@each([
        "am hiểu pháp luật lao động", "Ngày Pháp luật Việt Nam", "PHÁP LUẬT LAO ĐỘNG",
        "chấp hành kỷ luật lao động", "xử lý kỷ luật viên chức", "Kỷ luật Công an nhân dân",
        "kỉ luật lao động", "kỹ luật lao động", "KỶ LUẬT CÁN BỘ, CÔNG CHỨC",  # discipline
        "theo quy luật giá cả", "theo qui luật Cạnh tranh",  # regularity
        "mời luật sư dự", "Đoàn Luật sư tỉnh", "Hội Luật Gia tỉnh", "Luật Sư Nguyễn Văn A",
        "phổ biến luật giám sát", "cácluật lao động", "đưa ra luật chơi", "hiệu lệnh Dân số",
        "các dự án luật Quốc hội thông qua", "pháp lệnh Quốc hội cho ý kiến",  # the next word
        "Luật này", "Luật", "các luật có liên quan", "Luật HĐND",
    ],
)  # fmt: skip
def test_what_is_no_law(phrase: str) -> None:
    assert _laws(f"{phrase}.") == []


@each(
    words("""khoa, Khoa, bộ môn, chuyên ngành, cử nhân, thạc sĩ, Thạc sỹ, tiến sĩ, tiến sỹ"""),
)
def test_the_law_that_is_studied(studied: str) -> None:
    assert _laws(f"gồm {studied} Luật Dân sự.") == []
    assert _laws(f"gồm {studied} và Luật Dân sự.") == [("Luật", "Dân sự")]


@each(words("Đại học, đại học, Cao đẳng, Học viện, Công ty, Văn phòng, Hãng, Tạp chí"))
def test_houses_that_bear_the_word(house: str) -> None:
    """A known law may well stand behind one: it is explained to all the colleges."""
    assert _laws(f"thăm {house} Luật Hà Đô.") == []
    assert _laws(f"phổ biến cho {house} Luật Giáo dục.") == [("Luật", "Giáo dục")]


@each_of(
    [
        ("áp dụng đồng bộ luật lao động", "Luật"),  # no code: `đồng bộ`, `cán bộ` are words
        ("phổ biến cho cán bộ luật lao động", "Luật"),
        ("phổ biến trong nội bộ luật lao động", "Luật"),
        ("phổ biến toàn bộ luật lao động", "Luật"),
        ("theo bộ luật lao động", "Bộ luật"),
        ("theo quy định luật lao động", "Luật"),
        ("theo cácBộ luật lao động", "Luật"),
    ],
)
def test_a_code_in_small_letters(phrase: str, kind: str) -> None:
    assert _laws(phrase) == [(kind, "lao động")]


@each([
        "sửa đổi Luật Thú y", "sửa đổi, bổ sung Luật Thú y", "sửa đổi bổ sung Luật Thú y",
        "sửa đổi một số điều Luật Thú y", "sửa đổi, bổ sung một số điều của Luật Thú y",
        "sửa đổi, bổ sung một số điều của các Luật Thú y", "Sửa đổi, bổ sung Bộ luật Hình sự",
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THÚ Y",
    ],
)  # fmt: skip
def test_a_law_called_by_what_it_changes(amends: str) -> None:
    found = _laws(f"phổ biến Luật {amends}.")
    assert found[0] == ("Luật", amends)
    assert len(found) == 2
    assert _laws("phổ biến Luật sửa đổi, bổ sung một số điều của Nghị định.") == []
