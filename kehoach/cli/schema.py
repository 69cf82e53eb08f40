"""`kehoach schema`."""

from kehoach.cli.command import command
from kehoach.cli.output import print_json
from kehoach.errors import Exit
from kehoach.i18n import _
from kehoach.settings import Settings


@command(
    "schema",
    help=_("Print the JSON Schema of the record."),
    examples=("schema > record.schema.json",),
)
def schema(settings: Settings) -> Exit:
    """The shape that `kehoach extract` prints."""
    from schemas import Plan

    print_json(Plan.model_json_schema(mode="serialization"))
    return Exit.DONE
