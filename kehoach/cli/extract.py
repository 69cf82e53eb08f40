"""`kehoach extract`: files to records, no database."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kehoach.cli.command import command
from kehoach.cli.output import tell, tell_trouble, write_file
from kehoach.errors import BadRequest, Exit
from kehoach.i18n import _, ngettext
from kehoach.intake import find_files
from kehoach.progress import with_progress
from kehoach.readers import ReadFile
from kehoach.reading import read_files
from kehoach.settings import Settings
from schemas import Plan


@command(
    "extract",
    help=_("Read files and print what they say as JSON. No database is touched."),
    examples=(
        "extract 'KH 12 UBND.pdf'",
        "extract corpus/samples --out outputs/records",
    ),
)
@click.argument(
    "paths",
    metavar=_("FILE..."),
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, readable=False),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help=_("A folder: write one JSON file for each document, named as its file."),
)
@click.option(
    "--html",
    is_flag=True,
    help=_("With --out: also a page for each document, its items marked in the text."),
)
@click.option(
    "--docbin",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Also write the documents to one file for spaCy, as a DocBin."),
)
def extract(
    settings: Settings, paths: Sequence[Path], out: Path | None, html: bool, docbin: Path | None
) -> Exit:
    """One file goes to standard output, many into a folder."""
    files = list(find_files(paths))
    if out is None and (html or docbin):
        raise BadRequest(
            _("--html and --docbin go with --out."),
            _("Name one file, or a folder for the records with --out."),
        )
    if out is None and len(files) != 1:
        raise BadRequest(
            _("There are {count} files.").format(count=len(files)),
            _("Name one file, or a folder for the records with --out."),
        )
    results = with_progress(read_files(files, settings), files, _("Reading"))
    if out is None:
        return _print_one(next(iter(results)))
    return _write_all(results, out, html, docbin)


def _print_one(result: ReadFile) -> Exit:
    if result.trouble:
        tell_trouble(result.path, result.trouble)
        return Exit.UNREAD
    first, *others = result.plans
    sys.stdout.write(first.model_dump_json(indent=1) + "\n")
    if others:
        count = len(others)
        tell(
            ngettext(
                "The file holds one more document; --out writes all of them.",
                "The file holds {count} more documents; --out writes all of them.",
                count,
            ).format(count=count)
        )
    return Exit.DONE


def _write_all(results: Iterator[ReadFile], out: Path, html: bool, docbin: Path | None) -> Exit:
    read = written = failed = 0
    taken: set[str] = set()
    plans: list[Plan] = []
    _make_folder(out)
    for result in results:
        if result.trouble:
            failed += 1
            tell_trouble(result.path, result.trouble)
            continue
        read += 1
        for plan in result.plans:
            written += 1
            target = out / _free_name(result.path.stem, taken)
            write_file(target, plan.model_dump_json(indent=1) + "\n")
            if html:
                from extract.spacy_docs import displacy_page

                write_file(target.with_suffix(".html"), displacy_page(plan))
            if docbin:
                plans.append(plan)
    if docbin:
        from extract.spacy_docs import docbin_of

        docbin.write_bytes(docbin_of(tuple(plans)))
    tell(
        _("Read {read} files, could not read {failed}; {written} records are in {folder}.").format(
            read=read, failed=failed, written=written, folder=out
        )
    )
    return Exit.UNREAD if failed else Exit.DONE


def _free_name(stem: str, taken: set[str]) -> str:
    """`plan.json`, then `plan-2.json` for a further document or a further file of that stem."""
    name, rank = f"{stem}.json", 1
    while name.casefold() in taken:
        rank += 1
        name = f"{stem}-{rank}.json"
    taken.add(name.casefold())
    return name


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadRequest(
            _("The folder {folder} can't be made: {why}.").format(
                folder=folder, why=error.strerror
            ),
            _("Name another one with --out."),
        ) from error
