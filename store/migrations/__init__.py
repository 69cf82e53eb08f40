"""The schema's history: numbered steps, applied in order, each exactly once.

A step is a module with `STATEMENTS`, plain SQL. The comment on a table's first line and on
each column stay in the database's own catalogue: they are the data dictionary. `{strict}`
becomes `STRICT` where the version of SQLite knows it. A step that was released never changes;
what comes later is a further step.
"""

from store.migrations import (
    m0001_documents,
    m0002_record,
    m0003_citations,
    m0004_findings,
    m0005_people,
    m0006_intake,
    m0007_search,
    m0008_views,
    m0009_lists,
    m0010_watching,
    m0011_numbers,
    m0012_rechecks,
)

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (module.__name__.rpartition(".")[2], module.STATEMENTS)
    for module in (
        m0001_documents,
        m0002_record,
        m0003_citations,
        m0004_findings,
        m0005_people,
        m0006_intake,
        m0007_search,
        m0008_views,
        m0009_lists,
        m0010_watching,
        m0011_numbers,
        m0012_rechecks,
    )
)

LATEST = len(STEPS)
