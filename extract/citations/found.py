"""Found: a citation in the making, from its anchor on."""

from dataclasses import dataclass

from extract.citations.anchor import Anchor
from extract.citations.subjects import Subject
from extract.citations.tail import Tail
from schemas import Role, Unit


@dataclass(slots=True)
class Found:
    """What is known of a citation so far; each step of the finder adds to it.

    `nested` says that it stands in another's subject, `after` that its issuer stands after the
    number.
    """

    anchor: Anchor
    tail: Tail
    subject: Subject | None = None
    nested: bool = False
    issuer: Unit | None = None
    after: bool = False
    role: Role = "mention"

    @property
    def end(self) -> int:
        """Where its words end, the subject's included."""
        return max(self.tail.end, self.subject.end if self.subject else 0)
