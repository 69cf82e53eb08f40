"""Numbers, months and quarters as people write them, without marks."""

import re

VIETNAMESE_QUARTERS = {
    "1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "nhat": 1,
    "dau": 1, "hai": 2, "nhi": 2, "ba": 3, "bon": 4, "tu": 4, "cuoi": 4,
}  # fmt: skip

ENGLISH_QUARTERS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 4,
}  # fmt: skip

# Without `sáu`: without marks it is `sau`, and `tháng sau` is next month.
VIETNAMESE_MONTHS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "bay": 7, "tam": 8,
    "chin": 9, "muoi mot": 11, "muoi hai": 12, "muoi": 10, "chap": 12,
}  # fmt: skip

ENGLISH_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "couple of": 2,
}  # fmt: skip

YEAR = r"(?:19|20)\d\d"


def one_of(words: "dict[str, int]") -> str:
    """An alternation of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def number_of(words: str) -> int:
    """`30` or `hai`."""
    return int(words) if words.isdecimal() else NUMBERS[words]
