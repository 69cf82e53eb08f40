"""Rows: tasks from task tables, real ones and those read back from flattened text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.columns import Role, is_task_table, role_of
from extract.context import Context
from extract.flow import Flow
from extract.paragraphs import Paragraph
from extract.reading import Cell, Table
from extract.tasks.making import action_words
from extract.tasks.scene import Scene
from extract.tasks.work_times import is_own_time
from extract.times import find_times, read_time
from extract.units import read_units
from extract.values import clean
from schemas import Task, TaskTime, Unit

_SPLIT_ROLES = re.compile(
    r"(?:(?:Đơn vị|Cơ quan)?\s*(?P<lead>chủ trì)|(?:Đơn vị"
    r"|Cơ quan)?\s*(?P<partner>phối hợp))\s*:\s*",
    re.IGNORECASE,
)
_HEAD_ROWS = 3
_LEAST_ACTION = 8  # characters: less is the rest of a label


_BARE = re.compile(r"\d{1,2}(?:\s*[,;&-]\s*\d{1,2}|\s+và\s+\d{1,2})*(?:/\d{4})?")
_CITED = re.compile(
    r"(?<!\w)số\s+\d{1,5}(?:/|-)|(?:Quyết định|Nghị quyết|Luật|Nghị định|Kế hoạch)\s"
)
_HANGS = re.compile(r"(?:Theo|Sau khi|Khi|Căn cứ)\s")  # `Theo các mốc tại Quyết định số …`
_NO_WORK = ("reference", "anniversary", "condition", "label")
_ELSEWHERE = re.compile(r"(?:Theo|Như|Căn cứ)\s")  # `Theo phân công tại …` names no unit
_COUNTED = re.compile(r"tháng|quý|tuần", re.IGNORECASE)
# `Thứ Tư, ngày 24/3/2021` over the hours of its rows
_DAY_ROW = re.compile(r"(?:Ngày|NGÀY|Thứ|THỨ|Chủ nhật|CHỦ NHẬT|Sáng|Chiều|Buổi)\s[^\n]{2,60}")
_CLOCK = r"\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d\d)?(?:\s?phút|p)?"
_HOURS = re.compile(
    rf"(?:(?:Từ|từ|Lúc|Đúng|Sáng|Chiều|Tối|Buổi sáng|Buổi chiều)\s*[:,]?\s*)?"
    rf"(?:{_CLOCK}\s*(?:(?:-|–|—|đến)\s*{_CLOCK})?)?"
)


@dataclass(slots=True)
class _Row:
    """The flat stretches of a row's cells by role, in reading order."""

    cells: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    counted: str = ""  # `tháng` where the head of the time column says it and its cells do not
    day: str = ""  # `Ngày 24/3/2021` in a row of its own above, where the cells have but hours

    def words(self, flow: Flow, role: Role) -> str:
        return "\n".join(flow.text[s:e] for s, e in self.cells.get(role, ()))


def row_tasks(scene: Scene) -> list[Task]:
    """One task a row and time; a bullet with a time of its own is one more."""
    found: list[Task] = []
    for number, table in enumerate(scene.flow.reading.tables):
        head = _head_of(scene.flow, table)
        if head is None:
            continue
        roles, first = head
        places = _places(scene, number)
        counted = _counted(scene.flow, table, roles)
        when: list[tuple[int, int]] = []
        day = ""
        for r in range(first, len(table.rows)):
            row = _row(table.rows[r], roles, table.rows[r - 1] if r > first else (), places)
            row.counted = counted
            day = _day_alone(scene, row) or day
            row.day = day
            if roles[0] == "time":  # one time for several rows stands at the left of the first
                when = row.cells.get("time") or when
                if when and "action" in row.cells:
                    row.cells["time"] = when
            found += _tasks_of(scene, row)
    return found


def _head_of(flow: Flow, table: Table) -> tuple[tuple[Role, ...], int] | None:
    """The roles of the columns and the index of the first row of work."""
    text = flow.reading.text
    if table.roles:
        roles: tuple[Role, ...] = table.roles  # type: ignore[assignment]
        return (roles, 1) if is_task_table(roles) else None
    for i, row in enumerate(table.rows[:_HEAD_ROWS]):
        heads = [" ".join(text[s:e] for s, e in cell.parts) for cell in row]
        if any(len(h) > 80 for h in heads):
            return None
        roles = tuple(role_of(h) if h.strip() else "other" for h in heads)
        if len(row) >= 3 and is_task_table(roles):
            return roles, i + 1
    return None


def _counted(flow: Flow, table: Table, roles: tuple[Role, ...]) -> str:
    """`tháng` in the head of the time column: a bare 10 under it is October."""
    heads = table.rows[0]
    at = roles.index("time") if "time" in roles else -1
    cells = heads if len([c for c in heads if c.parts]) == 1 else heads[at : at + 1]
    words = " ".join(flow.reading.text[s:e] for cell in cells for s, e in cell.parts)
    found = _COUNTED.search(words)
    return found[0].casefold() if found and at >= 0 else ""


