"""A plan in words, as an office types it."""

import datetime as dt
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from chains.spec import Cite, Sheet, Work

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII")
_ORDINAL = ("", "thứ nhất", "thứ hai", "thứ ba", "thứ tư")
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


@cache
def data(name: str) -> dict[str, Any]:
    """A data file beside this one."""
    return yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))


def say(statement: str, style: int, **values: object) -> str:
    """A statement in one of its wordings."""
    forms = data("wordings.yaml")[statement]
    return str(forms[style % len(forms)]).format(**values)


def day_words(day: dt.date) -> str:
    """`05/7/2024`: zeros as the rules of form want them."""
    return (
        f"{day.day:02}/{day.month:02}/{day.year}"
        if day.month < 3
        else (f"{day.day:02}/{day.month}/{day.year}")
    )


def long_day(day: dt.date) -> str:
    """`05 tháng 7 năm 2024`."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02} tháng {month} năm {day.year}"


def _small(words: str) -> str:
    return words[0].lower() + words[1:]


def _large(words: str) -> str:
    return words[0].upper() + words[1:]


def cite_words(cite: Cite) -> str:
    """A citation of the opening."""
    return say(
        "cite_law" if cite.law else "cite",
        cite.style,
        kind=cite.kind,
        number=cite.number,
        day=day_words(cite.day),
        long_day=long_day(cite.day),
        issuer=cite.issuer,
        subject=cite.subject,
        title=cite.subject,
    )


def work_words(work: Work) -> str:
    """A piece of work with its time."""
    quarter = _ROMAN[(work.due.month + 2) // 3]
    return say(
        "due",
        work.style,
        work=_large(work.words),
        small=_small(work.words),
        day=day_words(work.due),
        from_day=day_words(work.begin or work.due - dt.timedelta(20)),
        month=f"{work.due.month}/{work.due.year}",
        quarter=f"{quarter}/{work.due.year}",
    )


def _head(sheet: Sheet) -> list[str]:
    office = sheet.office
    when = f"{office.place}, ngày {long_day(sheet.day)}"
    if office.party:
        left, right = (
            [*office.head, "*", f"Số {sheet.number}"],
            ["ĐẢNG CỘNG SẢN VIỆT NAM", "", when],
        )
        return [*left, *filter(None, right)] if sheet.styles["head"] % 2 else _beside(left, right)
    left = [*office.head, f"Số: {sheet.number}"]
    right = [_STATE, _MOTTO, when] if len(office.head) == 2 else [_STATE, when]
    if len(office.head) == 1 and not sheet.styles["head"] % 2:
        left, right = [office.head[0], "", left[-1]], [_STATE, _MOTTO, when]
    if sheet.styles["head"] % 2:
        return [*left, _STATE, _MOTTO, when]
    return _beside(left, right)


def _beside(left: list[str], right: list[str]) -> list[str]:
    height = max(len(left), len(right))
    left, right = left + [""] * (height - len(left)), right + [""] * (height - len(right))
    return [f"{one:<38}{other}".rstrip() for one, other in zip(left, right, strict=True)]


def _period(sheet: Sheet) -> str:
    return f"năm {sheet.year}"


def subject_words(sheet: Sheet) -> str:
    """What the plan is about, with its year."""
    return f"{sheet.subject} {_period(sheet)}"


def _opening(sheet: Sheet) -> list[str]:
    lines = [cite_words(c) for c in sheet.cites]
    if lines:
        lines[-1] = lines[-1].rstrip(";") + ","
    lines.append(
        say(
            "issuing",
            sheet.styles["issuing"],
            issuer=sheet.office.name,
            subject=subject_words(sheet),
        )
    )
    return lines


def _aims(sheet: Sheet) -> list[str]:
    first = sheet.styles["aims"]
    lines = [say("aims", first + i) for i in range(3)]
    if sheet.office.region:
        lines.append(say("region", first, region=sheet.office.region))
    if sheet.theme:
        lines.append(say("theme", sheet.styles["theme"], year=sheet.year, name=sheet.theme))
    if sheet.movement:
        name, start, end = sheet.movement
        lines.append(say("movement", sheet.styles["movement"], name=name, first=start, last=end))
    return lines


def _stages(sheet: Sheet) -> list[str]:
    return [
        "- "
        + say(
            "phase_counted",
            sheet.stage_style,
            label=sheet.stage_label,
            digit=s.number,
            roman=_ROMAN[s.number],
            ordinal=_ORDINAL[s.number],
            start=day_words(s.start),
            end=day_words(s.end),
            what=s.what,
        )
        for s in sheet.stages
    ]


def _reports(sheet: Sheet) -> list[str]:
    receiver = sheet.office.short if sheet.office.role != "truong" else "Ban Giám hiệu"
    lines = []
    if sheet.half:
        lines.append(
            say("report_half", sheet.report_styles[0], receiver=receiver, day=day_words(sheet.half))
        )
    if sheet.final:
        lines.append(
            say(
                "report_final",
                sheet.report_styles[1],
                receiver=receiver,
                day=day_words(sheet.final),
            )
        )
    return [f"- {line}" for line in lines]


def _group(sheet: Sheet) -> str:
    if sheet.below is None:
        return {
            "truong": "Các tổ chuyên môn",
            "chi-bo": "Các đồng chí cấp ủy viên",
            "xa": "Các thôn, tổ dân phố",
            "dang-uy": "Các chi bộ",
        }.get(sheet.office.role, "Các phòng, đơn vị thuộc")
    group = sheet.below.group
    return group[sheet.styles["group"] % len(group)]


def _table(sheet: Sheet) -> list[str]:
    """Work in a table whose cells tabs part."""
    lead = _group(sheet)
    rows = [
        f"{n}\t{_large(w.words)}\t{lead.removeprefix('Giao ')}\t{sheet.office.own[0]}\t"
        f"Trước ngày {day_words(w.due)}"
        for n, w in enumerate(sheet.work, start=1)
    ]
    return ["TT\tNội dung công việc\tChủ trì\tPhối hợp\tThời gian", *rows]


def _organisation(sheet: Sheet) -> list[str]:
    lines = []
    below = [] if sheet.table else [f"- {work_words(w)}." for w in sheet.work]
    if sheet.ask:
        below.insert(
            0,
            "- "
            + say(
                "ask_plan", sheet.ask_style, day=day_words(sheet.ask), receiver=sheet.office.short
            ),
        )
    below += _reports(sheet)
    own = sheet.styles["own"]
    lines.append(f"1. {sheet.office.own[own % len(sheet.office.own)]}")
    lines += [f"- {say('own', own + i)}." for i in range(2)]
    lines += [f"2. {_group(sheet)}", *below]
    lines += [line if line[0].isdigit() else f"- {line}" for line in sheet.extra]
    return lines


def body(sheet: Sheet) -> list[str]:
    """Everything between the opening and the recipients."""
    parts: list[tuple[str, list[str]]] = [("MỤC ĐÍCH, YÊU CẦU", _aims(sheet))]
    if sheet.aims:
        parts.append(
            (
                "CHỈ TIÊU",
                [
                    "- " + _large(say("target", a.style, value=a.value, what=a.what))
                    for a in sheet.aims
                ],
            )
        )
    if sheet.stages:
        parts.append(("THỜI GIAN THỰC HIỆN", _stages(sheet)))
    if sheet.table:
        parts.append(("NỘI DUNG VÀ TIẾN ĐỘ", _table(sheet)))
    parts.append(("TỔ CHỨC THỰC HIỆN", _organisation(sheet)))
    lines: list[str] = []
    for number, (title, inner) in enumerate(parts, start=1):
        lines += [f"{_ROMAN[number]}. {title}", *inner]
    lines.append(
        say(
            "closing",
            sheet.styles["closing"],
            subject=subject_words(sheet),
            issuer=sheet.office.short,
        )
    )
    return lines


def _foot(sheet: Sheet, above: str | None) -> list[str]:
    lines = ["Nơi nhận:"]
    if above:
        lines.append(f"- {above} (b/c);")
    if sheet.below:
        lines.append(f"- {_group(sheet).removeprefix('Giao ')} (t/h);")
    else:
        lines.append(f"- {_group(sheet)} (t/h);")
    lines += [f"- {own};" for own in sheet.office.own]
    lines.append("- Lưu Văn phòng." if sheet.office.party else "- Lưu: VT.")
    return [*lines, *sheet.office.signer, "", "Nguyễn Văn Bình"]


def write(sheet: Sheet, above: str | None = None) -> str:
    """The text of a plan; `above` is whom it reports to."""
    lines = [*_head(sheet), "", "KẾ HOẠCH", _large(subject_words(sheet)), ""]
    for line in [*_opening(sheet), *body(sheet)]:
        if sheet.wrap and "\t" not in line:
            lines += textwrap.wrap(line, sheet.wrap, initial_indent="     ") or [""]
        else:
            lines.append(line)
    return "\n".join([*lines, "", *_foot(sheet, above), ""])
