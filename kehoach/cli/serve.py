"""`kehoach serve`: the page for the office; `kehoach account`: who may open it."""

import sys
import threading
from dataclasses import replace

import click

from kehoach.cli.command import command, one_of
from kehoach.cli.output import console, plain, simple_table, tell
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _
from kehoach.settings import Settings

_PORT = 8321
_ROLES = ("reader", "clerk", "admin")


@command(
    "serve",
    help=_("Open the web page: deadlines, findings, documents beside their records."),
    examples=("serve", "serve --port 9000", "serve --host 0.0.0.0 --db /srv/kehoach/plans.db"),
)
@click.option(
    "--host",
    default="127.0.0.1",
    help=_("The address to listen on; any but this machine's own needs accounts."),
)
@click.option("--port", type=click.IntRange(1, 65535), default=_PORT, help=_("The port."))
def serve(settings: Settings, host: str, port: int) -> Exit:
    """Runs until it is stopped. Accounts, once there are any, are asked for everywhere."""
    import uvicorn

    from kehoach.cli.rechecks import catch_up
    from kehoach.web.accounts import Accounts, accounts_path
    from kehoach.web.app import make_app
    from kehoach.web.guard import is_local

    path = accounts_path(settings.db)
    accounts = Accounts(path) if path.exists() else None
    if accounts and not accounts.listed():
        accounts.close()
        accounts = None
    if accounts is None and not is_local(host):
        raise BadRequest(
            _("Without accounts the page is only for this machine, not for {host}.").format(
                host=host
            ),
            _("Make the first account: kehoach account NAME --role admin"),
        )
    app = make_app(settings, accounts)
    # Beside the first visitors, and in this process, which may end at any time.
    behind = replace(settings, workers=0)
    threading.Thread(target=catch_up, args=(behind,), daemon=True).start()
    tell(_("The page is at http://{host}:{port}/ (Ctrl-C stops it).").format(host=host, port=port))
    uvicorn.run(
        app, host=host, port=port, log_level="warning", server_header=False, access_log=False
    )
    return Exit.DONE


@command(
    "account",
    help=_("List the accounts of the web page, make or change one, or remove one."),
    examples=("account", "account lan --role clerk", "account lan --remove"),
)
@click.argument("name", metavar=_("[NAME]"), required=False)
@click.option("--role", type=click.Choice(_ROLES), help=_("What the account may do."))
@click.option("--remove", is_flag=True, help=_("Take the account away."))
@click.option(
    "--password-stdin", is_flag=True, help=_("Read the password from standard input, a line.")
)
def account(
    settings: Settings, name: str | None, role: str | None, remove: bool, password_stdin: bool
) -> Exit:
    """The password is asked for twice and never shown."""
    from kehoach.web.accounts import ROLE_WORDS, ROLES, Accounts, accounts_path

    accounts = Accounts(accounts_path(settings.db))
    try:
        if name and remove:
            accounts.remove(name, who=settings.actor, at=settings.now())
        elif name:
            kept = one_of(ROLES, role)
            if kept is None:
                raise BadRequest(_("The role is missing."), _("Write --role reader, clerk, admin."))
            password = _password(password_stdin)
            accounts.keep(name, kept, password, who=settings.actor, at=settings.now())
        table = simple_table()
        for heading in (_("Name"), _("Role")):
            table.add_column(heading)
        for one in accounts.listed():
            table.add_row(plain(one.name), plain(_(ROLE_WORDS[one.role])))
        console().print(table)
    finally:
        accounts.close()
    return Exit.DONE


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    asked = click.prompt(_("Password"), hide_input=True, confirmation_prompt=True)
    assert isinstance(asked, str)
    return asked
