"""What is said while another program writes to the database."""

from kehoach.cli.output import tell
from kehoach.i18n import _


def say_waiting(seconds: int) -> None:
    """For `open_store(waiting=…)`, which calls it about once a second."""
    if seconds in (1, 10, 30):
        tell(_("Another program is writing to the database; waiting …"))
