"""Lists of documents and units, filtered and in the order of the Vietnamese alphabet."""

import datetime as dt

import pytest
from stored import plan, put

from store import open_store
from store.errors import NotFound
from store.listing import DocumentFilter


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("store") / "plans.db") as opened:
        for number, issuer, day, cites in (
            ("1/KH-SYT", "Sở Y tế|Bình Giang|province-department", "2023-01-20", "9/2023/NĐ-CP"),
            ("2/KH-SYT", "Sở Y tế|Đông Sơn|province-department", "2024-01-20", "98/2023/NĐ-CP"),
            ("3/KH-UBND", "Ủy ban nhân dân xã|An Hòa|commune", "2024-02-20", "2/KH-SYT"),
        ):
            tasks = [{"action": f"Việc của {number}", "end": day, "leads": issuer}]
            record = plan(
                number=number,
                issuer=issuer,
                day=day,
                name=number,
                tasks=tasks,
                citations=[{"number": cites}],
            )
            put(opened, record)
        yield opened


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, "3 2 1"),
        ({"order": "issued"}, "3 2 1"),
        ({"order": "issuer"}, "2 1 3"),
        ({"year": 2024}, "3 2"),
        ({"level": "commune"}, "3"),
        ({"area": "đông sơn"}, "2"),
        ({"issuer": "Sở Y tế"}, "2 1"),
        ({"issuer": "UBND xã"}, "3"),
        ({"issuer": "Kho bạc"}, ""),
        ({"number": "02/kh-syt"}, "2"),
        ({"cites": "98/2023/NĐ-CP"}, "2"),
        ({"cites_not": "98/2023/NĐ-CP"}, "3 1"),
        ({"cites_not": "98/2023/NĐ-CP", "year": 2024}, "3"),
        ({"limit": 1, "offset": 1}, "2"),
        ({"status": "probable-duplicate"}, ""),
    ],
)
def test_documents(store, wanted, numbers):
    found = store.documents(DocumentFilter(**wanted))
    assert " ".join(row.number.split("/")[0] for row in found) == numbers
    if "limit" not in wanted:
        assert store.count_documents(DocumentFilter(**wanted)) == len(found)


def test_row_counts_what_it_holds(store):
    row = store.documents(DocumentFilter(number="2/KH-SYT"))[0]
    assert (row.tasks, row.citations, row.issuer, row.area) == (1, 1, "Sở Y tế", "Đông Sơn")
    view = store.connection.execute(
        "SELECT tasks, citations FROM document_list WHERE id = ?", (row.id,)
    )
    assert tuple(view.fetchone()) == (1, 1)


def test_units(store):
    assert [(unit.name, unit.area) for unit in store.units()[0]] == [
        ("Sở Y tế", "Bình Giang"),
        ("Sở Y tế", "Đông Sơn"),
        ("Ủy ban nhân dân xã", "An Hòa"),
    ]
    assert [unit.tasks for unit in store.units("Sở Y tế")[0]] == [1, 1]
    assert store.units(limit=1) == (store.units()[0][:1], 3)
    assert store.units("không có") == ([], 0)


def test_what_an_office_says_of_units(store):
    store.add_unit_alias("Ủy ban nhân dân xã", "Xã nhà", "văn phòng")
    store.describe_unit(
        "ủy ban nhân dân xã", valid_to=dt.date(2025, 6, 30), successor="Ủy ban nhân dân xã mới"
    )
    ((unit,), _) = store.units("xã nhà")
    assert [one.alias for one in unit.aliases] == ["Xã nhà"]
    assert (unit.valid_to, unit.successor) == (dt.date(2025, 6, 30), "Ủy ban nhân dân xã mới")
    with pytest.raises(NotFound):
        store.describe_unit("Kho bạc")
