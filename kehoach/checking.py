"""Checking what is stored: a document, and all whose findings can change because of it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from kehoach.looked import Looked
from kehoach.office import check_plan
from kehoach.settings import Settings
from schemas import Finding, Plan
from store import Store
from store.rechecks import Recheck


def check_stored(store: Store, document_id: str, settings: Settings) -> list[Finding]:
    """Check a stored document against those above it and keep what was found."""
    return _check(store, store.plan(document_id), settings, None)


def check_with_dependents(
    store: Store,
    plans: Sequence[Plan],
    settings: Settings,
    *,
    formerly: Iterable[str] = (),
    looked: Looked | None = None,
) -> dict[str, list[Finding]]:
    """Check stored plans, then those whose findings can change because of them, each once;
    gives the findings by the documents' ids.

    `formerly` are others that rested on a plan as it was before; `looked` is what was found
    where documents were read.
    """
    below = dict.fromkeys(formerly)
    for plan in plans:
        below.update(dict.fromkeys(store.dependents(plan)))
    found = {plan.id: _check(store, plan, settings, looked) for plan in plans}
    for document_id in below:
        if document_id not in found:
            found[document_id] = _check(store, store.plan(document_id), settings, looked)
    return found


def check_new(
    store: Store,
    plans: Sequence[Plan],
    settings: Settings,
    *,
    formerly: Iterable[str] = (),
    looked: Looked | None = None,
) -> dict[str, list[Finding]]:
    """Check stored plans and note those whose findings can change because of them, which are
    checked once when all are in (`kehoach.rechecking`); gives the plans' findings by their ids."""
    below = dict.fromkeys(formerly)
    for plan in plans:
        below.update(dict.fromkeys(store.dependents(plan)))
    found = {plan.id: _check(store, plan, settings, looked) for plan in plans}
    store.ask_rechecks(document for document in below if document not in found)
    return found


def findings_of(
    store: Store, plan: Plan, settings: Settings, looked: Looked | None
) -> list[Finding]:
    """What is wrong in a stored plan, as the database is now."""
    alone = looked.of(plan) if looked else None
    return check_plan(plan, store.neighbours(plan), settings, alone=alone)


def check_again(store: Store, due: Recheck, settings: Settings, looked: Looked | None) -> None:
    """Check a document that waits for it; inside the caller's batch."""
    _check(store, store.plan(due.document_id), settings, looked, settles=due)


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


def _check(
    store: Store,
    plan: Plan,
    settings: Settings,
    looked: Looked | None,
    *,
    settles: Recheck | None = None,
) -> list[Finding]:
    findings = findings_of(store, plan, settings, looked)
    store.save_findings(plan.id, findings, settles=settles)
    return findings
