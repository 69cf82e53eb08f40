"""Promises of the parser: any text, a valid record, every item grounded, time linear."""

import json
import unicodedata

import pytest
import score
from genre_words import LOOK_ALIKES, PIECES, SPOKEN
from hostile_texts import PIECES as PIECES_OF_HOSTILE
from hostile_texts import hostile, seconds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.files import plans_of
from extract.parse import parse
from extract.reading import Reading
from schemas import Plan, Source

SOURCE = Source(name="x.txt", sha256="0" * 64)


def record(text: str) -> Plan:
    return parse(Reading(unicodedata.normalize("NFC", text)), SOURCE)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=120)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_any_words_of_the_genre_give_a_valid_grounded_record(text: str) -> None:
    plan = record(text)
    again = Plan.model_validate_json(plan.model_dump_json())
    assert again == plan
    good, everything = score.grounded(json.loads(plan.model_dump_json()))
    assert good == everything
    assert record(text) == plan


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=80)
@given(
    st.lists(st.sampled_from([*PIECES, *SPOKEN]), min_size=1, max_size=30).map(" ".join),
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(sorted(LOOK_ALIKES))), max_size=6),
)
def test_letters_that_look_alike_to_a_pattern(text: str, changes: list[tuple[int, str]]) -> None:
    letters = list(text)
    for at, letter in changes:
        places = [i for i, have in enumerate(letters) if have.lower() == letter]
        if places:
            letters[places[at % len(places)]] = LOOK_ALIKES[letter]
    assert record("".join(letters)).text


@settings(deadline=None, max_examples=120)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_gives_a_valid_record(text: str) -> None:
    plan = record(text)
    for group in (plan.outline, plan.citations, plan.tasks, plan.phases, plan.campaigns):
        for item in group:
            assert item.span is not None
            assert 0 <= item.span.start < item.span.end <= len(plan.text)


@pytest.mark.parametrize(
    "text",
    [
        "TT\nNội dung\nThời gian\n2025\nị",
        "0 tháng cuối năm",
        "quý 0/2025",
        "haı tuần một lần, mỗi haı tháng",
        "đợt 1: tháng ſáu năm 2025; ſáu tháng đầu năm",
        "²\tRà soát\tVăn phòng\tTháng 6\n³\tBáo cáo\tVăn phòng\tTháng 7\n",
        "²\nRà soát\nVăn phòng\nTháng 6\n³\nBáo cáo\n",
    ],
)
def test_texts_that_fuzzing_found(text: str) -> None:
    assert record(text).text == text


def test_ids_follow_the_words_and_not_the_place() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Quý I năm 2026\n- Mua vắc xin phòng dại;\n- Mở điểm tiêm tại trạm y tế;\n"
    )
    first = record(body)
    second = record("KẾ HOẠCH\nTiêm phòng dại năm 2026\n" + body)
    assert [t.action for t in first.tasks] == [
        "Mua vắc xin phòng dại",
        "Mở điểm tiêm tại trạm y tế",
    ]
    assert [t.id for t in first.tasks] == [t.id for t in second.tasks]
    assert len({t.id for t in first.tasks}) == 2


def test_bytes_to_record() -> None:
    (plan,) = plans_of("KẾ HOẠCH\nDiễn tập năm 2026\n".encode("utf-16"), "diễn tập.txt")
    assert plan.document.kind == "Kế hoạch"
    assert plan.source.name == "diễn tập.txt"


@pytest.mark.parametrize("piece", PIECES_OF_HOSTILE.values(), ids=PIECES_OF_HOSTILE.keys())
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Eight times the text takes some eight times as long: no backtracking runs away.

    The bound is wide, and one of four tries is enough, for machines are noisy; a quadratic
    pattern goes far over it every time.
    """
    tries = ([seconds(hostile(piece, size)) for size in (5_000, 40_000)] for _ in range(4))
    assert any(large < 24 * small + 0.15 for small, large in tries)


def test_the_collector_of_memory_goes_on_as_it_was() -> None:
    import gc

    from extract.resting import collector_at_rest

    def fault() -> None:
        with collector_at_rest():
            assert not gc.isenabled()
            raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        fault()
    assert gc.isenabled()
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
