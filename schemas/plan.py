"""Plan (kế hoạch): the record of one parsed document."""

from schemas.anniversary import Anniversary
from schemas.base import Noun
from schemas.campaign import Campaign
from schemas.citation import Citation
from schemas.document import Document
from schemas.duty import Duty
from schemas.outline import Heading
from schemas.phase import Phase
from schemas.source import Source
from schemas.target import Target
from schemas.task import Task


class Plan(Noun):
    """Everything that was read from one document; all spans point into `text`."""

    contract: str = "1"
    source: Source
    text: str
    document: Document = Document()
    outline: tuple[Heading, ...] = ()
    citations: tuple[Citation, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    phases: tuple[Phase, ...] = ()
    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    targets: tuple[Target, ...] = ()

    @property
    def id(self) -> str:
        """The store's identity of the document, or one made from its bytes before that."""
        return self.source.document_id or self.source.sha256[:12]

    @property
    def name(self) -> str:
        """What people call it: the file's name."""
        return self.source.name
