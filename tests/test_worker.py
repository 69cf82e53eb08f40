"""The worker: a crash, a hang, a swelling or a kill is a value, and the next file is read."""

import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest
from fixtures.derived import file, pdf_bomb, signed, with_scanned_page, zip_bomb, zipped
from readings import TOOLS, needs_office, needs_posix

import extract.worker
from extract.errors import NeedsOcr
from extract.readers import Limits, Tools
from extract.worker import Worker

PLAN = "KẾ HOẠCH\nPhòng bệnh mùa lũ năm 2025\n".encode()

# A worker whose finders do what the words of the file tell them to.
WILD = """
import sys, types; sys.path.insert(0, sys.argv[1])
def parse(reading, source, aliases=None):
    import ctypes, os, signal, socket, subprocess, time
    from schemas import Plan
    words = reading.text
    if "tự sát" in words: os.kill(os.getpid(), signal.SIGSEGV)
    if "hỏng máy" in words: ctypes.string_at(0)
    if "treo" in words: time.sleep(60)
    if "sinh con" in words: subprocess.Popen(["sleep", "60"]); time.sleep(60)
    if "phình to" in words: bytearray(3 << 30)
    if "lỗi lạ" in words: raise TypeError("không ai ngờ")
    if "gọi mạng" in words: socket.create_connection(("127.0.0.1", 9), 1)
    if "hỏi tên" in words: socket.getaddrinfo("example.org", 80)
    if "ghi bậy" in words: open(words.split("ghi bậy ")[1].strip(), "w")
    if "nói nhiều" in words: os.write(1, b"x" * 100); print("y" * 100)
    return Plan(source=source, text=words)
fake = types.ModuleType("extract.parse"); fake.parse = parse; sys.modules["extract.parse"] = fake
from extract.worker_main import main; main()
"""


class Wild(Worker):
    program = WILD


@pytest.fixture(scope="module")
def wild():
    with Wild(Limits(seconds=2.0)) as worker:
        yield worker


def _say(worker, words):
    return worker.read(f"Kế hoạch {words}".encode(), "x.txt")


@needs_posix
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("tự sát", "crashed"),
        ("hỏng máy", "crashed"),
        ("treo", "too-long"),
        ("sinh con", "too-long"),
        ("phình to", "out-of-memory"),
        ("lỗi lạ", "crashed"),
        ("gọi mạng", "crashed"),
        ("hỏi tên", "crashed"),
    ],
)
def test_trouble_is_a_value_and_the_next_file_is_read(wild, words, reason):
    outcome = _say(wild, words)
    assert outcome.plans == ()
    assert outcome.trouble.reason == reason
    assert _say(wild, "bình thường").plans[0].text.startswith("Kế hoạch bình thường")


@needs_posix
def test_nothing_is_written_elsewhere(wild, tmp_path):
    target = tmp_path / "bậy.txt"
    assert _say(wild, f"ghi bậy {target}").trouble.reason == "crashed"
    assert not target.exists()


@needs_posix
def test_what_is_printed_disturbs_nobody(wild):
    assert _say(wild, "nói nhiều").trouble is None


@needs_posix
def test_programs_that_it_started_end_with_it(wild):
    _say(wild, "bình thường")
    family = wild.pid
    _say(wild, "sinh con")
    command = ["ps", "-eo", "pgid=,stat="]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.split("\n")
    left = [line.split() for line in lines if line.strip()]
    assert [stat for group, stat in left if group == str(family) and stat[0] != "Z"] == []


@needs_posix
def test_killed_from_outside(wild):
    _say(wild, "bình thường")
    pid = wild.pid
    threading.Timer(0.3, os.kill, (pid, signal.SIGKILL)).start()
    assert _say(wild, "treo").trouble.reason in ("out-of-memory", "crashed")
    assert _say(wild, "bình thường").trouble is None
    assert wild.pid != pid


