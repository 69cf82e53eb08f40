"""`kehoach gold`: a corrected document as a record that later versions are scored against."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.command import command
from kehoach.cli.documents import one_document
from kehoach.cli.output import print_json, tell
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings

if TYPE_CHECKING:
    from schemas import Plan

# What a gold record leaves out: where things stand and how they were read. These fields are
# of the reading, not of the document.
_OF_THE_READING = {
    "id", "as_written", "span", "spans", "boxes", "confidence", "mentions",
    "issuer_from_symbol", "repairs", "signatures",
}  # fmt: skip


@command(
    "gold",
    help=_("Print a document's corrected record as a gold record, for scoring."),
    examples=("gold 665/KH-SGDĐT", "gold 665/KH-SGDĐT --to corpus/samples"),
)
@click.argument("document", metavar=_("DOC"))
@click.option(
    "--to",
    "folder",
    metavar=_("FOLDER"),
    type=click.Path(path_type=Path, file_okay=False),
    help=_("Write it into a folder of its own here, with its file beside it."),
)
def gold(settings: Settings, document: str, folder: Path | None) -> Exit:
    """People's values are taken as right; what nobody corrected is as it was read."""
    from store import open_store

    with open_store(settings.db, read_only=True) as store:
        row = one_document(store, document)
        plan, original = store.plan(row.id), store.original(row.id)
        corrected = len(store.corrections(row.id))
    record = gold_record(plan)
    said = ngettext("{count} correction", "{count} corrections", corrected).format(count=corrected)
    if folder is None:
        print_json(record)
    else:
        written = _write(record, original, folder, row.name)
        said = f"{written}: {said}"
    tell(said)
    if not corrected:
        tell(_("Nobody has corrected this document: the record only repeats what was read."))
    return Exit.DONE


def gold_record(plan: "Plan") -> dict[str, object]:
    """The record without places, identities and what the program thinks of its reading."""
    record = plan.model_dump(mode="json", exclude={"source", "text"})
    kept = _without(record)
    assert isinstance(kept, dict)
    return kept


def _without(value: object) -> object:
    if isinstance(value, dict):
        kept = {key: each for key, each in value.items() if key not in _OF_THE_READING}
        if set(kept) == {"text"}:  # one of a unit's duties
            return kept["text"]
        return {key: _without(each) for key, each in kept.items()}
    if isinstance(value, list):
        return [_without(each) for each in value]
    return value


def _write(record: dict[str, object], original: bytes, folder: Path, name: str) -> Path:
    slug = re.sub(r"\s+", "-", Path(name).stem.strip()) or "document"
    home = folder / slug
    target = home / f"{slug}.gold.json"
    if target.exists():
        raise BadRequest(
            _("{file} is there already.").format(file=target),
            _("Move it away, or name another folder."),
        )
    try:
        home.mkdir(parents=True, exist_ok=True)
        (home / (slug + Path(name).suffix.lower())).write_bytes(original)
        text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadRequest(
            _("{file} can't be written: {why}").format(file=target, why=error.strerror or error),
            _("Name a folder that you may write to."),
        ) from error
    return target
