"""Collects what the program says into the catalogues (`make messages`).

Sources: calls of `_`, `N_` and `ngettext` in the rooms and in the page's templates, the
readers' refusals, the store's errors, and the words of click's own that people meet. New
messages come into each catalogue untranslated; messages that nobody says any more leave it.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from kehoach.locale.build import compile_catalogues

ROOT = Path(__file__).parents[2]
LOCALE_DIR = Path(__file__).parent
CLICK_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")
# Exceptions of the lower rooms whose texts are message keys: name -> positions of the texts.
SPEAKING = {
    "Unreadable": (1, 2),
    "NeedsOcr": (1, 2),
    "StoreError": (0, 1),
    "StoreBusy": (0, 1),
    "NotFound": (0, 1),
    "BadCorrection": (0, 1),
    "BadQuestion": (0, 1),
    "Trouble": (1, 2),
    "AliasError": (1,),
}
TABLES = ("REFUSALS", "NO_OCR", "PAGE_TROUBLES", "_TROUBLES")  # tables of such texts

# No dates and no tool's version: the file changes only when a message does.
HEAD = """\
# What kehoach says to people. Collected by `make messages`; translations are written here.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""

Message = str | tuple[str, str]


def messages() -> list[Message]:
    """Every message once, in order of first appearance; a pair is singular and plural."""
    found: dict[Message, None] = dict.fromkeys(_marked(ROOT / "kehoach"))
    for room in ("extract", "store", "checks"):
        for path in sorted((ROOT / room).rglob("*.py")):
            found.update(dict.fromkeys(_keys(path)))
    found.update(dict.fromkeys(_marked(Path(click.__file__).parent, CLICK_MODULES)))
    return list(found)


def _marked(folder: Path, modules: tuple[str, ...] = ()) -> Iterator[Message]:
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
    everything = [("**.py", "python"), ("**.html", "jinja2")]
    method = [(f"{name}.py", "python") for name in modules] or everything
    for _file, _line, message, _comments, _context in extract_from_dir(
        folder, method_map=method, keywords=keywords
    ):
        yield message if isinstance(message, str) else (message[0], message[1])


def _keys(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for position in SPEAKING.get(node.func.id, ()):
                yield from _texts(node.args[position : position + 1])
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(name, ast.Name) and name.id in TABLES for name in targets):
                yield from _texts([node.value])


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Sentences in the nodes; codes, which are one word, are none."""
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value:
                yield part.value


def update(language: str) -> int:
    """Bring one catalogue up to date; returns how many messages still lack a translation."""
    path = LOCALE_DIR / language / "LC_MESSAGES" / "kehoach.po"
    old = read_po(path.open("rb"), locale=language) if path.exists() else Catalog(language)
    new = Catalog(language, project="kehoach", charset="utf-8", fuzzy=False)
    missing = 0
    for message in messages():
        known = old.get(message if isinstance(message, str) else message[0])
        text = known.string if known else ""
        new.add(message, text)
        missing += language != "en" and not any(text if isinstance(text, tuple) else (text,))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEAD.format(language=language, plural=new.plural_forms).encode())
        write_po(file, new, no_location=True, omit_header=True, width=96)
    return missing


def main() -> None:
    """Update the catalogues and say what is left to translate."""
    missing = {language: update(language) for language in ("en", "vi")}
    compile_catalogues(LOCALE_DIR)
    for language, count in missing.items():
        print(f"{language}: {count} messages without a translation")  # noqa: T201
    sys.exit(any(missing.values()))


if __name__ == "__main__":
    main()
