"""The journal of the drop folder."""

STATEMENTS = (
    """
CREATE TABLE intake ( -- files seen in the drop folder and what became of them
  path TEXT NOT NULL PRIMARY KEY, -- where the file is
  size INTEGER NOT NULL, -- bytes when last looked at
  modified REAL NOT NULL, -- the file's time when last looked at, seconds since 1970
  sha256 TEXT, -- of its bytes, once read
  status TEXT NOT NULL CHECK (status IN ('waiting', 'reading', 'stored', 'new', 'duplicate',
    'probable-duplicate', 'updated', 'needs-person', 'needs-ocr', 'unreadable')), -- its state
  reason TEXT, -- code of the reason, where it was not read
  message TEXT, -- the reason in a sentence, a message key
  document TEXT, -- documents.id that it became or is a duplicate of
  label TEXT NOT NULL DEFAULT '', -- names of the sub-folders it lay in
  attempts INTEGER NOT NULL DEFAULT 0, -- how often it was tried
  next_try TEXT, -- not before then
  claimed_by TEXT, -- which process is at work on it
  claimed_at TEXT, -- since when
  first_seen TEXT NOT NULL, -- when it was seen first
  changed_at TEXT NOT NULL -- when its state changed last
) {strict}""",
    "CREATE INDEX intake_status ON intake (status, next_try)",
)
