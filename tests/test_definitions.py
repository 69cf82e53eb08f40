"""Abbreviations that a document explains itself."""

import pytest

from extract.definitions import definitions_in, with_definitions
from extract.units import NO_ALIASES, Aliases
from extract.units.aliases import Alias, aliases_of


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("Ban An toàn giao thông (ATGT) tỉnh", "ATGT", "An toàn giao thông"),
        ("Tổ công nghệ số cộng đồng (sau đây gọi tắt là CNSCĐ)", None, None),
        ("Phòng Quản lý chất lượng (QLCL)", "QLCL", "Quản lý chất lượng"),
        ("Phòng Giáo dục Trung học (GDTrH)", "GDTrH", "Giáo dục Trung học"),
        ("Ban Chỉ huy (viết tắt là BCH)", "BCH", "Ban Chỉ huy"),
        ("kinh phí thực hiện (NSNN)", None, None),
        ("Ủy ban nhân dân xã (Mẫu)", None, None),
    ],
)
def test_a_bracket_defines_what_its_letters_spell(
    text: str, short: str | None, name: str | None
) -> None:
    found = with_definitions(text, NO_ALIASES)
    assert (found.apply(short) if short else None) == name
    assert bool(definitions_in(text)) == bool(short)


def test_the_office_is_believed_before_the_document() -> None:
    office: Aliases = aliases_of([Alias(r"BCH(?![\w/])", "Ban Chỉ huy Quân sự")])
    both = with_definitions("Ban Chấp hành (BCH)", office)
    assert both.apply("BCH xã") == "Ban Chỉ huy Quân sự xã"
