"""What people did: corrections, and the log of every change."""

STATEMENTS = (
    """
CREATE TABLE corrections ( -- values that a person set; they outlive re-reading
  correction INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  item TEXT, -- id of the item, empty for the document's own fields
  field TEXT NOT NULL, -- the field: document.number, tasks.time.end
  value TEXT NOT NULL, -- the person's value, JSON
  before TEXT NOT NULL, -- the value as read when it was corrected, JSON
  as_written TEXT NOT NULL, -- the item's words then, to find it again
  who TEXT NOT NULL, -- who
  at TEXT NOT NULL, -- when
  why TEXT NOT NULL, -- the reason given
  undone_by TEXT, -- who took it back
  undone_at TEXT -- when it was taken back
) {strict}""",
    "CREATE INDEX corrections_document ON corrections (doc) WHERE undone_at IS NULL",
    """
CREATE TABLE log ( -- every change, in order; rows are only ever added
  entry INTEGER PRIMARY KEY, -- ascending number
  at TEXT NOT NULL, -- when
  who TEXT NOT NULL, -- who, or the program
  what TEXT NOT NULL, -- stored, read-again, corrected, undone, verdict, settled, ...
  document TEXT, -- documents.id
  detail TEXT NOT NULL -- JSON: what changed from what to what
) {strict}""",
    "CREATE INDEX log_document ON log (document, entry)",
    """
CREATE TRIGGER log_no_update BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """
CREATE TRIGGER log_no_delete BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
)
