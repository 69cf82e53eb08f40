"""Plain text: every way of writing it comes to one canonical text, with the way back."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.readers import Limits, read_bytes, read_file
from extract.readers.canon import canonical

CASES = Path(__file__).parent / "cases" / "readers"
WRITTEN = yaml.safe_load((CASES / "text.yaml").read_text("utf-8"))
REFUSED = yaml.safe_load((CASES / "refusals.yaml").read_text("utf-8"))

LETTERS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            "aâăeêoôơuưyđ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\r\n\f\u200b\ufeff"
        ),
    )
)


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: case["name"])
def test_written_in_any_way(case):
    (reading,) = read_bytes(case["text"].encode(case["write"]), "x.txt")
    assert reading.text == case.get("reads", case["text"])
    assert reading.encoding == case.get("encoding")
    assert reading.read_by == "text"
    assert reading.wrapped is None


def _bytes(case):
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "repeat" in case:
        unit, times = case["repeat"]
        return (bytes.fromhex(unit) * times)[: 24 << 20]
    if "text_repeat" in case:
        unit, times = case["text_repeat"]
        return (unit * times).encode()
    return case["text"].encode()


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["name"])
def test_refused_with_the_right_reason(case):
    with pytest.raises(Unreadable) as trouble:
        read_bytes(_bytes(case), "x")
    assert trouble.value.reason == case["reason"]
    assert trouble.value.message.endswith(".")
    assert trouble.value.advice.endswith(".")


@given(LETTERS)
def test_canonical_text_is_composed_and_leads_back(raw):
    text, origin = canonical(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    if origin is not None:
        assert len(origin) == len(text)
        assert all(0 <= at < len(raw) for at in origin)
        assert list(origin) == sorted(origin)
    again, _ = canonical(text)
    assert again == text


def test_offsets_lead_back_to_the_letters_of_the_file():
    raw = "\ufeffVie\u0323\u0302c một\r\nViệc hai"
    text, origin = canonical(raw)
    assert text == "Việc một\nViệc hai"
    at = text.index("hai")
    assert raw[origin[at] :] == "hai"
    assert raw[origin[text.index("một")] :].startswith("một")


def test_longer_than_it_may_be():
    text = "Kế hoạch phòng bệnh. " * 200
    with pytest.raises(Unreadable) as trouble:
        read_bytes(text.encode(), "x", limits=Limits(chars=1000))
    assert trouble.value.reason == "too-large"


def test_what_is_no_readable_file(tmp_path):
    gone, folder, locked = tmp_path / "gone.txt", tmp_path / "folder", tmp_path / "locked.txt"
    folder.mkdir()
    locked.write_text("Kế hoạch")
    for path, reason in ((gone, "vanished"), (folder, "not-a-file"), (Path("a\0b"), "vanished")):
        with pytest.raises(Unreadable) as trouble:
            read_file(path)
        assert trouble.value.reason == reason


def test_larger_than_it_may_be(tmp_path):
    big = tmp_path / "big.txt"
    big.write_bytes(b"x" * 2000)
    with pytest.raises(Unreadable) as trouble:
        read_file(big, limits=Limits(file_bytes=1000))
    assert trouble.value.reason == "too-large"


@pytest.mark.parametrize(
    "name", ["Kế hoạch năm 2025.txt", 'tên "lạ".txt', "a'b.txt", "dòng\nmới.txt"]
)
def test_any_file_name(tmp_path, name):
    path = tmp_path / name
    path.write_text("Kế hoạch phòng bệnh", "utf-8")
    (reading,) = read_file(path)
    assert reading.text == "Kế hoạch phòng bệnh"
