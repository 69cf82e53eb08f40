"""What the current record of each document holds, corrections applied, one row an item."""

STATEMENTS = (
    """
CREATE TABLE tasks ( -- work that has a time (nhiệm vụ), with corrections applied
  task INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  item TEXT NOT NULL, -- the item's id in the record
  position INTEGER NOT NULL, -- place in the record's list, from 0
  action TEXT NOT NULL, -- the work, in the document's words
  section TEXT, -- number path of its heading
  start_on TEXT CHECK (start_on GLOB '????-??-??'), -- first day
  end_on TEXT CHECK (end_on GLOB '????-??-??'), -- last day: the deadline
  precision TEXT NOT NULL, -- day, month, quarter, half-year, year, school-year, none
  recurrence TEXT, -- RFC 5545 RRULE without its prefix
  continuous INTEGER NOT NULL CHECK (continuous IN (0, 1)), -- 1 for thường xuyên
  assumed TEXT, -- JSON list: what context supplied
  ambiguous INTEGER NOT NULL CHECK (ambiguous IN (0, 1)), -- 1 when it could be read otherwise
  alternatives TEXT, -- JSON list of the other spans of days
  as_written TEXT NOT NULL, -- the words in the document
  span_start INTEGER, -- where they begin in the text
  span_end INTEGER, -- where they end
  page INTEGER, -- page, from 1
  corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1)), -- 1 when a person set a value
  span_class INTEGER, -- bits of the window's length in days: 0 one day, 5 up to a month
  window_start TEXT -- first day, or the last where no first is known
) {strict}""",
    "CREATE INDEX tasks_end ON tasks (end_on, window_start) WHERE end_on IS NOT NULL",
    """CREATE INDEX tasks_window ON tasks (span_class, window_start, end_on)
  WHERE end_on IS NOT NULL""",
    "CREATE INDEX tasks_document ON tasks (doc, position)",
    """
CREATE TABLE recurrences ( -- the stretch of time in which recurring work falls due
  task INTEGER PRIMARY KEY REFERENCES tasks (task) ON DELETE CASCADE, -- tasks.task
  from_on TEXT NOT NULL, -- first day
  to_on TEXT NOT NULL -- last day
) {strict}""",
    "CREATE INDEX recurrences_window ON recurrences (to_on, from_on)",
    """
CREATE TABLE task_units ( -- who leads a task and who takes part
  task INTEGER NOT NULL REFERENCES tasks (task) ON DELETE CASCADE, -- tasks.task
  role TEXT NOT NULL CHECK (role IN ('lead', 'partner')), -- chủ trì or phối hợp
  position INTEGER NOT NULL, -- place in the list, from 0
  unit INTEGER NOT NULL REFERENCES units (unit), -- units.unit
  member INTEGER NOT NULL CHECK (member IN (0, 1)), -- 1 for a named member of the group there
  office TEXT, -- a person's office: Chủ tịch
  end_on TEXT, -- tasks.end_on, for questions by unit and day
  PRIMARY KEY (task, role, position, unit)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX task_units_unit ON task_units (unit, end_on, task)",
    """
CREATE TABLE phases ( -- named stretches of a plan's own time (đợt, giai đoạn, quý)
  phase INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  item TEXT NOT NULL, -- the item's id in the record
  position INTEGER NOT NULL, -- place in the record's list, from 0
  label TEXT NOT NULL, -- as printed
  start_on TEXT CHECK (start_on GLOB '????-??-??'), -- first day
  end_on TEXT CHECK (end_on GLOB '????-??-??'), -- last day
  as_written TEXT NOT NULL, -- the words in the document
  span_start INTEGER, -- where they begin in the text
  span_end INTEGER -- where they end
) {strict}""",
    "CREATE INDEX phases_document ON phases (doc, position)",
    """
CREATE TABLE duties ( -- who answers for what (trách nhiệm), one row a duty
  duty INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  item TEXT NOT NULL, -- the item's id in the record
  position INTEGER NOT NULL, -- place of the unit in the record's list, from 0
  place INTEGER NOT NULL, -- place of the duty in the unit's list, from 0
  unit INTEGER NOT NULL REFERENCES units (unit), -- units.unit
  text TEXT NOT NULL -- the duty in the document's words
) {strict}""",
    "CREATE INDEX duties_document ON duties (doc, position, place)",
    "CREATE INDEX duties_unit ON duties (unit)",
    """
CREATE TABLE targets ( -- quantities to be reached (chỉ tiêu)
  target INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  item TEXT NOT NULL, -- the item's id in the record
  position INTEGER NOT NULL, -- place in the record's list, from 0
  indicator TEXT NOT NULL, -- what is counted or measured
  comparison TEXT NOT NULL CHECK (comparison IN ('>=', '<=', '=')), -- how value is meant
  value REAL NOT NULL, -- the number
  measure TEXT, -- %, trường, lượt, ...
  population TEXT, -- of whom or what
  start_on TEXT CHECK (start_on GLOB '????-??-??'), -- first day of its time
  end_on TEXT CHECK (end_on GLOB '????-??-??'), -- last day of its time
  aspiration INTEGER NOT NULL CHECK (aspiration IN (0, 1)) -- 1 for phấn đấu
) {strict}""",
    "CREATE INDEX targets_document ON targets (doc, position)",
    """
CREATE TABLE anniversaries ( -- commemorations with a count (kỷ niệm N năm)
  anniversary INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  item TEXT NOT NULL, -- the item's id in the record
  position INTEGER NOT NULL, -- place in the record's list, from 0
  name TEXT NOT NULL, -- what is commemorated
  count INTEGER, -- the printed N
  founded TEXT, -- day or year as printed
  celebrated TEXT -- day or year as printed or implied
) {strict}""",
    "CREATE INDEX anniversaries_document ON anniversaries (doc, position)",
    """
CREATE TABLE campaigns ( -- named movements across documents (phong trào, cuộc vận động)
  campaign INTEGER PRIMARY KEY, -- internal number
  name TEXT NOT NULL, -- as first quoted
  name_key TEXT NOT NULL UNIQUE, -- name for comparison
  kind TEXT NOT NULL, -- phong trào thi đua, cuộc vận động, cuộc thi, chủ đề
  sort_key TEXT NOT NULL -- order of the Vietnamese alphabet
) {strict}""",
    """
CREATE TABLE document_campaigns ( -- which document names which movement
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  position INTEGER NOT NULL, -- place in the record's list, from 0
  campaign INTEGER NOT NULL REFERENCES campaigns (campaign), -- campaigns.campaign
  item TEXT NOT NULL, -- the item's id in the record
  period TEXT, -- label of the movement's period there
  start_on TEXT CHECK (start_on GLOB '????-??-??'), -- first day of that period
  end_on TEXT CHECK (end_on GLOB '????-??-??'), -- last day of that period
  PRIMARY KEY (doc, position)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX document_campaigns_campaign ON document_campaigns (campaign)",
)
