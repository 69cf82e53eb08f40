"""Citations, what they resolve to, and what likeness of subjects and texts is found by."""

STATEMENTS = (
    """
CREATE TABLE citations ( -- mentions of other documents, with what they resolve to
  citation INTEGER PRIMARY KEY, -- internal number
  doc INTEGER NOT NULL REFERENCES documents (doc), -- the document that cites
  item TEXT NOT NULL, -- the item's id in the record
  position INTEGER NOT NULL, -- place in the record's list, from 0
  kind TEXT NOT NULL, -- Luật, Nghị định, Kế hoạch, ...
  number TEXT, -- canonical number
  number_key TEXT, -- number for comparison
  issued_on TEXT CHECK (issued_on GLOB '????-??-??'), -- day as printed
  year INTEGER, -- year as printed, or of that day
  issuer TEXT, -- issuer as the words name it
  issuer_key TEXT NOT NULL DEFAULT '', -- issuer for comparison
  area_key TEXT NOT NULL DEFAULT '', -- issuer's area for comparison
  subject TEXT, -- what follows về, về việc
  role TEXT NOT NULL, -- basis, implements, continues, amends, replaces, mention
  as_written TEXT NOT NULL, -- the words in the document
  span_start INTEGER, -- where they begin in the text
  span_end INTEGER, -- where they end
  resolution TEXT NOT NULL DEFAULT 'not-in-database'
    CHECK (resolution IN ('resolved', 'ambiguous', 'not-in-database')), -- what was found
  target INTEGER REFERENCES documents (doc), -- the document it resolves to
  CHECK ((resolution = 'resolved') = (target IS NOT NULL))
) {strict}""",
    "CREATE INDEX citations_document ON citations (doc, position)",
    """CREATE INDEX citations_number ON citations (number_key, year, area_key)
  WHERE number_key IS NOT NULL""",
    """CREATE INDEX citations_day ON citations (issued_on, issuer_key)
  WHERE number_key IS NULL AND issued_on IS NOT NULL""",
    "CREATE INDEX citations_target ON citations (target) WHERE target IS NOT NULL",
    """
CREATE TABLE citation_candidates ( -- the documents that an ambiguous citation may mean
  citation INTEGER NOT NULL REFERENCES citations (citation) ON DELETE CASCADE, -- the citation
  doc INTEGER NOT NULL REFERENCES documents (doc), -- a document it may mean
  PRIMARY KEY (citation, doc)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX citation_candidates_document ON citation_candidates (doc)",
    """
CREATE TABLE text_bands ( -- hashes by which nearly identical texts are found
  hash INTEGER NOT NULL, -- of one band of the sketch
  issuer INTEGER NOT NULL, -- hash of issuer and area, 0 when not known
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  PRIMARY KEY (hash, issuer, doc)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX text_bands_document ON text_bands (doc)",
    """
CREATE TABLE subject_terms ( -- pairs of words of subjects, by year and the issuer's area
  term INTEGER NOT NULL, -- hash of two neighbouring words
  year INTEGER NOT NULL, -- a year that the document's period touches, 0 when it has none
  area_key TEXT NOT NULL, -- issuer's area for comparison, empty for central bodies
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  PRIMARY KEY (term, year, area_key, doc)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX subject_terms_document ON subject_terms (doc)",
    """
CREATE TABLE document_areas ( -- places that a document names with their kind: tỉnh, huyện, xã
  area_key TEXT NOT NULL, -- the place for comparison
  doc INTEGER NOT NULL REFERENCES documents (doc), -- documents.doc
  PRIMARY KEY (area_key, doc)
) {strict}, WITHOUT ROWID""",
    "CREATE INDEX document_areas_document ON document_areas (doc)",
)
