"""Coverage-guided fuzzing of the readers: bytes of any kind to a reading, in this process.

    fuzz_bytes.py [-max_total_time=60] [CORPUS] [any other option of libFuzzer]

Starts from one small file of every format. Whatever the bytes, there are readings, or a refusal
of the closed list; any other exception fails. What lies in libraries of other languages (PDF's
drawing, text recognition) is not followed; `fuzz_readers.py` damages those files by the
thousand behind the worker that may be killed. What is kept lies in `outputs/fuzz-bytes`.
"""

import importlib
import pkgutil
import shutil
import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["extract.readers"]):
    import extract.readers
    from extract.readers import Limits, Tools, read_bytes

    for module in pkgutil.walk_packages(extract.readers.__path__, "extract.readers."):
        importlib.import_module(module.name)  # else imported when first needed, and not followed

from fixtures.derived import zipped  # noqa: E402

from extract.errors import ReadError  # noqa: E402

LARGEST = 96 << 10
LIMITS = Limits(file_bytes=LARGEST, pages=20, members=20, expansion=4 << 20, chars=400_000)
TOOLS = Tools()  # neither tesseract nor LibreOffice: only what is read in this process
MAIL = (
    b"Subject: ke hoach\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nK\xe1\xba\xbe HO\xe1\xba\xa0CH\r\n"
    b"--x\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nS\xe1\xbb\x91: 1/KH"
    b"\r\n--x--\r\n"
)
PAGE = "<html><meta charset=utf-8><p>KẾ HOẠCH<table><tr><td>TT<td>Việc</table></html>"


def check(data: bytes) -> None:
    """One file: readings or a refusal."""
    try:
        readings = read_bytes(data, "x", limits=LIMITS, tools=TOOLS)
    except ReadError:
        return
    for reading in readings:
        if len(reading.text) > LIMITS.chars:
            raise RuntimeError("longer than the limit")


def _seeds(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in (ROOT / "corpus" / "samples").glob("*/*.*"):
        if path.suffix in (".docx", ".pdf") and path.stat().st_size < LARGEST:
            shutil.copy(path, folder)
    text = "Số: 12/KH-UBND\nKẾ HOẠCH\n1. Rà soát trước ngày 5/6/2026.\n"
    (folder / "text").write_text(text, encoding="utf-8")
    (folder / "wide").write_text(text, encoding="utf-16")
    (folder / "old").write_text(text, encoding="cp1258", errors="ignore")
    (folder / "mail").write_bytes(MAIL)
    (folder / "page").write_text(PAGE, encoding="utf-8")
    (folder / "bundle").write_bytes(zipped({"a.txt": text.encode(), "b.html": PAGE.encode()}))


def main() -> None:
    """Hand over to libFuzzer, which ends the process."""
    options = [word for word in sys.argv[1:] if word.startswith("-")]
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    corpus = Path(named[0]) if named else ROOT / "outputs" / "fuzz-bytes"
    failures = corpus.with_name(f"{corpus.name}-failures")
    failures.mkdir(parents=True, exist_ok=True)
    _seeds(corpus)
    given = (f"-max_len={LARGEST}", "-timeout=30", f"-artifact_prefix={failures}/")
    atheris.Setup(
        [sys.argv[0], *given, "-verbosity=1", "-print_final_stats=1", *options, str(corpus)], check
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
