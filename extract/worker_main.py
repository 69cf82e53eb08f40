"""Worker, the process: takes bytes on its input, answers JSON on its output, until the end.

Not imported by the program itself; `extract.worker` starts it.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

from extract.errors import ReadError
from extract.readers.limits import Limits, Tools
from extract.readers.refusals import refuse
from extract.worker import HEADER
from extract.worker_guard import guard
from schemas import Plan

Answer = dict[str, object]
Job = Callable[[dict[str, object], bytes, Callable[[Answer], None]], Answer]
"""What is done with a message and its bytes; may send other answers before the last one."""
Look = Callable[[tuple[Plan, ...], object], Answer]
"""What is done with documents that were read, where the message asks `more` of them."""


def main(look: Look | None = None) -> None:
    """Reads files until the input ends; the answer of `look` follows that with the records."""
    serve(partial(_reading, look))


def serve(prepare: Callable[[Limits, Tools], Job]) -> None:
    """Guards the process, prepares the job, then does it for each message until the end."""
    source, target = _pipes()
    first, _ = _receive(source)
    limits, tools = _limits(first), _tools(first)
    _settle(tools.scratch)
    guard(limits.memory, tools.scratch or Path(tempfile.gettempdir()))
    job = prepare(limits, tools)
    _send(target, {"kind": "ready"})
    while True:
        try:
            message, data = _receive(source)
        except EOFError:
            return
        try:
            answer = job(message, data, lambda early: _send(target, early))
        except ReadError as error:
            answer = _trouble(error)
        except MemoryError:
            answer = _trouble(refuse("out-of-memory"))
        except Exception:
            answer = _trouble(refuse("crashed"))
        data = b""
        _send(target, answer)


def _reading(look: Look | None, limits: Limits, tools: Tools) -> Job:
    from extract.files import plans_of  # loads the finders and their patterns
    from extract.units import read_aliases

    def read(message: dict[str, object], data: bytes, tell: Callable[[Answer], None]) -> Answer:
        plans = plans_of(
            data,
            str(message["name"]),
            limits=limits,
            tools=tools,
            notify=lambda pages: tell({"kind": "ocr", "pages": pages}),
            aliases=read_aliases(str(message.get("aliases") or "")),
        )
        answer: Answer = {"kind": "plans", "plans": [plan.model_dump_json() for plan in plans]}
        if look is None or "more" not in message:
            return answer
        tell(answer)
        return look(plans, message["more"])

    return read


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Input and output for messages; whatever else is printed goes nowhere."""
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return source, target


def _settle(scratch: Path | None) -> None:
    """Everything that wants a folder of its own gets the scratch folder."""
    if scratch is None:
        return
    tempfile.tempdir = str(scratch)
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(scratch)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    sys.dont_write_bytecode = True


def _receive(source: IO[bytes]) -> tuple[dict[str, object], bytes]:
    head = source.read(HEADER.size)
    if len(head) < HEADER.size:
        raise EOFError
    (size,) = HEADER.unpack(head)
    message = json.loads(source.read(size))
    return message, source.read(int(message.get("size", 0)))


def _send(target: IO[bytes], answer: dict[str, object]) -> None:
    body = json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass")
    target.write(HEADER.pack(len(body)) + body)
    target.flush()


def _limits(message: dict[str, object]) -> Limits:
    return Limits(**message["limits"])  # type: ignore[arg-type]


def _tools(message: dict[str, object]) -> Tools:
    given = dict(message["tools"])  # type: ignore[call-overload]
    for name in ("tesseract", "soffice", "certificates", "scratch"):
        given[name] = Path(given[name]) if given[name] else None
    given["rules_out"] = frozenset(given["rules_out"])
    return Tools(**given)


def _trouble(error: ReadError) -> dict[str, object]:
    return {
        "kind": "trouble",
        "reason": error.reason,
        "message": error.message,
        "advice": error.advice,
    }
