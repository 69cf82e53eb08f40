"""`kehoach ask`: a question in a sentence, how it was understood, and the answer."""

from typing import TYPE_CHECKING

import click
from rich.text import Text

from kehoach.cli.command import command, json_option
from kehoach.cli.output import console, plain, print_json, tell
from kehoach.errors import Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings

if TYPE_CHECKING:
    from kehoach.ask import Answer, Refusal


@command(
    "ask",
    help=_("Answer a question about deadlines, units, citations or findings."),
    examples=(
        "ask 'việc nào đến hạn trong quý 3 năm 2025?'",
        "ask 'viec cua phong giao duc 30 ngay toi'",
        "ask 'kế hoạch nào chưa dẫn chiếu 665/KH-SGDĐT?'",
        "ask 'which lower plans cite 665/KH-SGDĐT?'",
    ),
)
@click.argument("question", metavar=_("QUESTION"), nargs=-1, required=True)
@json_option
def ask(settings: Settings, question: tuple[str, ...], as_json: bool) -> Exit:
    """Says how it understood; what it does not understand it refuses, exit code 2."""
    from kehoach.ask import answer
    from store import open_store

    with open_store(settings.db, read_only=True) as store:
        found = answer(" ".join(question), store, settings.today, settings.lang)
    if as_json:
        print_json(_as_json(found))
    elif found.refusal:
        _refuse(found.refusal)
    else:
        _show(found, settings)
    return Exit.USAGE if found.refusal else Exit.DONE


def _refuse(refusal: "Refusal") -> None:
    tell(refusal.message)
    if refusal.suggestions:
        tell(_("You could ask:"))
        for suggestion in refusal.suggestions:
            tell(f"  {suggestion}")


def _show(found: "Answer", settings: Settings) -> None:
    from kehoach.cli.ask_rows import show_rows

    meaning = found.meaning
    assert meaning is not None
    console().print(Text(_("Understood as:"), "dim").append(f" {meaning.command}", "bold cyan"))
    if meaning.when and meaning.when.days.year_assumed and meaning.when.days.start:
        year = meaning.when.days.start.year
        tell(_("No year was named: {year} is taken.").format(year=year))
    if meaning.overdue:
        tell(_("Whether it was done is not known here: this is all whose time has passed."))
    if meaning.cited and meaning.cited.lower and meaning.cited.document is None:
        tell(_("The cited document is not stored, so its level is not known: all are shown."))
    if meaning.counted:
        said = ngettext("{count} row", "{count} rows", found.total).format(count=found.total)
        console().print(plain(said + ("+" if found.more else ""), "bold"))
        return
    show_rows(found, settings)


def _as_json(found: "Answer") -> dict[str, object]:
    if found.refusal:
        return {
            "understood": None,
            "reason": found.refusal.reason,
            "message": found.refusal.message,
            "suggestions": list(found.refusal.suggestions),
        }
    from kehoach.cli.ask_rows import row_json

    assert found.meaning is not None
    return {
        "understood": found.command,
        "kind": found.meaning.by or found.meaning.kind,
        "total": found.total,
        "rows": [] if found.meaning.counted else [row_json(row) for row in found.rows],
    }
