"""How a task is put together: action, time, units and section from flat stretches."""

import re
from collections.abc import Sequence

from extract.assignees import heading_unit
from extract.patterns.assignments import VERBS
from extract.subjects import subject_at
from extract.tasks.labels import chaired_behind, doers_behind, label_at
from extract.tasks.scene import Scene
from extract.times import TimeMatch
from extract.units import read_unit, read_units
from extract.values import clean
from schemas import Task, TaskTime, Unit

_JOINTS = re.compile(r"\s+([,;.:)])")
_DOUBLE = re.compile(r"([,;])(?:\s*[,;])+")
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;:]?\s*\)")
# `Thời gian hoàn thành ban hành kế hoạch chậm nhất …`: the work is what is to be issued.
_ABOUT_TIME = re.compile(
    rf"^Thời (?:gian|hạn)(?: chậm nhất| hoàn thành)*(?: việc)? (?=(?!thực hiện)(?:{VERBS})(?!\w))"
)
# `Cấp tỉnh: Sở Y tế chủ trì …`: where the work is done stands before who does it.
_SCOPE = re.compile(
    r"(?:(?:Ở |Tại |Đối với )?[Cc]ấp )(?:tỉnh|thành phố|huyện|quận|xã|phường|cơ sở|trường|Sở|Bộ)"
    r"\s*:\s*"
)
# `Định kỳ 6 tháng, giữa nhiệm kỳ, đột xuất theo yêu cầu, Sở X báo cáo`: when else it comes.
_BY_WHOM = r"(?=báo cáo|tổng hợp|gửi|tổ chức|sơ kết|tổng kết|thực hiện|rà soát|kiểm tra)"
_OCCASIONS = re.compile(
    r"(?:(?:và|hoặc|hay)\s+)?(?:khi\s+)?(?:đột xuất|(?:giữa|cuối|hết) (?:nhiệm kỳ|kỳ|giai đoạn)"
    r"|(?:có|theo|được) yêu cầu)(?:\s\([^()]{3,40}\))?"
    rf"(?:\s(?:khi có|theo) (?:yêu cầu|chỉ đạo)(?:\scủa\s(?:[^\s,;:.]+\s){{1,9}}?{_BY_WHOM})?)?"
    r"[\s,]*",
    re.IGNORECASE,
)
# `Thời gian thực hiện Kế hoạch: từ khi ban hành đến hết năm 2030`: the plan's own, no work's
_OWN_TIME = re.compile(
    r"Thời (?:gian|hạn) (?:thực hiện|triển khai|tổ chức|hoàn thành)"
    r"(?: (?:của )?(?:[Kk]ế hoạch|[Cc]hương trình|[Đđ]ề án|[Pp]hong trào)(?: này)?)?"
)
_MOST_OCCASIONS = 3
_LEAST = 8  # characters of work before a label that names its doers
_LEFT_OVER = re.compile(
    r"^(?:(?:vào|trong|và|thì)(?!\w)|[,;:)–\s-])+(?=\S)"
    r"|(?:\s*(?<!\w)(?:vào|trong|từ|đến|trước|ít nhất|tối thiểu|phải|cần))+$"
)

# `Cầu được hoàn thành vào ngày 02/9`: the verb of a passive is the work's, not its time's.
_PASSIVE = re.compile(r"(?<!\w)được $")
_FINISHES = re.compile(r"(?:dự kiến )?(?:hoàn thành|hoàn tất|kết thúc)(?!\w)")


def cuts_of(matches: Sequence[TimeMatch]) -> list[tuple[int, int]]:
    """The stretches that an action loses to its times, and to how often they come."""
    return [
        cut
        for match in matches
        for cut in ((match.start, match.end), match.rhythm)
        if cut is not None
    ]


