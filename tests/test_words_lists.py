"""Lists of cited documents: what joins them, what stands inside a subject, the document's own."""

import pytest
from test_citations import read
from word_lists import each, each_of, words

from extract.citations.roles import opening_end, roles_of
from extract.sections import Frame

OPENINGS = words(
    """Căn cứ, CĂN CỨ, Thực hiện, Tiếp theo, Trên cơ sở, Triển khai, Theo, Xét, Phúc đáp
    Để triển khai, Để thực hiện, Để thi hành, Nhằm triển khai, Nhằm thực hiện"""
)


def _roles(opening: str) -> list[str]:
    return [one.role for one in read(opening=opening)[1]]


@each([", ", "; ", " và ", " hoặc ", " cùng ", "; và ", ", và ", " và các ", " cùng với ",
     ", các "],
)  # fmt: skip
def test_what_joins_the_next_document_to_a_subject(joint: str) -> None:
    """Behind a joint the next document is the list's; behind anything else the subject's."""
    text = f"Căn cứ Kế hoạch số 7/KH-SNV về cây xanh{joint}Quyết định số 9/QĐ-SYT;"
    _, (one, two) = read(opening=text)
    assert (one.subject, one.role, two.role) == ("cây xanh", "basis", "basis")


@each([" theo ", " của ", " để thực hiện ", " kèm "])
def test_a_document_inside_a_subject(inside: str) -> None:
    text = f"Căn cứ Kế hoạch số 7/KH-SNV về cây xanh{inside}Quyết định số 9/QĐ-SYT;"
    _, (one, two) = read(opening=text)
    assert one.subject == f"cây xanh{inside}Quyết định số 9/QĐ-SYT"
    assert (one.role, two.role) == ("basis", "mention")


@pytest.mark.parametrize(
    "order", words("ý kiến, sự chỉ đạo, chỉ đạo, đề nghị, kết luận, thông báo, ý kiến chỉ đạo")
)
@pytest.mark.parametrize("joint", [" và ", ", ", "; ", " và theo "])
@pytest.mark.parametrize("place", ["tại", "trong"])
def test_a_document_that_an_order_names(joint: str, order: str, place: str) -> None:
    by = f"{joint}{order} của Giám đốc Sở Y tế {place} Công văn số 9/SYT-VP"
    _, (one, two) = read(opening=f"Căn cứ Kế hoạch số 7/KH-SNV về cây xanh{by};")
    assert (one.subject, two.role) == ("cây xanh", "basis")
    told = by.replace(order, "hồ sơ").replace(joint, " kèm ")
    _, (one, two) = read(opening=f"Căn cứ Kế hoạch số 7/KH-SNV về cây xanh{told};")
    assert two.role == "mention"


@each(["Số: ", "Số ", "SỐ: ", "Luật số: ", "Nghị quyết số: ",
                                   "Pháp lệnh số: "])  # fmt: skip
def test_the_documents_own_number(label: str) -> None:
    title = f"UBND XÃ AN HÒA\n{label}12/NQ-SKHAC\nAn Hòa, ngày 05/3/2024"
    assert read(title=title, opening="Một dòng.")[1] == []
    assert read(title=title, opening="Căn cứ Nghị quyết số 12/NQ-SKHAC;")[1] == []
    other = title.replace(label, "Theo Nghị quyết số ")
    assert len(read(title=other, opening="Một dòng.")[1]) == 1


@pytest.mark.parametrize(
    ("day", "own"),
    [
        ("05/3/2024", True), ("5/3/2024", True), ("05/03/2024", True),
        ("05 tháng 3 năm 2024", True), ("07/4/2024", False), ("07 tháng 4 năm 2024", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "printed", ["05/3/2024", "5 / 03 / 2024", "05 tháng 3 năm 2024", "05 tháng 3, năm 2024"]
)
def test_another_bodys_document_of_the_same_number(printed: str, day: str, own: bool) -> None:
    """Every committee counts from 1; the day says whose it is."""
    title = f"UBND XÃ AN HÒA\nSố: 12/KH-UBND\nAn Hòa, ngày {printed}"
    opening = f"Căn cứ Kế hoạch số 12/KH-UBND ngày {day} của UBND huyện Tân Phú;"
    assert len(read(title=title, opening=opening)[1]) == (0 if own else 1)


@each(["LUẬT", "BỘ LUẬT", "PHÁP LỆNH"])
def test_a_law_does_not_cite_itself(kind: str) -> None:
    assert read(title=f"QUỐC HỘI\n{kind}\nDÂN SỐ", opening="Một dòng.")[1] == []
    in_title = read(title=f"KẾ HOẠCH\nTHỰC HIỆN {kind} DÂN SỐ", opening="Một dòng.")[1]
    assert len(in_title) == 1
    for house in ("Quốc hội", "Ủy ban Thường vụ Quốc hội"):
        assert read(opening=f"{house} ban hành {kind.capitalize()} Dân số.")[1] == []
    assert len(read(opening=f"Chính phủ ban hành {kind.capitalize()} Dân số.")[1]) == 1


@each(["\n", "; ", ". ", ", ", ": ", "(", "– ", "- ", "+ ", "* ", "• "])
def test_what_stands_before_a_word_that_governs(before: str) -> None:
    text = f"trích yếu{before}Căn cứ Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) == "basis"
    glued = text.replace(f"{before}Căn", f"{before}nCăn")
    assert roles_of(glued, 0, len(glued)).at(glued.index("số 5")) == "mention"


@each(["Theo dõi ", "theo dõi ", "; theo dõi ", "Căn cứx ", "Ban Chấp hành ", ", theo ",
     ", thực hiện ", " căn cứ ", "; căn cứx "],
)  # fmt: skip
def test_words_that_govern_nothing(words_of_it: str) -> None:
    text = f"trích yếu{words_of_it}Kế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) == "mention"


@each_of(
    [(";", "basis"), (",", "basis"), (":", "basis"), ("", "mention"), (".", "mention")],
)
def test_a_paragraph_that_ends_lets_go(end: str, role: str) -> None:
    text = f"Căn cứ các văn bản{end}\nKế hoạch số 5/KH-SYT"
    assert roles_of(text, 0, len(text)).at(text.index("số 5")) == role


@pytest.mark.parametrize("word", OPENINGS)
@pytest.mark.parametrize("bullet", ["", "- ", "– ", "+ ", "* ", "• "])
def test_each_paragraph_of_an_opening_without_headings(bullet: str, word: str) -> None:
    head = "KẾ HOẠCH\n"
    line = f"{bullet}{word} Kế hoạch số 5/KH-SYT.\n"
    text = f"{head}{line}Nội dung.\n"
    frame = Frame(len(head), len(head), len(text), len(text), len(text))
    assert opening_end(text, frame) == len(head) + len(line)
    other = text.replace(word, f"{word}x")
    assert opening_end(other, frame) == len(head)
