"""Checking what is stored: a document, and all whose findings can change because of it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from kehoach.looked import Looked
from kehoach.office import check_plan
from kehoach.settings import Settings
from schemas import Finding, Plan
from store import Store


def check_stored(store: Store, document_id: str, settings: Settings) -> list[Finding]:
    """Check a stored document against those above it and keep what was found."""
    return _check(store, store.plan(document_id), settings, None)


def check_with_dependents(
    store: Store, plans: Sequence[Plan], settings: Settings, *, formerly: Iterable[str] = ()
) -> dict[str, list[Finding]]:
    """Check stored plans, then those whose findings can change because of them, each once;
    gives the findings by the documents' ids. `formerly` are others that rested on a plan as it
    was before."""
    found, below = _own_findings(store, plans, settings, formerly, None)
    return found | {one: _check(store, store.plan(one), settings, None) for one in below}


def check_new(
    store: Store,
    plans: Sequence[Plan],
    settings: Settings,
    *,
    formerly: Iterable[str] = (),
    looked: Looked | None = None,
) -> dict[str, list[Finding]]:
    """Check stored plans and note those whose findings can change because of them, which are
    checked once when all are in (`kehoach.rechecking`); gives the plans' findings by their ids.
    `looked` is what was found where documents were read."""
    found, below = _own_findings(store, plans, settings, formerly, looked)
    store.ask_rechecks(below)
    return found


def _own_findings(
    store: Store,
    plans: Sequence[Plan],
    settings: Settings,
    formerly: Iterable[str],
    looked: Looked | None,
) -> tuple[dict[str, list[Finding]], list[str]]:
    """The plans' findings, kept; and the other documents whose findings can change."""
    below = dict.fromkeys(formerly)
    for plan in plans:
        below.update(dict.fromkeys(store.dependents(plan)))
    found = {plan.id: _check(store, plan, settings, looked) for plan in plans}
    return found, [document for document in below if document not in found]


def findings_of(
    store: Store, plan: Plan, settings: Settings, looked: Looked | None
) -> list[Finding]:
    """What is wrong in a stored plan, as the database is now."""
    alone = looked.of(plan) if looked else None
    return check_plan(plan, store.neighbours(plan), settings, alone=alone)


@contextmanager
def changing(store: Store, document_id: str, settings: Settings) -> Iterator[None]:
    """Around a person's change of a stored document, in one batch with it: afterwards it is
    checked, and all that rested on what it was or rest on what it is."""
    with store.batch():
        formerly = store.dependents(store.plan(document_id))
        yield
        # Folded into the one that it is a copy of, it stands above nobody any more.
        plans = [store.plan(document_id)] if store.is_listed(document_id) else []
        check_with_dependents(store, plans, settings, formerly=formerly)


def _check(store: Store, plan: Plan, settings: Settings, looked: Looked | None) -> list[Finding]:
    findings = findings_of(store, plan, settings, looked)
    store.save_findings(plan.id, findings)
    return findings
