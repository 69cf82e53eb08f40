"""Damaged files by the thousand: each must be read, or refused with a reason that fits.

    fuzz_readers.py [--files 2000] [--seed 1] [--keep DIR]

Seeded: the same seed makes the same files. Bytes are flipped, cut out, put in, repeated and
spliced from another file, over every format. Exit code 1 where a file crashed the reader,
was refused with a reason that does not fit its kind, or left a process behind; with `--keep`
such files are written to a folder.
"""

import argparse
import os
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from fixtures.derived import file, picture, scan, signed, zipped  # noqa: E402

from extract.readers import Limits, Tools, find_tools  # noqa: E402
from extract.readers.encodings import TCVN3, VNI, Legacy  # noqa: E402
from extract.worker import Worker  # noqa: E402

PLAN = (
    "UBND XÃ HÒA AN\nTRẠM Y TẾ\nSố: 05/KH-TYT\nHòa An, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\n"
    "Phòng bệnh mùa lũ năm 2026\nThực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban "
    "nhân dân xã, Trạm Y tế xây dựng kế hoạch như sau:\nI. NHIỆM VỤ\n1. Phun thuốc trước ngày "
    "15/6/2026.\n2. Tập huấn cho cộng tác viên trong tháng 7/2026.\n"
)
# Why a damaged file of a kind may be refused; whatever else is wrong.
FITTING: dict[str, frozenset[str]] = {
    "text": frozenset({"unknown-type", "noise", "empty", "damaged"}),
    "docx": frozenset({"damaged", "empty", "noise", "encrypted", "unknown-type", "too-large"}),
    "pdf": frozenset({"damaged", "empty", "noise", "no-ocr", "encrypted", "unknown-type"}),
    "office": frozenset({"damaged", "empty", "noise", "encrypted", "unknown-type", "too-long"}),
    "image": frozenset({"damaged", "empty", "noise", "unknown-type", "too-large"}),
    "bundle": frozenset(
        {"damaged", "empty", "noise", "encrypted", "unknown-type", "too-large", "no-ocr"}
    ),
}


_SLOW = ("office", "image")


@dataclass
class Tally:
    """What came of the files."""

    came_to: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0


def sources(office: bool, ocr: bool) -> dict[str, tuple[str, bytes]]:
    """Sound files by name, each with its kind."""
    plain = file("phong-chay.pdf")
    page = f"<html><meta charset=utf-8><p>{PLAN.replace(chr(10), '<p>')}</html>"
    mail = f"From: a@vd.vn\nTo: b@vd.vn\nSubject: Ke hoach\nMIME-Version: 1.0\n\n{PLAN}"
    found = {
        "plan.txt": ("text", PLAN.encode()),
        "utf16.txt": ("text", PLAN.encode("utf-16")),
        "page.html": ("text", page.encode()),
        "plan.docx": ("docx", file("phong-chay.docx")),
        "loose.docx": ("docx", _stored(file("phong-chay.docx"))),
        "plan.pdf": ("pdf", plain),
        "mixed.pdf": ("pdf", file("phong-chay-mixed-fonts.pdf")),
        "signed.pdf": ("pdf", signed(plain, ("38", (172, 698, 192, 714)))),
        "scan.pdf": ("pdf", scan(plain, 50, [3])),
        **{f"{each.name}.txt": ("text", _old(each)) for each in (TCVN3, VNI)},
        "bundle.zip": ("bundle", zipped({"a.txt": PLAN.encode(), "b.pdf": plain})),
        "mail.eml": ("bundle", mail.encode()),
    }
    if office:
        found.update(
            {f"plan.{e}": ("office", file(f"phong-chay.{e}")) for e in ("doc", "rtf", "odt")}
        )
    if ocr:
        found.update({f"photo.{e}": ("image", _photo(plain, e)) for e in ("png", "jpeg", "tiff")})
    return found


def _old(legacy: Legacy) -> bytes:
    """What the encoding's own examples say, a line each, several times."""
    return ("\n".join(old for old, _ in legacy.examples) * 8).encode("cp1252", "replace")


def _photo(data: bytes, ending: str) -> bytes:
    target = BytesIO()
    picture(data, 3, 60).save(target, ending)
    return target.getvalue()