def action_words(text: str, start: int, end: int, cuts: Sequence[tuple[int, int]]) -> str:
    """`text[start:end]` without the stretches in cuts, tidied where they were."""
    kept, at = [], start
    for s, e in sorted(cuts):
        if e <= at or s >= end:
            continue
        if _PASSIVE.search(text, max(at, s - 20), s) and (verb := _FINISHES.match(text, s, e)):
            s = verb.end()
        kept.append(text[at:s])
        at = e
    kept.append(text[at:end])
    words = " ".join(k.strip() for k in kept if k.strip())
    words = _EMPTY_BRACKETS.sub("", words)
    if not _OWN_TIME.fullmatch(words.rstrip(" :.;,")):
        words = _ABOUT_TIME.sub("", words)
    words = _DOUBLE.sub(r"\1", _JOINTS.sub(r"\1", words))
    return clean(_LEFT_OVER.sub("", clean(words)).rstrip(" ("))


def make_task(
    scene: Scene,
    stretch: tuple[int, int],
    cuts: Sequence[tuple[int, int]],
    time: TaskTime,
) -> Task | None:
    """A task from a stretch of prose: its subject leads, what was cut is not its action."""
    flow, context = scene.flow, scene.context
    start, end = scene.begin(*stretch), stretch[1]
    lead_cuts: list[tuple[int, int]] = []
    leads: tuple[Unit, ...] | None = None
    partners: tuple[Unit, ...] = ()
    begin, cuts = _begin_of_work(flow.text, start, end, cuts, time)
    subject = subject_at(flow.text, begin, end)
    if subject is not None:
        named = flow.text[slice(*subject.lead)]
        leads = (read_unit(named, context),)
        if subject.partners:
            partners = read_units(flow.text[slice(*subject.partners)], context)
        lead_cuts.append((begin, subject.work))
    chaired = chaired_behind(flow.text, begin, end, context) if subject is None else None
    if chaired is not None and chaired[0] > start + _LEAST:
        end, (leads, partners) = chaired
    label = label_at(flow.text, start, end)  # `… (đơn vị chủ trì: Công an xã) trước ngày 5/3`
    stop = label if label is not None and label > start + _LEAST else end
    action = action_words(flow.text, start, stop, [*cuts, *lead_cuts])
    if len(action) < 4 or _OWN_TIME.fullmatch(action):
        return None
    if subject is None and leads is None:
        paragraph = flow.paragraphs[flow.paragraph_at(start)]
        doers = doers_behind(flow.text, start, paragraph.end, context)
        leads, partners = doers[0] or leads, doers[1] or partners
    if leads is None:
        leads = _inherited(scene, start)
    return Task(
        action=action,
        leads=leads,
        partners=partners,
        time=time,
        section=scene.path(start),
        **flow.ground(start, end),
    )


def _begin_of_work(
    text: str, start: int, end: int, cuts: Sequence[tuple[int, int]], time: TaskTime
) -> tuple[int, Sequence[tuple[int, int]]]:
    """Where the work begins behind a time label, occasions and a scope; the cuts with them."""
    begin = _after_cuts(text, start, end, cuts)
    if begin > start and time.recurrence and (also := after_occasions(text, begin, end)) > begin:
        cuts, begin = [*cuts, (begin, also)], also
    scope = _SCOPE.match(text, begin, end)
    return (scope.end() if scope else begin), cuts


def after_occasions(text: str, start: int, end: int) -> int:
    """Where the words begin behind further occasions of work that comes again."""
    for _ in range(_MOST_OCCASIONS):
        match = _OCCASIONS.match(text, start, end)
        if match is None:
            break
        start = match.end()
    return start


def _inherited(scene: Scene, start: int) -> tuple[Unit, ...]:
    """The subject of the paragraph that a later clause belongs to, else the heading's unit."""
    flow = scene.flow
    paragraph = flow.paragraphs[flow.paragraph_at(start)]
    begin = scene.begin(paragraph.start, paragraph.end)
    if begin < start and (subject := subject_at(flow.text, begin, paragraph.end)):
        return (read_unit(flow.text[slice(*subject.lead)], scene.context),)
    return heading_unit(flow, scene.sections, start, scene.context)


def _after_cuts(text: str, start: int, end: int, cuts: Sequence[tuple[int, int]]) -> int:
    """Where the words begin once a time label at the very start is taken away."""
    for s, e in sorted(cuts):
        if text[start:s].strip(" ,:;-–") == "" and e > start:
            start = e
    while start < end and text[start] in " ,:;-–.":
        start += 1
    return start
