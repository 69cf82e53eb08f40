"""Which plans a person means by what they are about, and by who issued them.

A record names no field of work (lĩnh vực); its subject and its issuer's name do: `giáo dục`
means what is about education as well as what a department of education issued.
"""

import json
import sqlite3

from store.asked_units import asked_units
from store.folding import has_marks, with_marks, without_marks
from store.labels import labelled

Value = str | int | None

_MOST_WORDS = 16

# The subject by the full-text index, the issuer by the index of its name.
OF_FIELD = """ IN (SELECT rowid FROM search WHERE search MATCH :field_subject
  UNION ALL SELECT o.doc FROM documents o WHERE o.issuer_key IN (SELECT u.name_key
    FROM unit_search s JOIN units u ON u.unit = s.rowid WHERE unit_search MATCH :field_issuer))"""
_ISSUED_BY = """ IN (SELECT o.doc FROM documents o JOIN units u
    ON u.name_key = o.issuer_key AND u.area_key = o.area_key
  WHERE u.unit IN (SELECT value FROM json_each(:offices)))"""
_UNPLACED = """ IN (SELECT o.doc FROM documents o JOIN units u ON u.name_key = o.issuer_key
  WHERE o.area_key = :office_place AND u.unit IN (SELECT value FROM json_each(:offices)))"""
_LABELLED = " IN (SELECT value FROM json_each(:label))"
_OF_LEVEL = " IN (SELECT o.doc FROM documents o WHERE o.level = :level)"


def field_values(words: str) -> dict[str, Value] | None:
    """What `OF_FIELD` is asked with; `None` where the words hold no letter to look for."""
    found = with_marks(words).replace('"', " ").split()[:_MOST_WORDS]
    found = [word for word in found if any(map(str.isalnum, word))]
    if not found:
        return None

    def match(marked: str, bare: str) -> str:
        parts = (
            f'{marked} : "{word}"' if has_marks(word) else f'{bare} : "{without_marks(word)}"'
            for word in found
        )
        return " AND ".join(parts)

    return {
        "field_subject": match("subject", "subject_bare"),
        "field_issuer": match("words", "bare"),
    }


def clauses_of(
    connection: sqlite3.Connection,
    column: str,
    *,
    field: str | None = None,
    office: str | None = None,
    level: str | None = None,
    label: str | None = None,
) -> tuple[list[str], dict[str, Value]] | None:
    """Conditions on a `column` that holds `documents.doc`, and their values; `None` where an
    office is asked for that the database does not know, or a field without a word."""
    clauses: list[str] = []
    values: dict[str, Value] = {}
    if field is not None:
        asked = field_values(field)
        if asked is None:
            return None
        clauses.append(column + OF_FIELD)
        values |= asked
    if office is not None:
        units = asked_units(connection, office)
        if not units:
            return None
        clauses.append(column + (_ISSUED_BY if units.units else _UNPLACED))
        values |= {
            "offices": json.dumps(units.units or units.unplaced),
            "office_place": units.area_key,
        }
    if level is not None:
        clauses.append(column + _OF_LEVEL)
        values["level"] = level
    if label is not None:
        clauses.append(column + _LABELLED)
        values["label"] = labelled(connection, label)
    return clauses, values
