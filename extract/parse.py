"""Parse: one reading to one record, every finder in its turn.

Any text gives a valid record: what is not there is null, and no finder raises.
"""

from extract.anniversaries import find_anniversaries
from extract.campaigns import find_campaigns
from extract.citations import find_citations
from extract.contexts import context_of
from extract.duties import find_duties
from extract.flat_tables import with_flat_tables
from extract.flow import flow_of
from extract.foot import find_foot
from extract.head import find_head
from extract.ids import identified
from extract.issuer import complete
from extract.lookalikes import with_latin
from extract.outline import find_sections
from extract.phases import find_phases
from extract.reading import Reading
from extract.record import document_of
from extract.resting import collector_at_rest
from extract.targets import find_targets
from extract.tasks import find_tasks
from extract.times import find_times
from extract.units import NO_ALIASES, Aliases
from schemas import Plan, Source


def parse(reading: Reading, source: Source, aliases: Aliases = NO_ALIASES) -> Plan:
    """The record of one document; `source` says which file its reading came from, `aliases`
    what an office calls its units."""
    with collector_at_rest():
        return _parse(reading, source, aliases)


def _parse(reading: Reading, source: Source, aliases: Aliases) -> Plan:
    reading = with_latin(reading)
    flow = flow_of(with_flat_tables(reading))
    letterhead = find_head(flow)
    foot = find_foot(flow, letterhead)
    head = complete(flow, letterhead, foot)
    frame, sections = find_sections(flow, head, foot)
    context = context_of(
        flow, issued_on=head.issued_on, period=head.period, issuer=head.issuer, aliases=aliases
    )
    times = list(find_times(flow.text, context, 0, len(flow.text)))
    return Plan(
        source=source,
        text=reading.text,
        document=document_of(flow, head, foot),
        outline=identified("heading", [s.heading for s in sections]),
        citations=identified("citation", find_citations(flow, frame, context, head.number)),
        campaigns=identified("campaign", find_campaigns(flow, frame, context)),
        phases=identified("phase", find_phases(flow, sections, context)),
        tasks=identified(
            "task",
            find_tasks(flow, frame, sections, context, times, head.spans.get("subject")),
        ),
        duties=identified("duty", find_duties(flow, frame, sections, context)),
        anniversaries=identified("anniversary", find_anniversaries(flow, context)),
        targets=identified("target", find_targets(flow, frame, sections, context)),
    )
