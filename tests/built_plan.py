"""Plans built for tests from a text and the parts of a record, each grounded by its own words.

The cases of rules and the gold records leave spans out; here every item is looked for in the
text, in order, so that a rule can quote it. An item may say `at` which words it stands in.
"""

import datetime as dt
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checks.citing import KIND_WORDS, _number_pattern
from checks.folded import Folded, fold
from checks.words import keys_of
from schemas import Plan, Source, Span

Record = dict[str, Any]

_GROUPS = ("outline", "citations", "campaigns", "phases", "tasks", "anniversaries", "targets")
_OWN = {"unscored", "optional", "note"}


class Locator:
    """Finds words in a text, each group of items from where its last one stood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded: Folded = fold(text)
        self.words = self.folded.words
        self.keys = [w.key for w in self.words]
        self.places: dict[str, list[int]] = {}
        for i, key in enumerate(self.keys):
            self.places.setdefault(key, []).append(i)
        self.cursor: dict[str, int] = {}

    def find(self, words: str, group: str) -> Span | None:
        keys = list(keys_of(words))
        after = self.cursor.get(group, -1)
        for length in (len(keys), 12, 8, 5, 3):
            if keys[:length] and length <= len(keys):
                at = self._at(keys[:length], after)
                if at is not None:
                    self.cursor[group] = at
                    last = min(at + len(keys), len(self.words)) - 1
                    return self.folded.span(self.words[at].start, self.words[last].end)
        return None

    def _at(self, keys: list[str], after: int) -> int | None:
        found = [i for i in self.places.get(keys[0], []) if self.keys[i : i + len(keys)] == keys]
        return next((i for i in found if i > after), found[0] if found else None)

    def citation(self, item: Record) -> Span | None:
        if not item.get("number"):
            words = f"{item['kind']} {item.get('subject') or ''}"
            return self.find(words, "laws") or self.find(str(item["kind"]), "kinds")
        text, after = self.folded.text, self.cursor.get("citations", 0)
        pattern = _number_pattern(item["number"])
        m = pattern.search(text, after) or pattern.search(text)
        if m is None:
            return None
        self.cursor["citations"] = m.end()
        kind = list(re.finditer(KIND_WORDS, text[max(m.start() - 30, 0) : m.start()]))
        start = max(m.start() - 30, 0) + kind[-1].start() if kind else m.start()
        tail = re.match(r",?\s*ngày\s[\d/\stháng,năm]+", text[m.end() :])
        return self.folded.span(start, m.end() + (tail.end() if tail else 0))


def _grounded(item: Record, span: Span | None, text: str) -> Record:
    item = {k: v for k, v in item.items() if k not in _OWN and not k.endswith("_unscored")}
    if span is None:
        return item
    return {**item, "span": span, "as_written": " ".join(text[span.start : span.end].split())}


def _words(group: str, item: Record) -> str:
    if group == "outline":
        return f"{item.get('number') or ''} {item.get('title') or ''}"
    if group == "anniversaries":
        return f"{item['count']} năm {item['name']}" if item.get("count") else item["name"]
    return str(item.get({"campaigns": "name", "phases": "label", "tasks": "action"}.get(
        group, "indicator"), ""))  # fmt: skip


def _field(document: Record, field: str) -> str:
    value = document.get(field)
    if isinstance(value, dict):
        return str(value.get("name") or value.get("title") or "")
    return str(value or "")


def _strip(value: Any) -> Any:
    """Gold records carry remarks inside units, periods and times; the models do not."""
    if isinstance(value, dict):
        return {k: _strip(v) for k, v in value.items() if k not in _OWN}
    return [_strip(v) for v in value] if isinstance(value, list) else value


def _items(group: str, record: Record, locate: Locator) -> list[Record]:
    out = []
    for item in record.get(group) or []:
        item = dict(item)
        at = item.pop("at", None)
        if at is not None:
            span = locate.find(str(at), f"{group}-at")
        elif group == "citations":
            span = locate.citation(item)
        else:
            span = locate.find(_words(group, item), group)
        if group == "campaigns":
            item["kind"] = item.get("kind") or "phong trào thi đua"
            item["mentions"] = [_mention(m, locate) for m in item.get("mentions") or []]
        if item.get("period"):
            item["period"] = {k: item["period"].get(k) for k in ("label", "start", "end")}
        out.append(_grounded(_strip(item), span, locate.text))
    return out


def _mention(mention: Record, locate: Locator) -> Record:
    words = str(mention.get("at") or mention["as_written"])
    span = locate.find(words, f"mention-{words}") if mention.get("at") else None
    if span is None:
        # Past the place where the movement itself was found.
        locate.cursor.setdefault(f"mention-{words}", locate.cursor.get("campaigns", -1))
        span = locate.find(words, f"mention-{words}")
    return {"as_written": mention["as_written"], "period": mention.get("period"), "span": span}


def _duties(record: Record, locate: Locator) -> list[Record]:
    out = []
    for duty in record.get("duties") or []:
        texts = []
        for text in duty.get("duties") or []:
            words = text["text"] if isinstance(text, Mapping) else text
            texts.append(_grounded({"text": words}, locate.find(words, "duty"), locate.text))
        span = locate.find(duty["unit"]["name"], "duties")
        out.append(_grounded({"unit": _strip(duty["unit"]), "duties": texts}, span, locate.text))
    return out


def _unit(value: Any) -> Any:
    """`Sở Y tế|province-department|Bắc Giang` as a unit; mappings stay as they are."""
    if not isinstance(value, str) or "|" not in value:
        return value
    name, level, area = (*value.split("|"), "", "")[:3]
    return {"name": name, "level": level or None, "area": area or None}


def _period(value: Any) -> Any:
    """`năm 2024`, `năm học 2023-2024`, `giai đoạn 2021-2025` as a period."""
    if not isinstance(value, str):
        return value
    years = [int(y) for y in re.findall(r"\d{4}", value)]
    start, end = (dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31))
    if "học" in value:
        start, end = dt.date(years[0], 9, 1), dt.date(years[-1], 8, 31)
    return {"label": value, "start": start, "end": end}


def _time(value: Any) -> Any:
    """`2024-03-01..2024-03-31 month` as a time; either end may be left out."""
    if not isinstance(value, str):
        return value
    stretch, _, precision = value.partition(" ")
    start, _, end = stretch.partition("..")
    return {"start": start or None, "end": end or None, "precision": precision or "day"}


_SHORT = {"issuer": _unit, "parent": _unit, "unit": _unit, "period": _period, "time": _time}


def _full(value: Any, key: str = "") -> Any:
    """The short forms of test cases written out."""
    if isinstance(value, dict):
        return {k: _full(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_unit(v) if key in ("leads", "partners") else _full(v, key) for v in value]
    return _SHORT[key](value) if key in _SHORT and value else value


def build_plan(text: str, record: Record, name: str = "ke-hoach.txt", **source: Any) -> Plan:
    """A plan of that text with the given parts of a record."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    locate = Locator(text)
    record = _full(record)
    document = {k: v for k, v in (record.get("document") or {}).items() if k not in _OWN}
    document = _strip(document)
    document["recipients"] = [
        _grounded(dict(r), locate.find(r["name"], "recipients"), text)
        for r in document.get("recipients") or []
    ]
    document["spans"] = {
        field: span
        for field in ("number", "place", "subject", "kind", "issuer", "signer")
        if (words := _field(document, field)) and (span := locate.find(words, f"doc-{field}"))
    }
    if document.get("issued_on") and (m := re.search(r"ngày[^\n]{1,20}năm \d{4}", text)):
        document["spans"]["issued_on"] = Span(start=m.start(), end=m.end())
    digest = hashlib.sha256((name + text).encode()).hexdigest()
    raw = {
        "source": Source(name=name, sha256=digest, **source),
        "text": text,
        "document": document,
        "duties": _duties(record, locate),
        **{group: _items(group, record, locate) for group in _GROUPS},
    }
    return Plan.model_validate(raw)


def gold_plan(shared: Path, stem: str) -> Plan:
    """A gold record of the shared folder, grounded in its text."""
    record = json.loads((shared / "gold" / f"{stem}.json").read_text(encoding="utf-8"))
    for folder in ("seeds", "more"):
        path = shared / folder / f"{stem}.txt"
        if path.exists():
            return build_plan(path.read_text(encoding="utf-8"), record, path.name)
    raise FileNotFoundError(stem)


def iso(day: str) -> dt.date:
    """An ISO day."""
    return dt.date.fromisoformat(day)
