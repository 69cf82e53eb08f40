"""`kehoach import`: a database back from its Parquet files, or into another one."""

from pathlib import Path

import click

from kehoach.cli.command import command, json_option
from kehoach.cli.merge import merged_json, show_merged
from kehoach.cli.output import print_json
from kehoach.cli.waiting import say_waiting
from kehoach.errors import Exit
from kehoach.i18n import _
from kehoach.settings import Settings


@command(
    "import",
    help=_("Take in a database that was exported as a folder of Parquet files."),
    examples=("import /mnt/luu/kehoach-2025 --db moi.db",),
)
@click.argument("folder", metavar=_("FOLDER"), type=click.Path(path_type=Path, file_okay=False))
@json_option
def import_(settings: Settings, folder: Path, as_json: bool) -> Exit:
    """An empty database becomes what the other was; another one takes in what is new to it."""
    from kehoach.importing import import_parted
    from store import open_store

    with open_store(settings.db, waiting=say_waiting) as store:
        done = import_parted(folder, store, settings)
    if as_json:
        print_json(merged_json(folder, done))
    else:
        show_merged(folder, done)
    return Exit.UNREAD if done.troubles else Exit.DONE
