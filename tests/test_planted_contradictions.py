"""Planted contradictions: a small seeded set of `make score-checks`, and chains by hand."""

from random import Random

import pytest
from chains import marked
from chains.build import build
from chains.measure import empty_store, measure, put, read, texts_of
from chains.mutate import PLANTS, mutant
from chains.strange import alarms, faults, is_found, read_all
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import check, rule
from schemas import Finding, Plan
from store import Store
from store.findings import FindingFilter

FIRST, CHAINS, MUTANTS = 1000, 16, 1


@pytest.fixture(scope="module")
def score():
    return measure(range(FIRST, FIRST + CHAINS), MUTANTS)


def test_sound_chains_have_no_error(score):
    assert not score.errors, [line for line in score.said if " error " in line]


def test_sound_chains_are_hardly_warned(score):
    warned = sum(n for (severity, _), n in score.false.items() if severity == "warn")
    assert warned <= 0.05 * score.plans, score.said


@pytest.mark.parametrize("code", PLANTS)
def test_planted_faults_are_found(score, code):
    assert score.tried[code] >= MUTANTS
    assert score.hit[code] == score.tried[code], score.missed


def test_every_planted_rule_is_a_rule():
    assert {rule(code).code for code in PLANTS} == set(PLANTS)


def test_a_seed_gives_one_chain():
    one, other = texts_of(build(FIRST)), texts_of(build(FIRST))
    assert one == other
    assert len({text for seed in range(16) for text in texts_of(build(seed))[:1]}) == 16


def test_a_mutant_differs_in_what_was_planted_only():
    chain = build(FIRST)
    planted = mutant("A10", chain, FIRST)
    assert planted
    pairs = zip(texts_of(chain), texts_of(planted.chain), strict=True)
    changed = [place for place, (was, now) in enumerate(pairs) if was != now]
    assert changed == [planted.place]


@pytest.fixture(scope="module")
def strange():
    return read_all()


@pytest.mark.parametrize("fault", faults(), ids=lambda f: f"{f.document} {f.rule}")
def test_chains_by_hand(strange, fault):
    assert is_found(fault, strange) == (fault.found == "yes"), fault.why


def test_chains_by_hand_raise_no_alarm(strange):
    assert not [(document, f.rule, f.message) for document, f in alarms(strange)]
    sound = {d.split("/")[0] for d in strange} - {f.document.split("/")[0] for f in faults()}
    assert len(sound) == 6


@pytest.mark.parametrize(
    "fault", tuple(marked.faults()), ids=lambda f: f"{f.chain} {f.rule} {f.words or f.place}"
)
def test_marked_faults_are_found(fault):
    assert marked.is_found(fault) != fault.missed


@pytest.mark.parametrize("chain", marked.chains())
def test_the_sound_twins_of_marked_chains_raise_no_alarm(chain):
    loud = [f for each in marked.findings(chain) for f in each if f.severity != "note"]
    assert not [(f.rule, f.message) for f in loud if f.rule in PLANTS or f.severity == "error"]


def arrive(store: Store, plan: Plan) -> None:
    """As the pipeline does: a new plan is checked, and those that can change because of it."""
    stored = put(store, plan)
    for document in (stored.id, *store.dependents(stored)):
        one = store.plan(document)
        store.save_findings(document, check(one, store.neighbours(one)))


def told(findings: list[Finding]) -> set[tuple[str, str, str]]:
    return {(f.rule, f.severity, f.message) for f in findings}


@settings(max_examples=8)
@given(seed=st.integers(0, 400), order=st.randoms(use_true_random=False))
def test_what_arrives_last_is_checked_as_if_it_had_been_there(seed: int, order: Random):
    chain = build(seed)
    planted = mutant(order.choice(list(PLANTS)), chain, seed)
    texts = texts_of(planted.chain if planted else chain)
    plans = [read(text, f"{place}.txt") for place, text in enumerate(texts)]
    order.shuffle(plans)
    with empty_store() as store:
        for plan in plans:
            arrive(store, plan)
        for row in store.documents():
            one = store.plan(row.id)
            kept = told(store.findings(FindingFilter(document=row.id)))
            assert kept == told(check(one, store.neighbours(one))), one.name
