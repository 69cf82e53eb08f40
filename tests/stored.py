"""Plans in short for the tests of the store: a header, some items, and a text made of them.

`plan(number="12/KH-SYT", issuer="Sở Y tế|Bình Giang|province-department", tasks=[...])`.
An item's id is made from its words, as readers make it.
"""

import datetime as dt
import hashlib
from typing import Any

from schemas import Plan

AT = dt.datetime(2026, 11, 21, 3, 15, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(hours=1)

Short = dict[str, Any]


def unit(words: str | None) -> Short | None:
    """`Sở Y tế|Bình Giang|province-department`; area and level may be left out."""
    if words is None:
        return None
    name, area, level = (*words.split("|"), "", "")[:3]
    return {"name": name, "area": area or None, "level": level or None}


def plan(
    text: str | None = None,
    *,
    name: str = "ke-hoach.txt",
    issuer: str | None = None,
    day: str | None = None,
    tasks: list[Short] | None = None,
    citations: list[Short] | None = None,
    read_by: str = "text",
    part: int = 1,
    reader_version: str = "1",
    areas: tuple[str, ...] = (),
    **document: Any,
) -> Plan:
    """A record; without a `text`, one in which the words of its items stand."""
    tasks, citations = tasks or [], citations or []
    if text is None:
        text = "\n".join(
            [issuer or "", f"Số: {document.get('number') or ''}", document.get("subject") or ""]
            + [f"Căn cứ {one.get('kind', 'Kế hoạch')} số {one.get('number')}" for one in citations]
            + [one["action"] for one in tasks]
            + [f"tỉnh {area}" for area in areas]
        )
    return Plan.model_validate(
        {
            "source": {
                "name": name,
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "read_by": read_by,
                "part": part,
                "reader_version": reader_version,
            },
            "text": text,
            "document": {
                "kind": "Kế hoạch",
                "issuer": unit(issuer),
                "issued_on": day,
                **document,
            },
            "tasks": [task(text, **one) for one in tasks],
            "citations": [citation(text, **one) for one in citations],
        }
    )


def task(
    text: str,
    action: str,
    leads: str = "",
    partners: str = "",
    members: list[str] | None = None,
    **time: Any,
) -> Short:
    """`leads` and `partners` are units divided by `;`."""
    several = {
        role: [unit(one.strip()) for one in words.split(";") if one.strip()]
        for role, words in (("leads", leads), ("partners", partners))
    }
    if members:
        several["leads"][0] |= {"group": True, "members": members}
    start = text.find(action)
    return {
        "id": identity("t", action),
        "action": action,
        **several,
        "time": {"precision": "day", **time},
        "as_written": action,
        "span": None if start < 0 else {"start": start, "end": start + len(action)},
    }


def citation(text: str, issuer: str | None = None, day: str | None = None, **rest: Any) -> Short:
    words = f"{rest.get('kind', 'Kế hoạch')} {rest.get('number')} {day} {rest.get('role')}"
    return {
        "id": identity("c", words),
        "kind": "Kế hoạch",
        "issuer": unit(issuer),
        "issued_on": day,
        "as_written": words,
        **rest,
    }


def identity(group: str, words: str) -> str:
    return f"{group}-{hashlib.sha256(words.encode()).hexdigest()[:10]}"


def put(store: Any, record: Plan, path: str | None = None, at: dt.datetime = AT) -> Any:
    """Save a record with its text as the original, found under its name."""
    return store.save(record, record.text.encode(), path=path or record.name, at=at)
