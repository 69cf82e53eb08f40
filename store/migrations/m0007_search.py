"""Full text: once with marks and once without, so that each is found as it was typed.

SQLite's own folding never turns đ into d and cannot tell năm from nam where marks were
typed; hence two columns. The index holds no copy of the text.
"""

STATEMENTS = (
    """
CREATE VIRTUAL TABLE search -- full text of documents; rowid is documents.doc
USING fts5 (
  number, subject, subject_bare, body, body_bare,
  content = '', tokenize = "unicode61 remove_diacritics 0"
)""",
    """
CREATE VIRTUAL TABLE unit_search -- words of units' names; rowid is units.unit
USING fts5 (
  words, bare, content = '', tokenize = "unicode61 remove_diacritics 0"
)""",
)