def _stored(data: bytes) -> bytes:
    """The same package without compression, so that damage reaches the XML."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(target, "w") as loose:
        for name in packed.namelist():
            loose.writestr(name, packed.read(name))
    return target.getvalue()


# --- damage ----------------------------------------------------------------------------


def _flipped(data: bytearray, chance: random.Random, _: bytes) -> bytearray:
    for _ in range(chance.choice((1, 3, 20, 200))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def _overwritten(data: bytearray, chance: random.Random, _: bytes) -> bytearray:
    at = chance.randrange(len(data))
    size = chance.choice((4, 64, 1024))
    data[at : at + size] = chance.randbytes(size)
    return data


def _cut_off(data: bytearray, chance: random.Random, _: bytes) -> bytearray:
    return data[: chance.randrange(1, len(data))]


def _cut_out(data: bytearray, chance: random.Random, _: bytes) -> bytearray:
    at = chance.randrange(len(data))
    del data[at : at + chance.choice((1, 16, 400, 5000))]
    return data


def _repeated(data: bytearray, chance: random.Random, _: bytes) -> bytearray:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.choice((8, 300, 3000))]
    data[at:at] = piece * chance.choice((2, 30))
    return data


def _spliced(data: bytearray, chance: random.Random, other: bytes) -> bytearray:
    return data[: chance.randrange(1, len(data))] + other[chance.randrange(len(other)) :]


def _numbers(data: bytearray, chance: random.Random, _: bytes) -> bytearray:
    """Digits changed: lengths, offsets and counts that no longer agree."""
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    for at in chance.sample(places, min(len(places), chance.choice((1, 5, 40)))):
        data[at] = chance.randrange(48, 58)
    return data


DAMAGES: tuple[Callable[[bytearray, random.Random, bytes], bytearray], ...] = (
    _flipped, _overwritten, _cut_off, _cut_out, _repeated, _spliced, _numbers,
)  # fmt: skip


def damaged_files(
    count: int, seed: int, office: bool, ocr: bool
) -> Iterator[tuple[str, str, bytes]]:
    """`(name, kind, bytes)` of each damaged file; few for LibreOffice and tesseract, which are
    slow."""
    chance = random.Random(seed)
    sound = sources(office, ocr)
    names = [name for name, (kind, _) in sound.items() if kind not in _SLOW]
    slow = [name for name, (kind, _) in sound.items() if kind in _SLOW]
    for number in range(count):
        name = chance.choice(slow) if slow and number % 25 == 24 else chance.choice(names)
        kind, data = sound[name]
        other = sound[chance.choice(names)][1]
        changed = bytearray(data)
        for damage in chance.choices(DAMAGES, k=chance.choice((1, 1, 2))):
            changed = damage(changed, chance, other) or changed
        spliced = other if len(changed) > len(data) else b""
        yield f"{number:05}-{name}", "bundle" if spliced else kind, bytes(changed)


def run(count: int, seed: int, keep: Path | None = None, slow: bool = True) -> Tally:
    """Read the files in one worker and tally what became of them; `slow` with the programs of
    this machine."""
    own = find_tools()
    tools = Tools(soffice=own.soffice, tesseract=own.tesseract) if slow else Tools()
    tally = Tally()
    limits = Limits(seconds=20.0, pages=50)
    files = damaged_files(count, seed, tools.soffice is not None, tools.tesseract is not None)
    families: set[int] = set()
    with tempfile.TemporaryDirectory() as scratch:
        with Worker(limits, replace(tools, scratch=Path(scratch))) as worker:
            for name, kind, data in files:
                began = time.monotonic()
                outcome = worker.read(data, name)
                families |= {worker.pid} if worker.pid else set()
                tally.slowest = max(tally.slowest, time.monotonic() - began)
                reason = outcome.trouble.reason if outcome.trouble else "read"
                tally.came_to[f"{kind} {reason}"] += 1
                if reason != "read" and reason not in FITTING[kind]:
                    tally.wrong.append(f"{name}: {reason}")
                    if keep:
                        keep.mkdir(parents=True, exist_ok=True)
                        (keep / name).write_bytes(data)
        tally.wrong += [f"{each.name}: left behind" for each in Path(scratch).iterdir()]
    tally.wrong += [f"process {pid}: left behind" for pid in families if _is_there(pid)]
    return tally


def _is_there(family: int) -> bool:
    """Whether a process of the family that a worker headed still runs."""
    try:
        os.killpg(family, 0)
    except (ProcessLookupError, AttributeError):
        return False
    return True


def main() -> int:
    """Run from the command line; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    began = time.monotonic()
    tally = run(args.files, args.seed, args.keep)
    for what, count in sorted(tally.came_to.items()):
        print(f"{count:6} {what}")
    seconds = time.monotonic() - began
    print(f"{args.files} files in {seconds:.0f} s, the slowest {tally.slowest:.1f} s")
    for line in tally.wrong:
        print("WRONG", line)
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
