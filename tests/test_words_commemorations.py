"""Commemorations: counts, days and years in brackets, and where a name begins and ends."""

import pytest
from word_lists import each, each_of

from extract.anniversaries import find_anniversaries
from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading

NAME = "ngày hội làng"


def _found(text: str) -> list[tuple[str, int | None, str | None, str | None]]:
    flow = flow_of(Reading(text=text, wrapped=False))
    every = find_anniversaries(flow, Context(year=2031))
    return [
        (a.name, a.count, str(a.founded) if a.founded else None,
         str(a.celebrated) if a.celebrated else None)
        for a in every
    ]  # fmt: skip


@each_of([("40 năm", 40), ("5 năm", 5), ("1021 năm", 1021), ("40năm", 40), ("12/40 năm", None),
     ("3.40 năm", None), ("2-40 năm", None), ("14021 năm", None), ("40 năm rưỡi sau", None)],
)  # fmt: skip
def test_each_count_of_years(printed: str, count: int | None) -> None:
    found = _found(f"Mít tinh kỷ niệm {printed} {NAME}.")
    assert [f[1] for f in found if f[0] == NAME] == ([count] if count else [])


@each_of(
    [("lần thứ 40", 40), ("lần thứ 5", 5), ("lần thứ 12345", None), ("lần thứ 5/6", None)],
)
def test_each_count_of_times(printed: str, count: int | None) -> None:
    found = _found(f"Mít tinh chào mừng {printed} {NAME}.")
    assert [f[1] for f in found] == ([count] if count else [])
    assert _found(f"Mít tinh họp {printed} {NAME}.") == []


@pytest.mark.parametrize("sign", ["/", ".", "-", " / ", " . "])
@pytest.mark.parametrize("dash", ["-", "–", "—", " - ", " – "])
def test_each_pair_of_days(sign: str, dash: str) -> None:
    days = f"26{sign}3{sign}1931{dash}26{sign}3{sign}2031"
    want = (NAME, 100, "1931-03-26", "2031-03-26")
    assert _found(f"Mít tinh kỷ niệm 100 năm {NAME} ({days}).") == [want]
    assert _found(f"Mít tinh {NAME} ({days}5).") == []


@each_of([("(1931-2031)", "1931"), ("(1931 – 2031)", "1931"), ("(2006—2031)", "2006"), ("(1931)",
     "1931"),
     ("(2006)", "2006"), ("(931-2031)", None), ("(1931-1991)", None), ("1931-2031", None)],
)  # fmt: skip
def test_each_pair_of_years(years: str, founded: str | None) -> None:
    ((name, count, at, _),) = _found(f"Mít tinh kỷ niệm 100 năm {NAME} {years}.")
    assert count == 100
    assert name.startswith(NAME)
    assert at == founded


@each(["thống nhất đất nước", "chữa cháy và cứu nạn", "chống lụt bão", "khen thưởng cả nước",
     "thể thao làng ta"],
)  # fmt: skip
def test_commas_inside_a_name(inside: str) -> None:
    name = f"Ngày truyền thống việc, {inside}"
    assert [f[0] for f in _found(f"Mít tinh kỷ niệm 40 năm {name}.")] == [name]
    cut = _found("Mít tinh kỷ niệm 40 năm Ngày truyền thống việc, rồi về.")
    assert [f[0] for f in cut] == ["Ngày truyền thống việc"]


@each(["; rồi", ": rồi", ". Rồi", "” rồi", '" rồi', "\nRồi", " (rồi)",
                                 " và 50 năm lập làng", " năm 2031"])  # fmt: skip
def test_each_mark_that_ends_a_name(end: str) -> None:
    assert _found(f"Mít tinh kỷ niệm 40 năm {NAME}{end}.")[0][:2] == (NAME, 40)


@each(["kỷ niệm", "kỉ niệm", "chào mừng", "Ngày", "ngày", "Quốc khánh",
                                    "Chiến thắng", "và chào mừng"])  # fmt: skip
def test_the_next_of_a_list_whose_days_follow(begins: str) -> None:
    """The days behind the second are not the first one's."""
    text = f"Mít tinh kỷ niệm 40 năm {NAME}, {begins} lập xã (01/6/1991 - 01/6/2031)."
    found = _found(text)
    assert (NAME, 40) in [f[:2] for f in found]
    assert all(f[2] is None for f in found if f[0] == NAME)
    whole = _found(f"Mít tinh kỷ niệm 40 năm {NAME} lập xã (01/6/1991 - 01/6/2031).")
    assert whole == [(f"{NAME} lập xã", 40, "1991-06-01", "2031-06-01")]


@each(["; ", ": ", ". ", "(", "(1990) và ", "(1990), ", "\n",
"kỷ niệm ",
                                    "chào mừng ", "mừng "])  # fmt: skip
def test_where_a_name_without_a_count_begins(before: str) -> None:
    found = _found(f"Trong việc chung {before}Ngày hội làng (01/6/1991 - 01/6/2031).")
    assert [(f[0], f[2]) for f in found] == [("Ngày hội làng", "1991-06-01")]


@pytest.mark.parametrize("joint", ["và", "gắn với", "hướng tới"])
@pytest.mark.parametrize("what", ["chào mừng", "kỷ niệm", "phát động"])
def test_what_joins_another_commemoration(joint: str, what: str) -> None:
    text = f"Mít tinh kỷ niệm 40 năm {NAME} {joint} {what} Đại hội xã (01/6/1991)."
    assert _found(text)[0][:3] == (NAME, 40, None)
