"""Indexes that answer lists and counts by themselves: what is filtered by the issuer's level or
field, or sorted by subject, must not read every row for it."""

STATEMENTS = (
    "DROP INDEX tasks_end",
    "CREATE INDEX tasks_end ON tasks (end_on, window_start, doc) WHERE end_on IS NOT NULL",
    "DROP INDEX tasks_window",
    """CREATE INDEX tasks_window ON tasks (span_class, window_start, end_on, doc)
  WHERE end_on IS NOT NULL""",
    """CREATE INDEX tasks_stretch ON tasks (task, window_start, end_on, doc)
  WHERE end_on IS NOT NULL""",
    "DROP INDEX documents_issued",
    "CREATE INDEX documents_issued ON documents (issued_on, status)",
    "CREATE INDEX documents_level ON documents (level, area_key, status)",
    "CREATE INDEX documents_office ON documents (issuer, issued_on, status)",
    "CREATE INDEX documents_subject ON documents (subject_sort, doc DESC, status)",
)
