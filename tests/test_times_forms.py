"""The printed forms of time: every pattern with its examples, both ways; prefixes; the gate."""

import pytest

from extract.context import Context
from extract.times import find_times
from extract.times.forms import Form
from extract.times.gate import FAMILIES, find_atoms
from extract.times.prefixes import PHRASES, prefix_of

FORMS = list({form.name: form for forms in FAMILIES.values() for form in forms}.values())
EXAMPLES = [(form, example) for form in FORMS for example in form.examples]
# these hang on a word of time that stands beside them
LONE = {"summer": "trong {}", "year-own": "{}", "school-year-own": "{}"}


def named(value: object) -> str:
    return value.name if isinstance(value, Form) else str(value)


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_every_form_has_examples(form: Form) -> None:
    assert form.examples


def test_form_names_are_unique() -> None:
    objects = {id(form) for forms in FAMILIES.values() for form in forms}
    assert len(objects) == len(FORMS)


@pytest.mark.parametrize(("form", "example"), EXAMPLES, ids=named)
def test_pattern_matches_its_example(form: Form, example: str) -> None:
    match = form.pattern.fullmatch(example)
    assert match is not None
    assert form.read(match) is not None


@pytest.mark.parametrize(("form", "example"), EXAMPLES, ids=named)
def test_example_is_read_whole_and_by_its_own_form(form: Form, example: str) -> None:
    text = LONE.get(form.name, "{}").format(example)
    atoms = list(find_atoms(text, 0, len(text)))
    assert len(atoms) == 1
    assert text[atoms[0].start : atoms[0].end] == example
    match = form.pattern.fullmatch(example)
    assert match is not None
    own = form.read(match)
    assert own is not None
    assert (own.kind, own.parts, own.rules, own.year) == (
        atoms[0].kind,
        atoms[0].parts,
        atoms[0].rules,
        atoms[0].year,
    )


@pytest.mark.parametrize(("form", "example"), EXAMPLES, ids=named)
def test_example_is_found_behind_other_words(form: Form, example: str) -> None:
    text = "Sở họp, " + LONE.get(form.name, "{}").format(example) + ", tại trụ sở"
    words = [text[a.start : a.end] for a in find_atoms(text, 0, len(text))]
    assert words == [example]


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_prefix_belongs_to_the_expression(phrase: str) -> None:
    text = f"Báo cáo {phrase} ngày 15/6/2025"
    at = text.index("ngày 15")
    prefix = prefix_of(text, 0, at)
    assert prefix.start == text.index(phrase)
    assert prefix.roles[0] == PHRASES[phrase] or phrase.endswith(
        tuple(p for p in PHRASES if p != phrase and PHRASES[p] == prefix.roles[0])
    )
    found = list(find_times(text, Context(), 0, len(text)))
    assert [text[m.start : m.end] for m in found] == [text[prefix.start :]]


@pytest.mark.parametrize(
    "words",
    [
        "cơ sở chăn nuôi trước đây",
        "bao gồm vị trí công tác",
        "quá trình chuyển đổi",
        "hoàn thành nhiệm vụ",
        "quý vị đại biểu",
        "ngày càng tốt hơn",
        "trong thời gian tới",
        "tuần tra ban đêm",
    ],
)
def test_no_atom_in_words(words: str) -> None:
    assert list(find_atoms(words, 0, len(words))) == []
