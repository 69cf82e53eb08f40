"""Reports that a plan collects later than the plan above wants them."""

from collections.abc import Iterator

from checks.addressing import means, opens_line, under_heading
from checks.case import Case
from checks.fault import Fault, Passage, Text
from checks.guiding import Guiding
from checks.holidays import is_next_working_day
from checks.likeness import keys_likeness
from checks.matching import is_issuing_the_plan
from checks.reports import ReportDue, report_days
from checks.words import content_of, keys_of
from schemas import Plan, Span, Unit

_LATEST = 120  # days after which a report is another year's or another stage's


def late_reports(case: Case, guide: Guiding) -> Iterator[tuple[Fault, Span]]:
    """Reports that the plan collects after the day on which its superior wants them."""
    issuer = case.plan.document.issuer
    if issuer is None:
        return
    asked = [r for r in _reports(guide.plan) if _is_asked(guide.plan, r, issuer)]
    own = list(_reports(case.plan))
    for theirs in asked:
        for mine in own:
            if mine.stage != theirs.stage or not _one_report(mine, theirs, asked, own):
                continue
            late = mine.day > theirs.day and not is_next_working_day(theirs.day, mine.day)
            if late and (mine.day - theirs.day).days <= _LATEST:
                yield _report_fault(case, guide, mine, theirs), mine.line


def _is_asked(plan: Plan, report: ReportDue, issuer: Unit) -> bool:
    """Whether a report is asked of the issuer: by its units, or by how its line begins."""
    if report.units:
        return any(means(unit, issuer) for unit in report.units)
    return opens_line(plan, report.line, issuer) or under_heading(plan, report.line, issuer)


def _reports(plan: Plan) -> Iterator[ReportDue]:
    """Reports on the work; to make the plan and report it has a rule of its own."""
    return (
        due
        for due in report_days(plan)
        if due.stage != "none" or not is_issuing_the_plan(due.words)
    )


def _one_report(
    mine: ReportDue, theirs: ReportDue, asked: list[ReportDue], own: list[ReportDue]
) -> bool:
    """Whether two reports of one stage are the same: the only ones, or alike in words."""
    alone = all(sum(r.stage == mine.stage for r in rs) == 1 for rs in (asked, own))
    if mine.stage != "none":
        return alone or _alike(mine, theirs)
    return _alike(mine, theirs)


def _alike(mine: ReportDue, theirs: ReportDue) -> bool:
    one, other = (content_of(keys_of(r.words)) for r in (mine, theirs))
    return keys_likeness(one, other) >= 0.5


def _report_fault(case: Case, guide: Guiding, mine: ReportDue, theirs: ReportDue) -> Fault:
    name = guide.plan.document.number or guide.plan.name
    return Fault(
        Text(
            f"Thời hạn báo cáo {mine.day:%d/%m/%Y} muộn hơn {theirs.day:%d/%m/%Y} của {name}.",
            f"The report is due on {mine.day:%d/%m/%Y}, later than {theirs.day:%d/%m/%Y} of "
            f"{name}.",
        ),
        Text("Đặt thời hạn sớm hơn.", "Set an earlier day."),
        (
            _quote(case.plan, mine.span),
            _quote(guide.plan, theirs.span),
            _quote(case.plan, mine.line),
            _quote(guide.plan, theirs.line),
        ),
    )


def _quote(plan: Plan, span: Span) -> Passage:
    end = min(span.end, span.start + 160)
    words = " ".join(plan.text[span.start : end].split())
    return Passage(words, Span(start=span.start, end=end), plan)
