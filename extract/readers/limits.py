"""Limits of reading one file, and the tools and folders that readers may use."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. The worker enforces time and memory, readers the rest.

    `seconds` is for the whole file; each page that goes to OCR adds `ocr_page_seconds`.
    `memory` and `file_bytes` are bytes, `chars` the length of the canonical text of all
    documents of the file together. `depth`, `members` and `expansion` (bytes after
    unpacking) hold for bundles, mails and zipped office files alike.
    """

    seconds: float = 60.0
    ocr_page_seconds: float = 10.0
    memory: int = 1 << 30
    file_bytes: int = 512 << 20
    pages: int = 2_000
    chars: int = 12_000_000
    depth: int = 3
    members: int = 500
    expansion: int = 512 << 20
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class Tools:
    """Programs and folders outside of Python; `None` means that it is not there.

    `certificates` is a folder of PEM or DER certificates that the office trusts. `scratch`
    is the only folder that reading may write to (the system's temporary one if `None`).
    `rules_out` switches OCR or office conversion off although the program is there.
    """

    tesseract: Path | None = None
    soffice: Path | None = None
    certificates: Path | None = None
    scratch: Path | None = None
    ocr_language: str = "vie"
    ocr_processes: int = 1
    rules_out: frozenset[str] = field(default_factory=frozenset)


def find_tools(certificates: Path | None = None, scratch: Path | None = None) -> Tools:
    """The tools of this machine, looked up in the usual places."""
    import shutil

    tesseract = shutil.which("tesseract")
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    return Tools(
        tesseract=Path(tesseract) if tesseract else None,
        soffice=Path(soffice) if soffice else None,
        certificates=certificates,
        scratch=scratch,
    )
