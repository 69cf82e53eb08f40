"""What several test files share: the command line as a process, and the shared folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from shared import ABSENT, ROOT, shared_folder

from kehoach.cli.main import run
from kehoach.i18n import speak

settings.register_profile(
    "kehoach", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("kehoach")


@dataclass(frozen=True)
class Answer:
    """What a run of the command line came to."""

    returncode: int
    stdout: str
    stderr: str


Kehoach = Callable[..., Answer]


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    """Whatever the test before spoke."""
    speak("vi")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder of real documents; the test is skipped where it is not."""
    folder = shared_folder()
    if folder is None:
        pytest.skip(ABSENT)
    return folder


def clean_environment() -> dict[str, str]:
    """The environment without anything that is meant for us."""
    return {k: v for k, v in os.environ.items() if not k.startswith("KEHOACH_")}


@pytest.fixture(scope="session")
def kehoach_process() -> Kehoach:
    """Run the command line as a process of its own: `kehoach_process("rules", "--json")`."""

    def run_outside(*args: object, cwd: Path = ROOT, **env: str) -> Answer:
        told = subprocess.run(
            [sys.executable, "-m", "kehoach", *map(str, args)],
            cwd=cwd,
            env={**clean_environment(), "PYTHONPATH": str(ROOT), **env},
            capture_output=True,
            text=True,
            timeout=110,
        )
        return Answer(told.returncode, told.stdout, told.stderr)

    return run_outside


@pytest.fixture
def kehoach(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kehoach:
    """Run the command line in this process, which is quicker: from words to an exit code."""

    def run_here(*args: object, **env: str) -> Answer:
        for name in set(os.environ) - set(clean_environment()):
            monkeypatch.delenv(name)
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(ROOT)
        capsys.readouterr()
        code = run([str(arg) for arg in args])
        return Answer(code, *capsys.readouterr())

    return run_here
