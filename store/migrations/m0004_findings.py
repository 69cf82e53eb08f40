"""Findings and the verdicts that outlive them."""

STATEMENTS = (
    """
CREATE TABLE findings ( -- what the checks found wrong
  id TEXT NOT NULL PRIMARY KEY, -- stable while the fault stands in the document
  doc INTEGER NOT NULL REFERENCES documents (doc), -- the document it is about
  position INTEGER NOT NULL, -- order within the document
  rule TEXT NOT NULL, -- code of the catalogue
  name TEXT NOT NULL, -- the fault in words
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warn', 'note')), -- how grave
  severity_order INTEGER NOT NULL, -- 0 error, 1 warn, 2 note
  message TEXT NOT NULL, -- what is wrong, Vietnamese
  advice TEXT NOT NULL, -- what to do, Vietnamese
  message_en TEXT NOT NULL, -- what is wrong, English
  advice_en TEXT NOT NULL, -- what to do, English
  evidence TEXT NOT NULL, -- JSON list of the passages
  count INTEGER NOT NULL CHECK (count >= 1) -- places that share the cause
) {strict}""",
    "CREATE INDEX findings_document ON findings (doc, position)",
    "CREATE INDEX findings_severity ON findings (severity_order, doc, position)",
    "CREATE INDEX findings_rule ON findings (rule, doc, position)",
    """
CREATE TABLE verdicts ( -- what a person decided on a finding; outlives re-reading
  finding TEXT NOT NULL PRIMARY KEY, -- findings.id, also while the finding is gone
  status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'dismissed')), -- the decision
  reason TEXT, -- why
  who TEXT NOT NULL, -- who decided
  at TEXT NOT NULL, -- when
  CHECK (status <> 'dismissed' OR reason <> '')
) {strict}""",
)
