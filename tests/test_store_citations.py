"""What citations mean: by cases, late arrivals, both directions, and the chain to the law."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from stored import AT, plan, put

from store import open_store
from store.resolve import resolve_own
from store.resolve_all import resolve_all

CASES = yaml.safe_load((Path(__file__).parent / "cases/store/citations.yaml").read_text("utf-8"))


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "plans.db") as opened:
        yield opened


def records(case):
    """The stored documents by name, and the one that cites."""
    stored = {
        name: plan(name=name, subject=f"công tác {name}", **_dated(one))
        for name, one in case["stored"].items()
    }
    citing = plan(
        name="citing",
        issuer=case["home"],
        number="5/KH",
        day="2024-06-30",
        areas=tuple(case.get("areas", ())),
        citations=[_dated(case["cites"])],
    )
    return stored, citing


def _dated(one):
    return {**one, "day": str(one["day"])} if one.get("day") else one


@pytest.mark.parametrize("late", [False, True], ids=["cited first", "citing first"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_resolution(store, case, late):
    stored, citing = records(case)
    order = [*stored.values(), citing]
    ids = {one.name: put(store, one).document_id for one in (order[::-1] if late else order)}
    (link,) = store.citation_links(ids["citing"])
    expect = case["expect"]
    if expect is None:
        assert (link.resolution, link.target, link.candidates) == ("not-in-database", None, ())
    elif isinstance(expect, list):
        assert link.resolution == "ambiguous"
        assert {one.name for one in link.candidates} == set(expect)
        assert {one.document.name for one in store.cited_by(ids[expect[0]])} == {"citing"}
    else:
        assert (link.resolution, link.target.name) == ("resolved", expect)
        assert [one.document.name for one in store.cited_by(ids[expect])] == ["citing"]


def test_a_short_mention_takes_its_day_from_the_full_one(store):
    issuer = "Sở Y tế|{}|province-department"
    for area, day in (("Bình Giang", "2024-01-20"), ("Đông Sơn", "2024-02-11")):
        put(store, plan(number="30/KH-SYT", issuer=issuer.format(area), day=day, subject=area))
    citing = plan(
        number="5/KH",
        issuer="Phòng Y tế|Phú Lộc|district-department",
        citations=[
            {"number": "30/KH-SYT", "day": "2024-02-11", "issuer": "Sở Y tế", "role": "basis"},
            {"number": "30/KH-SYT", "role": "mention"},
        ],
    )
    links = store.citation_links(put(store, citing).document_id)
    assert [link.resolution for link in links] == ["resolved", "resolved"]
    assert links[0].target == links[1].target


def test_a_corrected_number_resolves_what_waits_for_it(store):
    issuer = "Sở Y tế|Bình Giang|province-department"
    blank = put(store, plan(number=None, issuer=issuer, day="2024-01-20", subject="tiêm chủng"))
    citing = plan(
        number="5/KH",
        issuer="Trung tâm Y tế|Bình Giang|institution",
        citations=[{"number": "30/KH-SYT", "day": "2024-01-20", "issuer": issuer}],
    )
    citing_id = put(store, citing).document_id
    assert store.citation_links(citing_id)[0].resolution == "not-in-database"
    store.correct(
        blank.document_id, "document.number", "30/KH-SYT", who="an", why="đóng dấu", at=AT
    )
    assert store.citation_links(citing_id)[0].target.id == blank.document_id
    (correction,) = store.corrections(blank.document_id)
    store.undo(correction.correction, who="an", why="nhầm", at=AT)
    assert store.citation_links(citing_id)[0].resolution == "not-in-database"


def test_a_probable_copy_does_not_make_a_citation_doubtful(store):
    head = {"issuer": "Sở Y tế|Bình Giang|province-department", "number": "30/KH-SYT"}
    body = " ".join(f"chữ{n}" for n in range(200))
    first = put(store, plan(body + " 15/6", day="2024-01-20", **head))
    copy = put(store, plan(body + " 25/6", name="b.txt", day="2024-01-20", **head))
    assert copy.status == "probable-duplicate"
    citing = plan(
        number="5/KH",
        issuer="Trung tâm Y tế|Bình Giang|institution",
        citations=[{"number": "30/KH-SYT", "day": "2024-01-20"}],
    )
    (link,) = store.citation_links(put(store, citing).document_id)
    assert link.target.id == first.document_id


@pytest.fixture
def chained(store):
    """School to phòng to sở to bộ, the last of which rests on a law that is not stored."""
    levels = [
        ("1/KH-BYT", "Bộ Y tế||ministry", "15/2023/QH15"),
        ("2/KH-SYT", "Sở Y tế|Bình Giang|province-department", "1/KH-BYT"),
        ("3/KH-PYT", "Phòng Y tế|Bình Giang|district-department", "2/KH-SYT"),
        ("4/KH-TYT", "Trạm Y tế|Bình Giang|institution", "3/KH-PYT"),
    ]
    ids = {}
    for rank, (number, issuer, cites) in enumerate(levels):
        day = "2023-12-01" if "QH" in cites else f"2024-0{rank}-10"
        record = plan(
            number=number,
            name=number,
            issuer=issuer,
            day=f"2024-0{rank + 1}-10",
            subject="tiêm chủng mở rộng năm 2024",
            citations=[{"number": cites, "day": day, "role": "basis"}],
        )
        ids[number] = put(store, record).document_id
    return ids


def test_chain_up_to_the_law(store, chained):
    chain = store.chain(chained["4/KH-TYT"])
    assert [(one.depth, one.link.number, one.link.resolution) for one in chain] == [
        (1, "3/KH-PYT", "resolved"),
        (2, "2/KH-SYT", "resolved"),
        (3, "1/KH-BYT", "resolved"),
        (4, "15/2023/QH15", "not-in-database"),
    ]


def test_a_circle_of_citations_ends(store):
    for number, cites in (("1/KH-SYT", "2/KH-SYT"), ("2/KH-SYT", "1/KH-SYT")):
        cited = {"number": cites, "day": "2024-01-20", "role": "basis"}
        record = plan(
            number=number,
            issuer="Sở Y tế|Bình Giang|province-department",
            day="2024-01-20",
            subject=number,
            citations=[cited],
        )
        last = put(store, record).document_id
    assert [(one.depth, one.link.number) for one in store.chain(last)] == [
        (1, "1/KH-SYT"),
        (2, "2/KH-SYT"),
    ]


def test_neighbours_are_cited_or_of_like_subject_above(store, chained):
    draft = plan(
        number=None,
        issuer="Trạm Y tế|Bình Giang|institution",
        subject="triển khai tiêm chủng mở rộng",
        day="2024-09-01",
    )
    above = {one.document.number for one in store.neighbours(draft)}
    assert above == {"1/KH-BYT", "2/KH-SYT", "3/KH-PYT"}
    elsewhere = plan(
        issuer="Trạm Y tế|Đông Sơn|institution",
        subject="triển khai tiêm chủng mở rộng",
        day="2024-09-01",
    )
    assert {one.document.number for one in store.neighbours(elsewhere)} == {"1/KH-BYT"}
    other = plan(
        issuer="Trạm Y tế|Bình Giang|institution", subject="thăng hạng viên chức", day="2024-09-01"
    )
    assert store.neighbours(other) == []


def test_dependents_are_those_that_it_may_stand_above(store, chained):
    for number, above in (("1/KH-BYT", 3), ("2/KH-SYT", 2), ("3/KH-PYT", 1), ("4/KH-TYT", 0)):
        dependents = store.dependents(store.plan(chained[number]))
        assert len(dependents) == above, number
        for one in dependents:
            assert chained[number] in {up.id for up in store.neighbours(store.plan(one))}


_DAYS = st.sampled_from(["2024-01-20", "2024-02-11", "2023-05-05", None])
_OFFICES = st.sampled_from(
    [
        "Ủy ban nhân dân|Bình Giang|province",
        "Ủy ban nhân dân|Đông Sơn|province",
        "Ủy ban nhân dân|Phú Lộc|district",
        "Ủy ban nhân dân huyện|Phú Lộc|district",
        "Sở Y tế|Bình Giang|province-department",
        "Bộ Y tế||ministry",
        None,
    ]
)
_CITED = st.fixed_dictionaries(
    {"number": st.sampled_from(["1/KH-UBND", "1/KH-UBND", "2/KH-UBND", None])},
    optional={"day": _DAYS, "issuer": _OFFICES, "year": st.sampled_from([2023, 2024])},
)
_PLANS = st.fixed_dictionaries(
    {
        "number": st.sampled_from(["1/KH-UBND", "1/KH-UBND", "2/KH-UBND", None]),
        "issuer": _OFFICES,
        "day": _DAYS,
        "areas": st.sampled_from([(), ("Bình Giang",), ("Đông Sơn", "Phú Lộc")]),
        "citations": st.lists(_CITED, max_size=4),
        "subject": st.uuids().map(str),
    }
)


@given(st.lists(_PLANS, min_size=2, max_size=9), st.sampled_from([2, 3, 10]))
def test_what_arrives_in_any_order_means_what_all_together_mean(several, most):
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "plans.db") as store,
    ):
        patch.setattr("store.fitting._MOST_CANDIDATES", most)
        for n, one in enumerate(several):
            put(store, plan(name=f"{n}.txt", **one))
        step_by_step = _links(store)
        for (doc,) in store.connection.execute("SELECT doc FROM documents").fetchall():
            resolve_own(store.connection, doc)
        assert step_by_step == _links(store)
        crowded = _crowded(store)
        with store.batch():
            resolve_all(store.connection)
        assert step_by_step == _links(store)
        assert crowded == _crowded(store)


def _crowded(store):
    return [row[0] for row in store.connection.execute("SELECT citation FROM crowded_citations")]


def _links(store):
    kept = "SELECT citation, resolution, target FROM citations ORDER BY citation"
    candidates = "SELECT citation, doc FROM citation_candidates ORDER BY citation, doc"
    return [[tuple(row) for row in store.connection.execute(asked)] for asked in (kept, candidates)]


def test_a_number_that_every_commune_uses_keeps_few_candidates(store):
    citing = put(
        store,
        plan(
            number="5/KH",
            issuer="Trạm Y tế|An Hòa|institution",
            day="2024-06-30",
            citations=[{"number": "1/KH-UBND", "year": 2024}],
        ),
    ).document_id
    for n in range(15):
        issuer = f"Ủy ban nhân dân xã|Xã số {n}|commune"
        put(store, plan(number="1/KH-UBND", issuer=issuer, day="2024-01-02", subject=str(n)))
    (link,) = store.citation_links(citing)
    assert (link.resolution, len(link.candidates)) == ("ambiguous", 10)
    home = "Ủy ban nhân dân xã|An Hòa|commune"
    here = put(store, plan(number="1/KH-UBND", issuer=home, day="2024-01-02", subject="ở đây"))
    (link,) = store.citation_links(citing)
    assert (link.resolution, link.target.id) == ("resolved", here.document_id)
