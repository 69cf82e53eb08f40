"""What a watcher has to remember: hints beside files, files moved away, notices sent."""

STATEMENTS = (
    """
CREATE TABLE hints ( -- what a side file or a file's name says that the document may not
  sha256 TEXT NOT NULL, -- of the file's bytes
  field TEXT NOT NULL CHECK (field IN ('number', 'issued_on', 'issuer', 'labels')), -- of what
  value TEXT NOT NULL, -- in words
  source TEXT NOT NULL CHECK (source IN ('side-file', 'file-name')), -- who says so
  at TEXT NOT NULL, -- since when it is known
  PRIMARY KEY (sha256, field)
) {strict}""",
    """
CREATE TABLE moves ( -- files that the watcher moved out of the drop folder
  target TEXT NOT NULL PRIMARY KEY, -- where the file is to lie
  source TEXT NOT NULL, -- where it was dropped
  status TEXT NOT NULL CHECK (status IN ('begun', 'done')), -- begun: ask the disk
  at TEXT NOT NULL -- when
) {strict}""",
    """
CREATE TABLE notices ( -- digests and reminders, one row for each that was due
  name TEXT NOT NULL CHECK (name IN ('digest', 'reminder')), -- which
  day TEXT NOT NULL, -- for which day
  status TEXT NOT NULL CHECK (status IN ('under-way', 'failed', 'sent')), -- how far it came
  attempts INTEGER NOT NULL DEFAULT 0, -- how often it was tried
  next_try TEXT, -- not before then
  claimed_by TEXT, -- which watcher is at it
  why TEXT, -- what kept it from being sent
  at TEXT NOT NULL, -- when its state changed last
  PRIMARY KEY (name, day)
) {strict}""",
)