def test_one_process_reads_many_files_and_leaves_nothing(tmp_path):
    with Worker(tools=Tools(scratch=tmp_path)) as worker:
        pids = set()
        for name in ("phong-chay.docx", "phong-chay.pdf"):
            outcome = worker.read(file(name), name)
            assert outcome.trouble is None
            assert outcome.plans[0].source.name == name
            pids.add(worker.pid)
        assert worker.read(b"\x00\x01" * 900, "x").trouble.reason == "unknown-type"
        assert worker.read(b"", "x").trouble.reason == "empty"
        assert len(pids) == 1
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []
    assert worker.pid is None


def test_records_come_out_as_they_are_read_here(tmp_path):
    from extract.files import plans_of

    with Worker() as worker:
        for name in ("phong-chay.docx", "phong-chay.pdf"):
            assert worker.read(file(name), name).plans == plans_of(file(name), name)


def test_every_document_of_a_bundle():
    bundle = zipped({"a.txt": PLAN, "b.docx": file("phong-chay.docx")})
    with Worker() as worker:
        plans = worker.read(bundle, "gói.zip").plans
    assert [(plan.source.name, plan.source.container) for plan in plans] == [
        ("a.txt", "gói.zip"),
        ("b.docx", "gói.zip"),
    ]


@needs_posix
def test_signatures_are_checked_without_network():
    with Worker() as worker:
        (plan,) = worker.read(signed(file("phong-chay.pdf")), "x.pdf").plans
    (signature,) = plan.document.signatures
    assert signature.by == "SỞ CÔNG THƯƠNG TỈNH VÂN SƠN"
    assert "Unchanged" in str(signature.reason)


@needs_posix
@pytest.mark.parametrize(
    ("bomb", "reasons"),
    [(pdf_bomb, {"out-of-memory", "too-long", "crashed"}), (zip_bomb, {"too-large"})],
)
def test_bombs_are_put_out(bomb, reasons):
    with Worker(Limits(seconds=20.0)) as worker:
        outcome = worker.read(bomb(), "x")
        assert outcome.trouble.reason in reasons
        assert worker.read(PLAN, "x.txt").trouble is None


@needs_posix
def test_pages_for_ocr_get_time_of_their_own(tmp_path):
    slow = tmp_path / "tesseract"
    slow.write_text("#!/bin/sh\ncat >/dev/null\nsleep 0.5\n")
    slow.chmod(0o755)
    data = with_scanned_page(file("phong-chay.pdf"), 0, 72)
    limits = Limits(seconds=1.5, ocr_page_seconds=30.0)
    with Worker(limits, Tools(tesseract=slow)) as worker:
        worker.read(PLAN, "warm.txt")
        outcome = worker.read(data, "x.pdf")
    assert outcome.trouble is None


def test_pictures_wait_for_tesseract():
    from fixtures.derived import scan

    with Worker(tools=Tools()) as worker:
        trouble = worker.read(scan(file("phong-chay.pdf"), 72, [0]), "x.pdf").trouble
    assert isinstance(trouble, NeedsOcr)


@needs_office
def test_office_files_in_the_scratch_folder_only(tmp_path):
    tools = Tools(soffice=TOOLS.soffice, scratch=tmp_path)
    with Worker(tools=tools) as worker:
        (plan,) = worker.read(file("phong-chay.odt"), "x.odt").plans
    assert plan.source.read_by == "odt"
    assert list(tmp_path.iterdir()) == []


@needs_posix
def test_no_worker_outlives_its_owner(tmp_path):
    """The reader's process ends with the program that started it, however that ended."""
    root = Path(extract.worker.__file__).resolve().parent.parent
    program = (
        "import os, sys, signal\n"
        f"sys.path.insert(0, {str(root)!r})\n"
        "from extract.worker import Worker\n"
        "worker = Worker(); worker.read('Kế hoạch phòng bệnh'.encode(), 'x.txt')\n"
        "print(worker.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [os.sys.executable, "-c", program], capture_output=True, text=True, timeout=60,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    pid = int(done.stdout)
    for _ in range(50):
        if not Path(f"/proc/{pid}").exists() or _is_zombie(pid):
            break
        time.sleep(0.1)
    else:
        pytest.fail(f"process {pid} still runs")


def _is_zombie(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True
