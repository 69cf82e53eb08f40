"""`kehoach backup`: a consistent copy of the database and its originals."""

import shutil
from dataclasses import replace
from pathlib import Path

import click

from kehoach.cli.command import command
from kehoach.cli.output import tell
from kehoach.errors import Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings


@command(
    "backup",
    help=_("Copy the database and its original files, while others read and write."),
    examples=("backup /mnt/sao-luu/kehoach.db",),
)
@click.argument("target", metavar=_("FILE"), type=click.Path(path_type=Path, dir_okay=False))
def backup(settings: Settings, target: Path) -> Exit:
    """An earlier copy at the same place is replaced once the new one is complete."""
    from store import open_store

    with open_store(settings.db, read_only=True) as store:
        copied = store.back_up(target)
    # What people wrote in the register on the page is as dear as what they corrected.
    written = settings.page_register
    if written.exists():
        shutil.copyfile(written, replace(settings, db=target).page_register)
    tell(
        ngettext(
            "The copy is {path}; {count} original file was new to it.",
            "The copy is {path}; {count} original files were new to it.",
            copied,
        ).format(path=target, count=copied)
    )
    return Exit.DONE
