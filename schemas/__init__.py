"""The nouns: frozen pydantic models, the only things that pass any door between rooms."""

from schemas.anniversary import Anniversary
from schemas.base import Box, Grounded, Noun, Span
from schemas.campaign import Campaign, CampaignKind, Mention
from schemas.citation import Citation, Role
from schemas.document import Capacity, Document, Recipient, Signature, Signer
from schemas.duty import Duty, DutyText
from schemas.finding import DocumentRef, Evidence, Finding, Severity, Status
from schemas.outline import Heading
from schemas.period import Period
from schemas.phase import Phase
from schemas.plan import Plan
from schemas.source import ReadBy, ReadWarning, Source
from schemas.target import Target
from schemas.task import Task
from schemas.time import Alternative, Precision, TaskTime
from schemas.unit import Level, Unit

__all__ = [
    "Alternative",
    "Anniversary",
    "Box",
    "Campaign",
    "CampaignKind",
    "Capacity",
    "Citation",
    "Document",
    "DocumentRef",
    "Duty",
    "DutyText",
    "Evidence",
    "Finding",
    "Grounded",
    "Heading",
    "Level",
    "Mention",
    "Noun",
    "Period",
    "Phase",
    "Plan",
    "Precision",
    "ReadBy",
    "ReadWarning",
    "Recipient",
    "Role",
    "Severity",
    "Signature",
    "Signer",
    "Source",
    "Span",
    "Status",
    "Target",
    "Task",
    "TaskTime",
    "Unit",
]
