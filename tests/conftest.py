"""What several test files share: the command line as a process, and the shared folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from shared import ABSENT, ROOT, shared_folder

settings.register_profile(
    "kehoach", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("kehoach")

Kehoach = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder of real documents; the test is skipped where it is not."""
    folder = shared_folder()
    if folder is None:
        pytest.skip(ABSENT)
    return folder


@pytest.fixture(scope="session")
def kehoach() -> Kehoach:
    """Run the command line from outside, in a clean environment: `kehoach("rules", "--json")`."""

    def run(*args: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("KEHOACH_")}
        return subprocess.run(
            [sys.executable, "-m", "kehoach", *map(str, args)],
            cwd=cwd,
            env={**kept, "PYTHONPATH": str(ROOT), **env},
            capture_output=True,
            text=True,
            timeout=110,
        )

    return run
