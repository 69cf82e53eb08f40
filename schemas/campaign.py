"""Campaign (phong trào, cuộc vận động, cuộc thi, chủ đề): a named movement."""

from typing import Literal

from schemas.base import Grounded, Noun, Span
from schemas.period import Period

CampaignKind = Literal["phong trào thi đua", "cuộc vận động", "cuộc thi", "chủ đề"]


class Mention(Noun):
    """A further mention of a campaign, with any period that is printed there."""

    as_written: str
    period: Period | None = None
    span: Span | None = None


class Campaign(Grounded):
    """One distinct movement of a document, named as first quoted."""

    name: str
    kind: CampaignKind = "phong trào thi đua"
    period: Period | None = None
    mentions: tuple[Mention, ...] = ()
