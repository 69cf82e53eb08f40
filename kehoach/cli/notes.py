"""Notes: the copies of drafts that `kehoach check --annotate` writes."""

from collections.abc import Sequence
from pathlib import Path

from extract.errors import ReadError
from kehoach.annotate import annotated
from kehoach.cli.output import tell, tell_trouble, write_file
from kehoach.drafts import Draft
from kehoach.errors import BadRequest
from kehoach.i18n import _
from kehoach.readers import how_to_read
from kehoach.settings import Settings
from schemas import Finding


def write_notes(
    draft: Draft, findings: Sequence[Finding], folder: Path, settings: Settings
) -> bool:
    """Write a draft's copy with notes into the folder; whether the draft could be opened."""
    limits = how_to_read(settings).limits
    try:
        name, copy = annotated(
            draft.original,
            draft.path.name,
            findings,
            *draft.plans,
            at=settings.now(),
            limits=limits,
        )
    except ReadError as trouble:
        tell_trouble(draft.path, trouble)
        return False
    path = _new_place(folder, name)
    write_file(path, copy)
    tell(_("The copy with notes is {file}.").format(file=path))
    return True


def _new_place(folder: Path, name: str) -> Path:
    """A name that no file has: the last copy may have been worked on."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadRequest(
            _("{path} can't be written: {why}.").format(path=folder, why=error.strerror),
            _("Look whether the folder is yours to write to and the disk has room."),
        ) from error
    wanted = folder / name
    number = 2
    place = wanted
    while place.exists():
        place = wanted.with_stem(f"{wanted.stem} {number}")
        number += 1
    return place
