"""`kehoach ingest`: files and folders into the database, checked as they come."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from kehoach.cli.command import Place, command, json_option
from kehoach.cli.fates import fate_json, show_fate, show_summary
from kehoach.cli.output import print_json, tell
from kehoach.cli.waiting import say_waiting
from kehoach.errors import Exit
from kehoach.i18n import _
from kehoach.intake import find_files
from kehoach.progress import with_progress
from kehoach.settings import Settings


@command(
    "ingest",
    help=_("Read files and folders into the database and check what is new against what is there."),
    examples=(
        "ingest corpus/inbox",
        "ingest 'Kế hoạch 2025' 'KH 12.pdf' --workers 4 --json",
        "ingest s3://van-thu/2025 --cluster tcp://10.0.0.5:8786",
    ),
)
@click.argument(
    "paths",
    metavar=_("PATH..."),
    nargs=-1,
    required=True,
    type=Place(),
)
@click.option(
    "--workers",
    type=click.IntRange(0, 256),
    help=_("Files that are read at once; 0 reads and stores in turn."),
)
@click.option(
    "--cluster",
    metavar="tcp://HOST:PORT",
    help=_("Read on the machines of this Dask scheduler; they must see the same paths."),
)
@json_option
def ingest(
    settings: Settings,
    paths: Sequence[Path],
    workers: int | None,
    cluster: str | None,
    as_json: bool,
) -> Exit:
    """One line a file and a summary; exit code 3 where some file could not be read."""
    from extract.worker_system import give_way
    from kehoach.cli.rechecks import check_what_waits
    from kehoach.looked import Looked
    from kehoach.pipeline import as_checked
    from kehoach.pipeline import ingest as take_in
    from store import open_store

    give_way()
    if workers is not None:
        settings = replace(settings, workers=workers, cluster="")
    if cluster:
        settings = replace(settings, cluster=cluster)
    files = list(find_files(paths))
    if not files:
        tell(_("There is nothing to read there."))
    fates = []
    with open_store(settings.db, waiting=say_waiting) as store:
        looked = Looked()
        taken = take_in(files, store, settings, looked=looked)
        for fate in with_progress(taken, files, _("Reading")):
            fates.append(fate)
            if not as_json:
                show_fate(fate)
        check_what_waits(store, settings, looked)
        fates = as_checked(fates, store)
    summary = Counter(fate.status for fate in fates)
    if as_json:
        print_json({"files": [fate_json(fate) for fate in fates], "summary": summary})
    else:
        show_summary(fates, settings.db)
    return Exit.UNREAD if any(fate.is_unread for fate in fates) else Exit.DONE
