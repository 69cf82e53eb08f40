"""Old Word, RTF and OpenDocument text, by way of LibreOffice, which turns them into DOCX."""

import contextlib
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from extract.readers.docx import read_docx
from extract.readers.limits import Limits, Tools
from extract.readers.media import DOC, ODT, RTF
from extract.readers.refusals import refuse
from extract.reading import Reading
from schemas import ReadBy

_ENDINGS: Final[dict[str, tuple[str, ReadBy]]] = {
    DOC: (".doc", "doc"),
    RTF: (".rtf", "rtf"),
    ODT: (".odt", "odt"),
}
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_LOCKED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_WORD_MAGIC: Final = b"\xec\xa5"
_LOCKED_FLAG: Final = 0x01


def read_office(data: bytes, media: str, limits: Limits, tools: Tools) -> Reading:
    """The document in `data`; raises Unreadable (`no-office`, `damaged`, `encrypted`, …)."""
    if media == DOC:
        _check_doc(data)
    if tools.soffice is None or "office" in tools.rules_out:
        raise refuse("no-office")
    ending, read_by = _ENDINGS[media]
    with tempfile.TemporaryDirectory(prefix="office-", dir=tools.scratch) as folder:
        converted = _convert(data, Path(folder), ending, limits, tools)
    reading = read_docx(converted, limits)
    return replace(reading, media_type=media, read_by=read_by)


def _check_doc(data: bytes) -> None:
    """An OLE file may be a spreadsheet, a mail, or a DOCX behind a password."""
    if _LOCKED_STREAM in data:
        raise refuse("encrypted")
    if _WORD_STREAM not in data:
        raise refuse("unknown-type" if len(data) > 4096 else "damaged")
    # The file information block usually lies in the first sector ([MS-DOC] 2.5.1, fEncrypted).
    if data[512:514] == _WORD_MAGIC and data[512 + 0x0B] & _LOCKED_FLAG:
        raise refuse("encrypted")


def _convert(data: bytes, folder: Path, ending: str, limits: Limits, tools: Tools) -> bytes:
    source = folder / f"document{ending}"
    source.write_bytes(data)
    profile = (tools.scratch or folder) / "office-profile"
    command = [
        str(tools.soffice), f"-env:UserInstallation={profile.as_uri()}",
        # Run by root it would write into its own installation.
        f"-env:UNO_SHARED_PACKAGES_CACHE={(profile / 'shared').as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    try:
        subprocess.run(
            command, capture_output=True, cwd=folder, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise refuse("too-long") from error
    except OSError as error:
        raise refuse("no-office") from error
    with contextlib.suppress(OSError):
        return (folder / "document.docx").read_bytes()
    raise refuse("office-failed")
