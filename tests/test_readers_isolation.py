"""Reading any fixture opens no socket and writes nothing outside its scratch folder.

A process of its own reads them all under an audit hook that reports what it sees; system
calls of native code and of the programs it starts are watched with strace where that is
installed.
"""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.derived import (
    FILES,
    changed,
    docx_with,
    encrypted,
    file,
    nested,
    picture,
    scan,
    signed,
    with_scanned_page,
    zipped,
)
from readings import TOOLS

from extract.readers.encodings import TCVN3

ROOT = Path(__file__).resolve().parent.parent
LINK = rb"{\rtf1 {\field{\*\fldinst INCLUDEPICTURE http://127.0.0.1:9/c.png}} Ke hoach}"
WATCH = ["strace", "-f", "--seccomp-bpf", "-qq"]


def _may_trace():
    """Not every machine lets a process be watched, though strace is there."""
    if shutil.which("strace") is None:
        return False
    probe = [*WATCH, "-o", os.devnull, "-e", "trace=connect", "true"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


STRACE = _may_trace()
CALLS = (
    "connect,bind,sendto,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,"
    "unlink,unlinkat,rmdir,symlink,symlinkat,link,linkat,truncate,chmod,fchmodat"
)
WRITES = re.compile(
    r"\A\d+\s+(?:open\w*\(.*(?:O_WRONLY|O_RDWR|O_CREAT)"
    r"|(?:creat|mkdir|rename|unlink|rmdir|symlink|link|truncate|f?chmod)\w*\()"
)
# LibreOffice's own door between its processes: a socket, gone when it ends, that it puts nowhere
# else.
DEVICES = ("/dev/null", "/dev/tty", "/proc/self/", "/dev/shm/", "/tmp/OSL_PIPE_")
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
CHANGES = {"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink"}
def watch(event, arguments):
    if event.startswith("socket.") and not (event == "socket.__new__" and arguments[1] == 1):
        seen.append([event, repr(arguments)[:200]])
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
    if (writes or event in CHANGES) and isinstance(arguments[0], str):
        if not os.path.abspath(arguments[0]).startswith((scratch, "/dev/null")):
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
    fetched = b"<w:p><w:r><w:t>&out;</w:t></w:r></w:p>"
    outside = (
        b'<!DOCTYPE x [<!ENTITY out SYSTEM "http://127.0.0.1:9/d">]><w:document xmlns:w="http://'
        b'schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
    )
    mail = b"From: a@vd.vn\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + home
    files = {
        **{path.name: path.read_bytes() for path in sorted(FILES.iterdir())},
        "signed.pdf": signed(plain, ("38", (172, 698, 192, 714))),
        "changed.pdf": changed(signed(plain)),
        "locked.pdf": encrypted(plain),
        "scanned.pdf": with_scanned_page(plain, 3, 100),
        "pictures.pdf": scan(plain, 72, [3]),
        "photo.png": _photo(plain),
        "cut.pdf": plain[:9000],
        "page.html": home + "<p>Kế hoạch phòng bệnh mùa lũ</p>".encode(),
        "mail.eml": mail + "<p>Kế hoạch phòng bệnh mùa lũ</p>".encode(),
        "link.rtf": LINK,
        "outside.docx": docx_with({"word/document.xml": outside % fetched}),
        "bundle.zip": zipped({"a.docx": file("phong-chay.docx"), "b.pdf": plain}),
        "deep.zip": nested(plain, 6),
        "noise.bin": bytes(range(256)) * 40,
        "plain.txt": "Kế hoạch phòng bệnh mùa lũ".encode(),
        "tcvn3.txt": "\n".join(old for old, _ in TCVN3.examples).encode("cp1252", "replace"),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def _photo(data):
    target = io.BytesIO()
    picture(data, 3, 72).save(target, "PNG")
    return target.getvalue()


def _command(folder, scratch):
    programs = [str(each) if each else "" for each in (TOOLS.tesseract, TOOLS.soffice)]
    return [sys.executable, "-c", READ, str(ROOT), str(folder), str(scratch), *programs]


@pytest.fixture(scope="module")
def watched(folder, tmp_path_factory):
    """`(what the hook reported, system calls or None, scratch folder)` of one reading of all."""
    room = tmp_path_factory.mktemp("room")
    scratch, log = room / "scratch", room / "calls"
    scratch.mkdir()
    command = _command(folder, scratch)
    if STRACE:
        command = [*WATCH, "-e", f"trace={CALLS}", "-o", str(log), *command]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=170, cwd=scratch,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    calls = log.read_text(errors="replace").splitlines() if log.exists() else None
    return json.loads(done.stdout), calls, scratch


def test_no_socket_and_no_writing_elsewhere(folder, watched):
    found, _, _ = watched
    assert found["seen"] == []
    told = dict(found["done"])
    assert len(told) == len(list(folder.iterdir()))
    for name in ("phong-chay.docx", "phong-chay.pdf", "signed.pdf", "bundle.zip", "mail.eml"):
        assert told[name] == "read"
    if TOOLS.soffice:
        assert told["phong-chay.doc"] == told["phong-chay.rtf"] == told["phong-chay.odt"] == "read"
    if TOOLS.tesseract:
        assert told["pictures.pdf"] == told["photo.png"] == "read"
    assert told["cut.pdf"] == "damaged"
    assert told["locked.pdf"] == "encrypted"
    assert told["deep.zip"] == "too-large"
    assert told["noise.bin"] == "unknown-type"


@pytest.mark.skipif(not STRACE, reason="strace is not installed, or may not trace here")
def test_programs_that_are_started_write_only_to_the_scratch_folder(watched):
    """LibreOffice and tesseract, which no audit hook sees."""
    _, calls, scratch = watched
    assert any(f'"{scratch}' in call for call in calls)  # something was seen at all
    assert [call for call in calls if "AF_INET" in call] == []
    writing = [call for call in calls if " = -1 " not in call and WRITES.search(call)]
    paths = [path for call in writing for path in re.findall(r'"(/[^"]*)"', call)]
    far = sorted({path for path in paths if not path.startswith((str(scratch), *DEVICES))})
    assert "\n".join(far) == ""


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
