"""Numbers with their places: every commune has a plan of the same number each year."""

STATEMENTS = (
    "DROP INDEX documents_number",
    "CREATE INDEX documents_number ON documents (number_key, issued_on, area_key)",
    "DROP INDEX citations_number",
    """CREATE INDEX citations_number ON citations (number_key, year, area_key, issued_on)
  WHERE number_key IS NOT NULL""",
    """
CREATE TABLE crowded_citations ( -- ambiguous ones that no document of an unnamed place waits for
  citation INTEGER PRIMARY KEY REFERENCES citations (citation) ON DELETE CASCADE -- the citation
) {strict}""",
)
