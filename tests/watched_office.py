"""An office with a drop folder and a watcher in a process of its own, for tests and soaks."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from conftest import clean_environment
from shared import ROOT

from store import Store, open_store

# Root without its right to read and write what it may not.
PLAIN = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
_WORDS = (
    "khảo sát|rà soát|tập huấn|tuyên truyền|kiểm tra|giám sát|tổng hợp|báo cáo|xây dựng|triển khai|"
    "học sinh|giáo viên|trường học|thư viện|phòng dịch|nông thôn|chuyển đổi số|cải cách|an toàn|"
    "giao thông|môi trường|bình đẳng|trẻ em|người cao tuổi|văn hóa|thể thao|du lịch|đất đai|"
    "ngân sách|thống kê|hộ tịch|lao động|việc làm|nhà ở|điện lực|cấp nước|thủy lợi|chăn nuôi"
).split("|")


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_be_plain() -> bool:
    """Whether permissions can be tried here."""
    if not is_root():
        return True
    if shutil.which(PLAIN[0]) is None:
        return False
    return subprocess.run([*PLAIN, "true"], capture_output=True).returncode == 0


def plan_text(number: int) -> str:
    """A small plan like no other: its number, its place and its words are its own."""
    choose = random.Random(number)
    place = f"Bình {chr(65 + number % 26)}{number}"
    day, month = number % 28 + 1, number % 12 + 1
    lines = [
        f"ỦY BAN NHÂN DÂN\nHUYỆN {place.upper()}\nSố: {number}/KH-UBND",
        f"{place}, ngày {day:02} tháng {month:02} năm 2024\n",
        "KẾ HOẠCH",
        " ".join(choose.choices(_WORDS, k=8)) + f" năm 2024 trên địa bàn huyện {place}\n",
        *(f"{n}. {' '.join(choose.choices(_WORDS, k=14))} trước ngày {n + 3}/12/2024."
          for n in range(1, 8)),
        "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\nNguyễn Văn An\n",
    ]  # fmt: skip
    return "\n".join(lines)


def until(true: Callable[[], bool], seconds: float = 60.0, every: float = 0.05) -> float:
    """Wait for something to become true; gives how long it took."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > seconds:
            raise AssertionError(f"still not true after {seconds} s")
        time.sleep(every)
    return time.monotonic() - began


class Office:
    """`root` is a folder that any account may use; `settings` are lines of kehoach.toml.
    A `plain` watcher has to ask for permissions as any account, also where we are root."""

    def __init__(
        self, still: float, settings: str = "", plain: bool = False, look: float = 0.3
    ) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="kehoach-office-"))
        self.root.chmod(0o777)
        self.plain = plain
        self.inbox = self.root / "in"
        self.inbox.mkdir(mode=0o777)
        self.inbox.chmod(0o777)
        self.db = self.root / "k.db"
        self.toml = self.root / "kehoach.toml"
        self.toml.write_text(
            f"workers = 1\n[watch]\nstill_seconds = {still}\nretry_seconds = 0.5\n"
            f"look_seconds = {look}\nsweep_seconds = 2\n{settings}",
            encoding="utf-8",
        )
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Office":
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.root, ignore_errors=True)

    def start(self, *options: str) -> subprocess.Popen[bytes]:
        env = {**clean_environment(), "PYTHONPATH": str(ROOT), "KEHOACH_SETTINGS": str(self.toml)}
        env |= {"PYTHONDONTWRITEBYTECODE": "1", "HOME": str(self.root), "TMPDIR": str(self.root)}
        words = [sys.executable, "-m", "kehoach", "watch", str(self.inbox), "--db", str(self.db)]
        if self.plain and is_root():
            words = [*PLAIN, *words]
        with (self.root / "told").open("ab") as told:
            self.process = subprocess.Popen(
                [*words, *options],
                env=env,
                cwd=self.root,
                stdout=told,
                stderr=told,
                start_new_session=True,
            )
        return self.process

    def kill(self) -> None:
        """As a power cut does: the watcher and what reads for it, without a word."""
        assert self.process
        children = children_of(self.process.pid)
        for pid in (self.process.pid, *children):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def told(self) -> str:
        return (self.root / "told").read_text(encoding="utf-8")

    def drop(self, name: str, words: str | bytes) -> Path:
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode() if isinstance(words, str) else words)
        return path

    def store(self) -> Store:
        return open_store(self.db, read_only=True)

    def count(self) -> int:
        if not self.db.exists():
            return 0
        try:
            with self.store() as store:
                return store.count_documents()
        except Exception:  # being made
            return 0

    def states(self) -> dict[str, str]:
        """By path below the folder."""
        try:
            with self.store() as store:
                rows = store.journal.rows()
        except Exception:  # being made
            return {}
        return {str(Path(row.path).relative_to(self.inbox)): row.status for row in rows}

    def is_settled(self, files: int) -> bool:
        states = self.states()
        return len(states) == files and not {"waiting", "reading"} & set(states.values())

    def originals(self) -> Counter[bytes]:
        """The bytes of each stored document."""
        with self.store() as store:
            return Counter(store.original(row.id) for row in store.documents())


def children_of(pid: int) -> list[int]:
    """Processes below a process, all the way down."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        found = [int(c) for task in tasks for c in (task / "children").read_text().split()]
    except OSError:
        return []
    return found + [below for child in found for below in children_of(child)]


def cpu_seconds(pid: int) -> float:
    """What a process and those below it have used so far."""
    total = 0.0
    for each in (pid, *children_of(pid)):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def resident_megabytes(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
