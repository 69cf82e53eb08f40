"""Documents that wait to be checked again, so that many newcomers touch each of them once."""

STATEMENTS = (
    """
CREATE TABLE rechecks ( -- documents whose findings may have changed since they were checked
  doc INTEGER PRIMARY KEY REFERENCES documents (doc) ON DELETE CASCADE, -- the document
  mark TEXT NOT NULL -- a new one with every change: a check that came before it does not count
) {strict}""",
)
