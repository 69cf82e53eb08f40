"""Reader: a killable process that reads files and looks at each document by itself.

Reading takes many cores, checking against other documents is one writer's work. What a document
does wrong whatever stands above it is therefore found where it is read.
"""

from typing import ClassVar, Final

from checks import AloneFaults
from extract.worker import GivenUp, Outcome, Worker

_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from kehoach.reader_main import main; main()"
)
_SECONDS: Final = 20.0  # to look at all documents of a file; the writer does what is not done

Alone = tuple[AloneFaults | None, ...]
"""What was found in each document; `None` where it has to be looked for again."""


class Reader(Worker):
    """Reads files for one thread at a time."""

    program: ClassVar[str] = _START

    def read_and_look(
        self, data: bytes, name: str, office: tuple[str, ...]
    ) -> tuple[Outcome, Alone]:
        """As `read`; `office` are the texts of the office's registers."""
        outcome = self.read(data, name, more=office)
        if not outcome.plans:
            return outcome, ()
        try:
            return outcome, self._found(len(outcome.plans))
        except (GivenUp, ValueError):
            self._kill()
            return outcome, (None,) * len(outcome.plans)

    def _found(self, documents: int) -> Alone:
        found = self._next(_SECONDS).get("alone")
        if not isinstance(found, list) or len(found) != documents:
            raise GivenUp("crashed")
        return tuple(AloneFaults.model_validate_json(str(each)) for each in found)
