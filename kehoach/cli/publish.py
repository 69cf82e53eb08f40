"""`kehoach publish`: what the database knows, on a PostgreSQL server of the office."""

import click

from kehoach.cli.command import command, json_option
from kehoach.cli.output import console, plain, print_json, simple_table
from kehoach.errors import Exit
from kehoach.i18n import _
from kehoach.settings import Settings


@command(
    "publish",
    help=_("Copy what was read to a PostgreSQL server, with views of the same names."),
    examples=(
        "publish postgresql://vanthu@db.example.vn/congviec",
        "publish 'postgresql://vanthu@localhost/congviec?schema=ke_hoach' --json",
    ),
)
@click.argument("server", metavar="postgresql://…")
@json_option
def publish(settings: Settings, server: str, as_json: bool) -> Exit:
    """Only what changed is written there; those who ask see all of it or the state before."""
    from kehoach.publish import publish as bring
    from kehoach.publish.address import address_of
    from store import open_store

    address = address_of(server, user=settings.actor, password=settings.server_password)
    with open_store(settings.db, read_only=True) as store:
        done = bring(store, address, settings.now())
    if as_json:
        print_json([vars(one) for one in done])
        return Exit.DONE
    table = simple_table()
    for title in (_("Table"), _("Rows"), _("New"), _("Changed"), _("Gone")):
        table.add_column(title, justify="left" if title == _("Table") else "right")
    for one in done:
        table.add_row(*map(plain, (one.table, one.rows, one.new, one.changed, one.gone)))
    console().print(table)
    console().print(plain(_("Published to {server}.").format(server=address)))
    return Exit.DONE
