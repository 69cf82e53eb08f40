"""Worker: a process of its own that reads files, is used again, and can be killed.

What comes from outside may hang, crash or swell the program that reads it. It does so here,
in a process without network, with limits on time, memory and output; the caller gets a value.
The process is fed bytes and answers JSON, so that it is never believed more than its text.
"""

import contextlib
import json
import queue
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import IO, ClassVar, Final

from extract.errors import NeedsOcr, ReadError, Unreadable
from extract.readers.limits import Limits, Tools
from extract.readers.refusals import refuse
from extract.worker_system import died_of_memory, end_family, own_family
from schemas import Plan

ROOT: Final = Path(__file__).resolve().parent.parent
HEADER: Final = struct.Struct(">Q")
LARGEST_ANSWER: Final = 256 << 20
START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from extract.worker_main import main; main()"
)
START_SECONDS: Final = 60.0
_FILES_A_LIFE: Final = 400


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a file came to: its documents, or the trouble that kept it from them."""

    plans: tuple[Plan, ...] = ()
    trouble: ReadError | None = None


class Worker:
    """Reads one file after another in a process of its own; for one thread at a time.

    Use as a context manager, or `close` it: nothing of it outlives that. `program` is what
    the process runs; its argument is the folder that holds the rooms. `aliases` is the text
    of an office's file of names (`extract.units.aliases`).
    """

    program: ClassVar[str] = START

    def __init__(
        self, limits: Limits | None = None, tools: Tools | None = None, aliases: str = ""
    ) -> None:
        self._limits = limits or Limits()
        self._aliases = aliases
        self._tools = tools or Tools()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._scratch: Path | None = None
        self._files = 0

    def __enter__(self) -> "Worker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    @property
    def pid(self) -> int | None:
        """The process that reads, if one is there."""
        return self._process.pid if self._process else None

    def read(self, data: bytes, name: str, **more: object) -> Outcome:
        """The documents in `data`; never raises on account of the data. `more` is for a
        `program` that does more than read."""
        if not data:
            return Outcome(trouble=refuse("empty"))
        if len(data) > self._limits.file_bytes:
            return Outcome(trouble=refuse("too-large"))
        try:
            self._be_ready()
            about = {"name": name, "size": len(data), "aliases": self._aliases}
            self._send({**about, **more}, data)
            return self._receive()
        except GivenUp as given_up:
            self._kill()
            return Outcome(trouble=refuse(given_up.key))

    def close(self) -> None:
        """Ends the process and removes its folder."""
        self._kill()

    def _be_ready(self) -> None:
        if self._process and (self._process.poll() is not None or self._files >= _FILES_A_LIFE):
            self._kill()
        if self._process is None:
            self._start()
        self._files += 1

    def _start(self) -> None:
        self._scratch = Path(tempfile.mkdtemp(prefix="kehoach-", dir=self._tools.scratch))
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-c", self.program, str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._scratch,
            **own_family(),
        )
        self._files = 0
        self._answers = queue.Queue()
        output = self._process.stdout
        assert output is not None
        threading.Thread(target=_listen, args=(output, self._answers), daemon=True).start()
        tools = replace(self._tools, scratch=self._scratch)
        self._send({"limits": asdict(self._limits), "tools": _plain(tools)}, b"")
        if self._next(START_SECONDS).get("kind") != "ready":
            raise GivenUp("crashed")

    def _send(self, message: dict[str, object], data: bytes) -> None:
        """Writes from a thread of its own: a process that hangs may not read either."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        head = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
        threading.Thread(
            target=_write, args=(process.stdin, HEADER.pack(len(head)), head, data), daemon=True
        ).start()

    def _receive(self) -> Outcome:
        began = time.monotonic()
        allowed = self._limits.seconds
        while True:
            answer = self._next(allowed - (time.monotonic() - began))
            kind = answer.get("kind")
            if kind == "ocr":
                allowed += self._limits.ocr_page_seconds * min(
                    int(str(answer.get("pages"))), self._limits.pages
                )
            elif kind == "plans":
                return Outcome(plans=_plans(answer))
            elif kind == "trouble":
                return Outcome(trouble=trouble_of(answer))
            else:
                raise GivenUp("crashed")

    def _next(self, seconds: float) -> dict[str, object]:
        try:
            answer = self._answers.get(timeout=max(seconds, 0.0))
        except queue.Empty as error:
            raise GivenUp("too-long") from error
        if answer is None:
            raise GivenUp(self._cause_of_death())
        try:
            found = json.loads(answer)
        except ValueError as error:
            raise GivenUp("crashed") from error
        if not isinstance(found, dict):
            raise GivenUp("crashed")
        return found

    def _cause_of_death(self) -> str:
        process = self._process
        assert process is not None
        return "out-of-memory" if died_of_memory(process, self._limits.memory) else "crashed"

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end_family(process)
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._scratch = None


class GivenUp(Exception):
    """The process is of no more use; `key` is the refusal that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _plain(tools: Tools) -> dict[str, object]:
    found = asdict(tools)
    found["rules_out"] = sorted(tools.rules_out)
    return {key: str(value) if isinstance(value, Path) else value for key, value in found.items()}


def _plans(answer: dict[str, object]) -> tuple[Plan, ...]:
    plans = answer.get("plans")
    try:
        return tuple(Plan.model_validate_json(str(each)) for each in plans or ())  # type: ignore[attr-defined]
    except (ValueError, TypeError) as error:
        raise GivenUp("crashed") from error


def trouble_of(answer: dict[str, object]) -> ReadError:
    kind = NeedsOcr if answer.get("reason") == "no-ocr" else Unreadable
    reason, message, advice = (str(answer.get(key)) for key in ("reason", "message", "advice"))
    return kind(reason, message, advice)  # type: ignore[arg-type]


def _listen(output: IO[bytes], answers: "queue.Queue[bytes | None]") -> None:
    """Puts each answer into the queue, and `None` once there will be no more."""
    with contextlib.suppress(OSError, ValueError):
        while True:
            head = output.read(HEADER.size)
            if len(head) < HEADER.size:
                break
            (size,) = HEADER.unpack(head)
            if size > LARGEST_ANSWER:
                break
            body = output.read(size)
            if len(body) < size:
                break
            answers.put(body)
    answers.put(None)


def _write(pipe: IO[bytes], *parts: bytes) -> None:
    with contextlib.suppress(OSError, ValueError):
        for part in parts:
            pipe.write(part)
        pipe.flush()
