"""Measure the page: `python tests/bench/bench_web.py --plans 100000`.

Builds a database of made-up plans with findings (or uses one again, `--db`), starts the server
as an office does, and asks each page many times with other words each time: p50 and p95 of the
time until the answer is there, and the server's processor time for one. Then fifty readers ask
a page every two seconds each while another process takes plans in. `--json FILE` keeps it all.
Ends with 1 where a bar is missed: 100 ms for a page alone, 300 ms with fifty readers.
"""

import argparse
import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

import httpx

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_store import build  # noqa: E402 - found through the line above
from plans import FIELDS, FIRST_YEAR, PROVINCES, YEARS, make_plan  # noqa: E402

from schemas import DocumentRef, Evidence, Finding, Span  # noqa: E402
from store import open_store  # noqa: E402

ALONE, TOGETHER = 100.0, 300.0  # ms
TODAY = "2025-05-12"
RULES = ("A01", "A07", "B03", "C01", "C16", "C17", "D01", "E07")
Ask = Callable[[random.Random], str]


@dataclass(frozen=True)
class Figure:
    """Milliseconds; `cpu` is the server's processor time for one answer."""

    page: str
    asked: int
    p50: float
    p95: float
    cpu: float | None = None


def main() -> int:
    """Build, ask alone, ask together, print."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="bench-web-") as folder:
        path = arguments.db or Path(folder, "plans.db")
        build(path, arguments.plans, arguments.seed)
        plant(path)
        pages = pages_of(path)
        with served(path) as server:
            alone = [one_page(server, name, ask, arguments.samples) for name, ask in pages.items()]
            together, errors = asyncio.run(
                readers(server, pages, path, arguments.readers, arguments.seconds)
            )
    show("each page alone", alone, ALONE)
    show(f"{arguments.readers} readers and a writer, {errors} errors", together, TOGETHER)
    if arguments.json:
        kept = {"alone": [asdict(one) for one in alone], "errors": errors,
                "together": [asdict(one) for one in together]}  # fmt: skip
        arguments.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
    every = next((one for one in together if one.page == "all"), None)
    missed = errors or any(one.p95 > ALONE for one in alone) or (every and every.p95 > TOGETHER)
    return 1 if missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--plans", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--samples", type=int, default=100, help="of each page")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0, help="that the readers ask")
    parser.add_argument("--db", type=Path, help="keep the database here, or use it again")
    parser.add_argument("--json", type=Path, help="keep the figures here")
    return parser.parse_args()


def plant(path: Path) -> None:
    """Two findings for each plan, where there are none yet: the page must list them too."""
    with open_store(path) as store:
        if store.count_findings():
            return
        rows = store.connection.execute("SELECT id, name FROM documents").fetchall()
        chance = random.Random(1)
        with store.batch():
            for row in rows:
                store.save_findings(row["id"], [_finding(row, n, chance) for n in range(2)])
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.connection.execute("PRAGMA optimize")


def _finding(row: dict[str, str], n: int, chance: random.Random) -> Finding:
    reference = DocumentRef(id=row["id"], name=row["name"])
    weights = ("error", "warn", "note")
    evidence = Evidence(document=reference, as_written="Căn cứ", span=Span(start=0, end=9))
    return Finding.model_validate(
        {
            "id": f"{row['id']}-{n}",
            "rule": chance.choice(RULES),
            "name": "made-up",
            "severity": chance.choices(weights, (1, 2, 6))[0],
            "document": reference,
            "message": "Viện dẫn này cần được xem lại.",
            "message_en": "This citation needs a look.",
            "advice": "Đối chiếu văn bản gốc.",
            "evidence": (evidence,),
        }
    )


def pages_of(path: Path) -> dict[str, Ask]:
    """What is asked, by the name of the page."""
    with open_store(path, read_only=True) as store:
        first = """SELECT d.id FROM documents d JOIN findings f ON f.id = d.id || '-1'
            ORDER BY d.doc LIMIT 20000"""
        ids = [row[0] for row in store.connection.execute(first)]

    def field(chance: random.Random) -> str:
        return chance.choice(FIELDS)[0]

    def place(chance: random.Random) -> str:
        return chance.choice(PROVINCES)

    def unit(chance: random.Random) -> str:
        return quote(f"{chance.choice(('Sở', 'Phòng', 'Chi cục'))} {field(chance)}")

    def days(chance: random.Random) -> str:
        return f"quarter=Q{chance.randrange(1, 5)}&year={FIRST_YEAR + chance.randrange(YEARS)}"

    def month(chance: random.Random) -> str:
        return f"{FIRST_YEAR + chance.randrange(YEARS)}-{chance.randrange(1, 13):02}"

    def words(chance: random.Random) -> str:
        return quote(" ".join(chance.choice(FIELDS)[1].split()[:3]))

    return {
        "today": lambda _c: "/",
        "deadlines quarter": lambda c: f"/deadlines?{days(c)}",
        "deadlines, page 9": lambda c: f"/deadlines?{days(c)}&page=9",
        "deadlines of a unit": lambda c: f"/deadlines?{days(c)}&unit={unit(c)}",
        "deadlines of a level": lambda c: f"/deadlines?{days(c)}&level=province-department",
        "deadlines of a field": lambda c: f"/deadlines?{days(c)}&field={quote(field(c))}",
        "deadlines, all": lambda _c: "/deadlines",
        "deadlines through": lambda c: f"/deadlines?{days(c)}&overlapping=1",
        "calendar": lambda c: f"/deadlines?view=month&month={month(c)}",
        "calendar of a unit": lambda c: f"/deadlines?view=month&month={month(c)}&unit={unit(c)}",
        "timeline": lambda c: f"/deadlines?view=timeline&{days(c)}",
        "timeline of a unit": lambda c: (
            f"/deadlines?view=timeline&by=unit&{days(c)}&unit={unit(c)}"
        ),
        "documents": lambda c: f"/documents?page={c.randrange(1, 20)}",
        "documents of a year": lambda c: f"/documents?year={FIRST_YEAR + c.randrange(YEARS)}",
        "documents by subject": lambda c: f"/documents?order=subject&page={c.randrange(1, 9)}",
        "documents of an issuer": lambda c: f"/documents?issuer={unit(c)}",
        "documents with words": lambda c: f"/documents?q={words(c)}",
        "one document": lambda c: f"/documents/{c.choice(ids)}",
        "findings": lambda c: f"/findings?page={c.randrange(1, 20)}",
        "findings of a rule": lambda c: f"/findings?rule={c.choice(RULES)}&severity=error",
        "findings of an office": lambda c: f"/findings?office={unit(c)}",
        "findings of a field": lambda c: f"/findings?field={quote(field(c))}",
        "findings of a level": lambda _c: "/findings?level=province",
        "one finding": lambda c: f"/findings/{c.choice(ids)}-1",
        "register": lambda _c: "/register",
        "register, units": lambda c: f"/register?part=units&q={quote(field(c))}",
        "ask": lambda c: (
            "/ask?q=" + quote(f"việc của Sở {field(c)} {c.choice(PROVINCES)} trong quý 3 năm 2024")
        ),
        "changes": lambda _c: "/log",
        "take in": lambda _c: "/drop",
    }


class served:  # noqa: N801 - reads as what it gives
    """The server as it is started by hand; gives its address and process."""

    def __init__(self, path: Path) -> None:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port: int = one.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self._path = path

    def __enter__(self) -> "served":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kehoach", "serve", "--db", self._path, "--today", TODAY,
             "--port", str(self.port)],
            cwd=ROOT, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for _attempt in range(300):
            try:
                httpx.get(self.base + "/api/v1/health")
                return self
            except httpx.HTTPError:
                time.sleep(0.1)
        raise TimeoutError(self.base)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    def cpu(self) -> float:
        """Seconds of processor time of the server and its children so far."""
        ticks = 0
        for process in _family(self._process.pid):
            try:
                fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            below = [int(one) for one in children.read_text().split()]
        except OSError:
            continue
        for one in below:
            yield from _family(one)


def one_page(server: served, name: str, ask: Ask, samples: int) -> Figure:
    """One page, asked by one reader with other words each time."""
    chance = random.Random(name)
    times: list[float] = []
    with httpx.Client(base_url=server.base, timeout=60) as client:
        client.get(ask(chance))
        before = server.cpu()
        for _ in range(samples):
            path = ask(chance)
            began = time.perf_counter()
            answer = client.get(path)
            times.append(1000 * (time.perf_counter() - began))
            if answer.status_code != 200:
                raise RuntimeError(f"{path}: {answer.status_code}")
        spent = 1000 * (server.cpu() - before) / samples
    return _figure(name, times, spent)


async def readers(
    server: served, pages: dict[str, Ask], path: Path, count: int, seconds: float
) -> tuple[list[Figure], int]:
    """Figures by page, those of all first, and how many answers were none."""
    times: dict[str, list[float]] = {name: [] for name in pages}
    errors = 0
    until = time.monotonic() + seconds

    async def read(number: int) -> None:
        nonlocal errors
        chance = random.Random(number)
        await asyncio.sleep(2 * chance.random())
        async with httpx.AsyncClient(base_url=server.base, timeout=30) as client:
            while time.monotonic() < until:
                name = chance.choice(list(pages))
                began = time.perf_counter()
                try:
                    answer = await client.get(pages[name](chance))
                    errors += answer.status_code != 200
                except httpx.HTTPError:
                    errors += 1
                took = time.perf_counter() - began
                times[name].append(1000 * took)
                await asyncio.sleep(max(0.0, 2 - took))

    with tempfile.TemporaryDirectory(prefix="bench-inbox-") as inbox:
        writer = await _writer(path, Path(inbox))
        await asyncio.gather(*(read(number) for number in range(count)))
        if writer.returncode is None:
            writer.terminate()
        await writer.wait()
    every = [one for several in times.values() for one in several]
    by_page = [_figure(name, several) for name, several in times.items() if several]
    return [_figure("all", every), *by_page], errors


async def _writer(path: Path, inbox: Path) -> asyncio.subprocess.Process:
    """A process that takes in new plans, each read and checked, until it is ended."""
    for n in range(400):
        plan = make_plan(7, 10_000_000 + time.time_ns() % 1_000_000_000 + n)
        Path(inbox, plan.name).write_text(plan.text, encoding="utf-8")
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kehoach", "ingest", str(inbox), "--db", str(path),
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _figure(page: str, times: list[float], cpu: float | None = None) -> Figure:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return Figure(page, len(ordered), round(ordered[len(ordered) // 2], 1), round(p95, 1),
                  None if cpu is None else round(cpu, 1))  # fmt: skip


def show(title: str, figures: list[Figure], bar: float) -> None:
    """A table; what misses the bar is marked."""
    print(f"\n{title} (ms; bar: p95 under {bar:.0f})")
    print(f"  {'page':28} {'asked':>6} {'p50':>8} {'p95':>8} {'cpu':>8}")
    for one in figures:
        cpu = "" if one.cpu is None else f"{one.cpu:8.1f}"
        mark = "  <--" if one.p95 > bar else ""
        print(f"  {one.page:28} {one.asked:6} {one.p50:8.1f} {one.p95:8.1f} {cpu}{mark}")


if __name__ == "__main__":
    sys.exit(main())
