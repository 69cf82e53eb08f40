"""What is installed, what is missing and how to get it, and whether the database is whole."""

import datetime as dt
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.readers import find_tools
from kehoach import __version__
from kehoach.i18n import _
from kehoach.settings import Settings
from store import open_store

_SURELY_LEFT = dt.timedelta(days=1)  # no file takes so long to be written
_APT = "sudo apt-get install {package}"


@dataclass(frozen=True)
class Part:
    """One thing looked at. `advice` says what to do where it is not well."""

    name: str
    well: bool
    detail: str
    advice: str = ""


def programs() -> Iterator[Part]:
    """This program, and those of the system that it can do without."""
    yield Part("kehoach", True, f"{__version__}, Python {platform.python_version()}, {sys.prefix}")
    tools = find_tools()
    for name, path, package, purpose in (
        ("tesseract", tools.tesseract, "tesseract-ocr", _("reading scans")),
        ("LibreOffice", tools.soffice, "libreoffice-writer-nogui", _("reading .doc, .rtf, .odt")),
    ):
        detail = (
            str(path) if path else _("not installed; needed for {purpose}").format(purpose=purpose)
        )
        yield Part(name, path is not None, detail, _APT.format(package=package))
    if tools.tesseract:
        well = _reads_vietnamese(tools.tesseract)
        detail = "vie" if well else _("not installed; scans can't be read without it")
        yield Part(
            _("Vietnamese for tesseract"), well, detail, _APT.format(package="tesseract-ocr-vie")
        )


def _reads_vietnamese(tesseract: Path) -> bool:
    try:
        told = subprocess.run(
            [tesseract, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "vie" in told.stdout.split()


def database(settings: Settings, *, thorough: bool) -> Iterator[Part]:
    """The database: opened (and brought up to date), then looked through. Raises `StoreError`."""
    name = _("Database")
    if not settings.db.exists():
        advice = _("kehoach ingest FOLDER makes it.")
        yield Part(name, True, _("{path}: not there yet").format(path=settings.db), advice)
        return
    with open_store(settings.db) as store:
        store.sweep(settings.now() - _SURELY_LEFT)
        troubles = store.examine(thorough=thorough)
        count = store.count_documents()
    if not troubles:
        detail = _("{path}: whole, {count} documents").format(path=settings.db, count=count)
        yield Part(name, True, detail)
    for trouble in troubles:
        yield Part(
            name,
            False,
            _(trouble.message).format(**trouble.values),
            _(trouble.advice).format(**trouble.values),
        )
