"""The standard questions as plain SQL on a plain connection: what the store is held against.

Each gives all that the store's answer gives, as rows, and the number that it is checked by.
"""

import datetime as dt
import sqlite3
import zlib
from pathlib import Path

_ROW = """SELECT t.end_on, t.start_on, t.action, t.section, t.precision, t.recurrence, t.continuous,
  t.assumed, t.ambiguous, t.alternatives, t.as_written, t.span_start, t.span_end, t.page, t.item,
  d.id, d.name, d.number, d.issued_on, i.name,
  (SELECT group_concat(u.name, '; ') FROM task_units x JOIN units u USING (unit)
    WHERE x.task = t.task AND x.role = 'lead' AND x.member = 0),
  (SELECT group_concat(u.name, '; ') FROM task_units x JOIN units u USING (unit)
    WHERE x.task = t.task AND x.role = 'partner' AND x.member = 0)
FROM tasks t JOIN documents d USING (doc) LEFT JOIN units i ON i.unit = d.issuer """
_ORDER = " ORDER BY t.end_on, t.task LIMIT 100"
_HIS = """SELECT x.task FROM task_units x JOIN units u USING (unit)
  WHERE u.name_key = ? AND x.end_on BETWEEN ? AND ?"""


class Plain:
    """A connection with SQLite's own settings and a page cache like the store's."""

    def __init__(self, path: Path) -> None:
        self._sql = sqlite3.connect(path)
        self._sql.execute("PRAGMA cache_size = -65536")

    def close(self) -> None:
        self._sql.close()

    def quarter(self, start: dt.date, end: dt.date) -> int:
        days = (str(start), str(end))
        self._sql.execute(_ROW + "WHERE t.end_on BETWEEN ? AND ?" + _ORDER, days).fetchall()
        return self._one("SELECT count(*) FROM tasks WHERE end_on BETWEEN ? AND ?", days)

    def overlapping(self, start: dt.date, end: dt.date) -> int:
        days = (str(start), str(end))
        touches = "t.end_on >= ? AND coalesce(t.start_on, t.end_on) <= ?"
        self._sql.execute(f"{_ROW} WHERE {touches}{_ORDER}", days).fetchall()
        return self._one(f"SELECT count(*) FROM tasks t WHERE {touches}", days)

    def unit(self, start: dt.date, end: dt.date, name: str) -> int:
        asked = (name.lower().replace(",", ""), str(start), str(end))
        self._sql.execute(f"{_ROW} WHERE t.task IN ({_HIS}){_ORDER}", asked).fetchall()
        return self._one(f"SELECT count(*) FROM (SELECT DISTINCT task FROM ({_HIS}))", asked)

    def search(self, words: str) -> int:
        query = " AND ".join(f'"{word}"' for word in words.split())
        rows = self._sql.execute(
            """SELECT d.id, d.name, d.number, d.subject, v.text FROM search
            JOIN documents d ON d.doc = search.rowid JOIN versions v USING (version)
            WHERE search MATCH ? ORDER BY bm25(search, 10.0, 6.0, 6.0, 1.0, 1.0) LIMIT 20""",
            (query,),
        )
        for row in rows:
            zlib.decompress(row[4]).decode()
        return self._one(
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT 10000)", (query,)
        )

    def chain(self, document: str) -> int:
        return len(
            self._sql.execute(
                """WITH RECURSIVE above (doc, depth) AS (
                  SELECT doc, 0 FROM documents WHERE id = ?
                  UNION
                  SELECT c.target, above.depth + 1 FROM above JOIN citations c USING (doc)
                  WHERE c.target IS NOT NULL AND c.role IN ('basis', 'implements', 'continues')
                    AND above.depth < 11 LIMIT 3000)
                SELECT a.depth, c.*, d.id, d.name, t.id, t.name
                FROM (SELECT doc, min(depth) AS depth FROM above GROUP BY doc) a
                JOIN citations c USING (doc) JOIN documents d USING (doc)
                LEFT JOIN documents t ON t.doc = c.target
                WHERE c.role IN ('basis', 'implements', 'continues')
                ORDER BY a.depth, c.doc, c.position LIMIT 500""",
                (document,),
            ).fetchall()
        )

    def _one(self, query: str, values: tuple[str, ...]) -> int:
        return int(self._sql.execute(query, values).fetchone()[0])
