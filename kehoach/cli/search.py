"""`kehoach search`: full text, with or without marks."""

from typing import TYPE_CHECKING

import click
from rich.padding import Padding
from rich.text import Text

from kehoach.cli.command import command, json_option
from kehoach.cli.output import console, day, plain, print_json, printable
from kehoach.errors import Exit
from kehoach.i18n import _, ngettext
from kehoach.settings import Settings

if TYPE_CHECKING:
    from store.search import SearchHit


@command(
    "search",
    help=_("Find documents by their words, typed with or without marks."),
    examples=("search duoi nuoc", "search '\"phòng cháy\" trường học'", "search 665/KH-SGDĐT"),
)
@click.argument("words", metavar=_("WORDS..."), nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), default=20, help=_("As many documents; 20 unless said.")
)
@json_option
def search(settings: Settings, words: tuple[str, ...], limit: int, as_json: bool) -> Exit:
    """The best first, each with the sentence in which the words stand closest."""
    from store import open_store

    with open_store(settings.db, read_only=True) as store:
        page = store.search(" ".join(words), limit=limit)
    if as_json:
        hits = [hit.model_dump(mode="json") for hit in page.hits]
        print_json({"hits": hits, "total": page.total, "more": page.more})
        return Exit.DONE
    count = ngettext("{count} document", "{count} documents", page.total).format(count=page.total)
    console().print(plain(count + ("+" if page.more else ""), "bold"))
    for hit in page.hits:
        show_hit(hit)
    return Exit.DONE


def show_hit(hit: "SearchHit") -> None:
    """The document, and under it the sentence with the words."""
    row = hit.document
    head = [
        plain(row.number or row.name, "bold cyan"),
        plain(day(row.issued_on)),
        plain(row.subject or row.name),
        plain(f"[{row.id}]", "dim"),
    ]
    console().print()
    console().print(Text(" ").join(part for part in head if part))
    console().print(Padding(_marked(hit), (0, 0, 0, 4)))


def _marked(hit: "SearchHit") -> Text:
    """The sentence on one line, its words standing out."""
    flat = "".join(" " if char.isspace() else printable(char)[:1] for char in hit.sentence)
    text = Text(flat)
    for start, end in hit.words:
        text.stylize("bold yellow", start, end)
    return text