def _places(scene: Scene, number: int) -> dict[tuple[tuple[int, int], ...], list[Paragraph]]:
    """The paragraphs of each cell of a table, by the stretches of text that it holds."""
    table = scene.flow.reading.tables[number]
    out: dict[tuple[tuple[int, int], ...], list[Paragraph]] = {}
    for i, paragraph in enumerate(scene.flow.paragraphs):
        place = paragraph.place
        if place is None or place.table != number:
            continue
        scene.taken.add(i)
        out.setdefault(table.rows[place.row][place.column].parts, []).append(paragraph)
    return out


def _day_alone(scene: Scene, row: _Row) -> str:
    """The words of a row that is a day and nothing else; the rows below it are of that day."""
    if len(row.cells) != 1:
        return ""
    (role,) = row.cells
    words = " ".join(scene.flow.text[s:e] for s, e in row.cells[role])
    if not _DAY_ROW.fullmatch(words):
        return ""
    times = read_time(words, scene.context)
    return words if len(times) == 1 and times[0].start == times[0].end is not None else ""


def _row(
    cells: Sequence[Cell],
    roles: tuple[Role, ...],
    above: Sequence[Cell],
    places: dict[tuple[tuple[int, int], ...], list[Paragraph]],
) -> _Row:
    """A group's name repeated from the row above is no action where another column has one."""
    row = _Row()
    for c, (cell, role) in enumerate(zip(cells, roles, strict=False)):
        stretches = [(p.start, p.end) for p in places.get(cell.parts, ())]
        if not cell.parts or not stretches:
            continue
        repeated = c < len(above) and above[c].parts == cell.parts
        if role == "action" and repeated and roles.count("action") > 1:
            continue
        held = row.cells.setdefault(role, [])
        held += [s for s in stretches if s not in held]
    return row


def _tasks_of(scene: Scene, row: _Row) -> list[Task]:
    flow, context = scene.flow, scene.context
    action = row.cells.get("action")
    if not action:
        return []
    leads, partners = _units(flow, context, row)
    start, end = scene.begin(*action[0]), action[-1][1]
    path = scene.path(start)
    found = []
    for time in _times_of(flow, context, row):
        words = clean(" ".join(flow.text[s:e] for s, e in [(start, action[0][1]), *action[1:]]))
        if len(words) < 3:
            return []
        found.append(
            Task(
                action=words,
                leads=leads,
                partners=partners,
                time=time,
                section=path,
                **flow.ground(start, end),
            )
        )
    if found or "time" not in row.cells:
        found += _own(scene, row, leads)
    return found


def _times_of(flow: Flow, context: Context, row: _Row) -> tuple[TaskTime, ...]:
    words = row.words(flow, "time").replace("\n", "; ")
    if _CITED.search(words):  # `theo Quyết định số … ngày …`: that day is the decision's
        found = find_times(words, context, 0, len(words))
        times = tuple(t for m in found if m.modality not in _NO_WORK for t in m.times)
        if not times and _HANGS.match(words):
            return (TaskTime(as_written=clean(words)),)
        return times
    if row.day and _HOURS.fullmatch(words.strip()):
        words = row.day
    if row.counted and _BARE.fullmatch(words.strip()):
        words = f"{row.counted} {words.strip()}"
    return read_time(words, context) if words.strip() else ()


def _units(flow: Flow, context: Context, row: _Row) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Leads and partners; a cell may hold both behind the words `Chủ trì:`, `Phối hợp:`."""
    lead, partner = (
        "" if _ELSEWHERE.match(words) else words
        for words in (row.words(flow, "lead"), row.words(flow, "partner"))
    )
    labels = list(_SPLIT_ROLES.finditer(lead))
    if labels:
        parts = {"lead": "", "partner": partner}
        for label, nxt in zip(labels, [*labels[1:], None], strict=True):
            words = lead[label.end() : nxt.start() if nxt else len(lead)]
            parts["lead" if label["lead"] else "partner"] += words
        lead, partner = parts["lead"], parts["partner"]
    return (
        read_units(lead, context) if lead.strip() else (),
        read_units(partner, context) if partner.strip() else (),
    )


def _own(scene: Scene, row: _Row, leads: tuple[Unit, ...]) -> list[Task]:
    """Bullets of the row's other cells, and of an action without a time column, that say when."""
    roles: list[Role] = ["product", "note", "other"]
    if "time" not in row.cells:
        roles.append("action")
    stretches = [stretch for role in roles for stretch in row.cells.get(role, ())]
    return [task for stretch in stretches if (task := _own_of(scene, *stretch, leads))]


def _own_of(scene: Scene, start: int, end: int, leads: tuple[Unit, ...]) -> Task | None:
    flow = scene.flow
    begin = scene.begin(start, end)
    for match in scene.within(start, end):
        if not is_own_time(flow.text, begin, end, match):
            continue
        action = action_words(flow.text, begin, end, [(match.start, match.end)])
        if len(action) > _LEAST_ACTION:
            return Task(
                action=action,
                leads=leads,
                time=match.times[0],
                section=scene.path(begin),
                **flow.ground(begin, end),
            )
    return None
