"""Reading any fixture opens no socket and writes nothing outside its scratch folder.

A process of its own reads them all under an audit hook that reports what it sees; system
calls of native code are watched with strace where it is installed.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.derived import changed, file, scan, signed, with_scanned_page, zipped
from readings import TOOLS, needs_posix

ROOT = Path(__file__).resolve().parent.parent
LINK = rb"{\rtf1 {\field{\*\fldinst INCLUDEPICTURE http://127.0.0.1:9/c.png}} Ke hoach}"
READ = """
import json, os, sys
sys.dont_write_bytecode = True
root, folder, scratch, tesseract, soffice = sys.argv[1:6]
sys.path.insert(0, root)
import tempfile
tempfile.tempdir = scratch
for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"): os.environ[name] = scratch
from pathlib import Path
from extract.errors import ReadError
from extract.files import plans_of
from extract.readers import Tools
seen, done = [], []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
def watch(event, arguments):
    if event.startswith("socket.") and not (event == "socket.__new__" and arguments[1] == 1):
        seen.append([event, repr(arguments)[:200]])
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        if isinstance(arguments[0], str) and not arguments[0].startswith((scratch, "/dev/null")):
            seen.append([event, arguments[0]])
sys.addaudithook(watch)
tools = Tools(tesseract=Path(tesseract) if tesseract else None,
              soffice=Path(soffice) if soffice else None, scratch=Path(scratch))
for path in sorted(Path(folder).iterdir()):
    try:
        plans_of(path.read_bytes(), path.name, tools=tools)
        done.append([path.name, "read"])
    except ReadError as trouble:
        done.append([path.name, trouble.reason])
print(json.dumps({"seen": seen, "done": done}))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Every kind of file, one of each; those that call home included."""
    folder = tmp_path_factory.mktemp("fixtures")
    plain = file("phong-chay.pdf")
    home = b'<html><img src="http://127.0.0.1:9/a.png"><link href="http://127.0.0.1:9/b.css">'
    files = {
        **{name: file(name) for name in ("phong-chay.docx", "phong-chay.pdf", "phong-chay.odt")},
        "mixed.pdf": file("phong-chay-mixed-fonts.pdf"),
        "signed.pdf": signed(plain, ("38", (172, 698, 192, 714))),
        "changed.pdf": changed(signed(plain)),
        "scanned.pdf": with_scanned_page(plain, 3, 100),
        "pictures.pdf": scan(plain, 72, [3]),
        "cut.pdf": plain[:9000],
        "page.html": home + "<p>Kế hoạch phòng bệnh mùa lũ</p>".encode(),
        "link.rtf": LINK,
        "bundle.zip": zipped({"a.docx": file("phong-chay.docx"), "b.pdf": plain}),
        "noise.bin": bytes(range(256)) * 40,
        "plain.txt": "Kế hoạch phòng bệnh mùa lũ".encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def _command(folder, scratch):
    programs = [str(each) if each else "" for each in (TOOLS.tesseract, TOOLS.soffice)]
    return [sys.executable, "-c", READ, str(ROOT), str(folder), str(scratch), *programs]


def test_no_socket_and_no_writing_elsewhere(folder, tmp_path):
    done = subprocess.run(_command(folder, tmp_path), capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["seen"] == []
    told = dict(found["done"])
    assert len(told) == len(list(folder.iterdir()))
    for name in ("phong-chay.docx", "phong-chay.pdf", "mixed.pdf", "signed.pdf", "bundle.zip"):
        assert told[name] == "read"
    assert told["cut.pdf"] == "damaged"
    assert told["noise.bin"] == "unknown-type"


def test_the_test_sees_a_socket_and_a_file(folder, tmp_path):
    """The same watch, with a reader that misbehaves, must report it."""
    bad = READ.replace(
        "        plans_of(",
        "        import socket; socket.socket(); open(root + '/.ci-probe', 'a').close()\n"
        "        os.unlink(root + '/.ci-probe'); plans_of(",
    )
    command = _command(folder, tmp_path)
    command[2] = bad.replace("sorted(Path(folder).iterdir())", "[Path(folder) / 'plain.txt']")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    events = [event for event, _ in json.loads(done.stdout)["seen"]]
    assert "socket.__new__" in events
    assert "open" in events


@needs_posix
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_native_code_opens_no_socket(folder, tmp_path):
    log = tmp_path / "calls"
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    watch = ["strace", "-f", "-qq", "-e", "trace=connect,bind,sendto", "-o", str(log)]
    done = subprocess.run(
        [*watch, *_command(folder, scratch)], capture_output=True, text=True, timeout=115,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": ""},
    )  # fmt: skip
    if "ptrace" in done.stderr or "PTRACE" in done.stderr:
        pytest.skip("strace may not trace here")
    far = [line for line in log.read_text().splitlines() if "AF_INET" in line]
    assert far == []
