"""Files, units, documents and the versions of their records."""

STATEMENTS = (
    """
CREATE TABLE files ( -- original files; their bytes lie beside the database, named by sha256
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64), -- of the bytes
  size INTEGER NOT NULL CHECK (size >= 0), -- bytes
  media_type TEXT NOT NULL, -- as recognised from the content
  stored_at TEXT NOT NULL -- when the bytes came in
) {strict}""",
    """
CREATE TABLE units ( -- bodies and units (cơ quan, đơn vị), one row per name and area
  unit INTEGER PRIMARY KEY, -- internal number
  name TEXT NOT NULL, -- full canonical name without the place
  name_key TEXT NOT NULL, -- name for comparison: lower case, one tone placement
  area TEXT, -- place that it governs or sits in
  area_key TEXT NOT NULL DEFAULT '', -- area for comparison, empty when not known
  area_bare TEXT NOT NULL DEFAULT '', -- area without marks
  level TEXT, -- province, district-department, ...
  is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)), -- 1 for a group of units
  sort_key TEXT NOT NULL, -- order of the Vietnamese alphabet
  valid_from TEXT, -- first day on which the unit exists, where known
  valid_to TEXT, -- last day on which the unit exists, where known
  successor TEXT, -- what it became, where known
  UNIQUE (name_key, area_key)
) {strict}""",
    "CREATE INDEX units_area ON units (area_bare, area_key)",
    """
CREATE TABLE unit_aliases ( -- other names and abbreviations of units
  alias_key TEXT NOT NULL, -- the alias for comparison
  name_key TEXT NOT NULL, -- units.name_key that it stands for
  alias TEXT NOT NULL, -- as people write it
  source TEXT NOT NULL, -- where the alias is from
  valid_from TEXT, -- first day of use, where known
  valid_to TEXT, -- last day of use, where known
  PRIMARY KEY (alias_key, name_key)
) {strict}, WITHOUT ROWID""",
    """
CREATE TABLE unit_acronyms ( -- initials of runs of words in units' names: gdđt, ubnd
  acronym TEXT NOT NULL, -- initials, with marks, lower case
  words TEXT NOT NULL, -- the words that they are the initials of
  bare TEXT NOT NULL, -- initials without marks
  PRIMARY KEY (acronym, words)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX unit_acronyms_bare ON unit_acronyms (bare)",
    """
CREATE TABLE documents ( -- documents, each once, however many files hold it
  doc INTEGER PRIMARY KEY, -- internal number, ascending in order of arrival
  id TEXT NOT NULL UNIQUE, -- public name: the start of the first file's sha256
  name TEXT NOT NULL, -- name of the first file
  name_key TEXT NOT NULL, -- file name for comparison
  status TEXT NOT NULL DEFAULT 'stored'
    CHECK (status IN ('stored', 'probable-duplicate', 'duplicate')), -- a person decides the last
  duplicate_of INTEGER REFERENCES documents (doc), -- what it is, or probably is, a copy of
  version INTEGER NOT NULL, -- versions.version that is current
  kind TEXT, -- tên loại
  number TEXT, -- số và ký hiệu, canonical
  number_key TEXT, -- number for comparison
  symbol TEXT, -- the part after the slash when only it is printed
  issuer INTEGER REFERENCES units (unit), -- who issued it
  issuer_key TEXT NOT NULL DEFAULT '', -- issuer's name for comparison
  area_key TEXT NOT NULL DEFAULT '', -- issuer's area for comparison
  level TEXT, -- issuer's level
  rank INTEGER, -- order of the level, 0 is the highest; empty when not known
  issued_on TEXT CHECK (issued_on GLOB '????-??-??'), -- day of issue
  subject TEXT, -- trích yếu
  subject_sort TEXT NOT NULL DEFAULT '', -- order of the Vietnamese alphabet
  terms INTEGER NOT NULL DEFAULT 0, -- how many rows subject_terms has of it for one year
  period TEXT, -- label of the time that the plan is for
  period_start TEXT CHECK (period_start GLOB '????-??-??'), -- its first day
  period_end TEXT CHECK (period_end GLOB '????-??-??'), -- its last day
  signer TEXT, -- who signed
  pages INTEGER, -- pages, where the format has them
  read_by TEXT NOT NULL, -- text, docx, pdf-text, ocr, ...
  text_key TEXT NOT NULL, -- hash of the text's words without marks
  sketch BLOB NOT NULL, -- 64 smallest hashes of three-word runs: likeness of texts
  stored_at TEXT NOT NULL, -- when it came in
  changed_at TEXT NOT NULL -- when its record changed last
) {strict}""",
    "CREATE INDEX documents_number ON documents (number_key, issued_on)",
    "CREATE INDEX documents_issuer ON documents (issuer_key, area_key, issued_on)",
    "CREATE INDEX documents_issued ON documents (issued_on)",
    "CREATE INDEX documents_text ON documents (text_key)",
    "CREATE INDEX documents_name ON documents (name_key)",
    "CREATE INDEX documents_waiting ON documents (status) WHERE status <> 'stored'",
    "CREATE INDEX documents_duplicate ON documents (duplicate_of) WHERE duplicate_of IS NOT NULL",
    """
CREATE TABLE versions ( -- every reading of a document that gave another record
  version INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  sha256 TEXT NOT NULL REFERENCES files (sha256), -- the file that was read
  part INTEGER NOT NULL CHECK (part >= 1), -- which document of that file, from 1
  reader_version TEXT, -- version of the program that read it
  read_at TEXT NOT NULL, -- when it was read
  digest TEXT NOT NULL, -- hash of the record and text
  record BLOB NOT NULL, -- the record as JSON without its text, zlib
  text BLOB NOT NULL -- the canonical text, UTF-8, zlib
) {strict}""",
    "CREATE INDEX versions_document ON versions (doc)",
    "CREATE INDEX versions_file ON versions (sha256, part)",
    """
CREATE TABLE document_files ( -- which files hold a document, by every path they were seen at
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  sha256 TEXT NOT NULL REFERENCES files (sha256), -- files.sha256
  part INTEGER NOT NULL CHECK (part >= 1), -- which document of that file, from 1
  path TEXT NOT NULL, -- where the file was found
  seen_at TEXT NOT NULL, -- when it was seen there first
  here INTEGER NOT NULL CHECK (here IN (0, 1)), -- 1 when the path held these bytes last
  status TEXT NOT NULL
    CHECK (status IN ('new', 'duplicate', 'probable-duplicate', 'updated')), -- what it was then
  PRIMARY KEY (path, part, sha256, doc)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX document_files_file ON document_files (sha256, part)",
    "CREATE INDEX document_files_document ON document_files (doc)",
)
