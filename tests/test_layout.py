"""The house stands where it should: every room is ours, and none reaches past its door."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from shared import ROOT

ROOMS = ("schemas", "extract", "store", "checks", "kehoach")


@pytest.mark.parametrize("room", ROOMS)
def test_room_is_inside_this_tree(room):
    found = Path(importlib.import_module(room).__file__).resolve()
    assert found == (ROOT / room / "__init__.py").resolve()


def test_rooms_resolve_here_from_anywhere(tmp_path):
    """Even from a folder where a stranger's package of the same name lies about."""
    (tmp_path / "elsewhere").mkdir()
    script = (
        f"import {', '.join(ROOMS)}; print(*[m.__file__ for m in ({', '.join(ROOMS)})], sep='\\n')"
    )
    out = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path / "elsewhere", capture_output=True, text=True
    )
    assert [Path(line).parent.parent for line in out.stdout.split()] == [ROOT] * len(ROOMS)


def test_package_list_is_the_rooms():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == set(ROOMS)
    assert "Private :: Do Not Upload" in project["project"]["classifiers"]


def test_doors_hold():
    out = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert out.returncode == 0, out.stdout + out.stderr


def test_tests_are_flat():
    assert not list((ROOT / "tests").rglob("__init__.py"))
    names = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    assert not names & set(ROOMS)


def test_no_module_beside_a_package_of_its_name():
    for room in ROOMS:
        for module in (ROOT / room).rglob("*.py"):
            assert not module.with_suffix("").is_dir(), module


@pytest.mark.parametrize("room", ROOMS[:-1])
def test_only_the_front_door_reads_clock_and_environment(room):
    # The worker's process makes the environment of what it starts; it asks nothing of it.
    forbidden = (
        "environ.get",
        'environ["KEHOACH',
        "getenv(",
        "date.today(",
        "datetime.now(",
        "utcnow(",
        "time.time(",
    )
    for module in (ROOT / room).rglob("*.py"):
        source = module.read_text(encoding="utf-8")
        assert [call for call in forbidden if call in source] == [], module


def test_no_file_of_vague_name():
    for room in ROOMS:
        names = {module.stem for module in (ROOT / room).rglob("*.py")}
        assert not names & {"utils", "helpers", "common", "misc", "util", "helper"}


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_lock_pins_with_hashes_and_names_no_address(lock):
    lines = (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines()
    pins = [n for n, line in enumerate(lines) if line and not line.startswith((" ", "#"))]
    assert len(pins) > 50
    for n in pins:
        assert "==" in lines[n], lines[n]
        assert "--hash=sha256:" in lines[n + 1], lines[n]
    assert not [
        line
        for line in lines
        if "://" in line
        or (line.lstrip().startswith("-") and not line.lstrip().startswith("--hash"))
    ]


def imported(folder):
    """Top names of everything that the Python files of a folder import."""
    for module in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                yield node.module.split(".")[0]


def test_every_package_that_is_imported_is_a_declared_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {re.split(r"[\[>=<]", wish)[0] for wish in project["project"]["dependencies"]}
    declared |= {
        re.split(r"[\[>=<]", wish)[0]
        for extra in project["project"].get("optional-dependencies", {}).values()
        for wish in extra
    }
    providers = packages_distributions()
    ours = {*ROOMS, *sys.stdlib_module_names}
    for room in ROOMS:
        for name in sorted(set(imported(room)) - ours):
            if name in ("hatchling", "pydantic_core"):  # the build hook's; a part of pydantic
                continue
            distributions = {
                each.casefold().replace("_", "-") for each in providers.get(name, [name])
            }
            assert distributions & declared, f"{room} imports {name}"


def test_run_lock_is_part_of_dev_lock():
    def pins(name):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return {line.rstrip(" \\") for line in text.splitlines() if "==" in line}

    assert pins("run.txt") <= pins("dev.txt")


def test_lock_has_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    for wish in project["project"]["dependencies"]:
        name = wish.split(">=")[0].split("[")[0]
        assert f"\n{name}==" in "\n" + lock, wish
