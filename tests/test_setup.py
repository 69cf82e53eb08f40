"""The set-up says what a machine lacks and how to get it, before it does anything."""

import shutil
import subprocess

import pytest
from shared import ROOT

ALWAYS = ("sh", "dirname", "cat", "cut", "sed", "grep", "id", "printf", "env", "rm", "mkdir")


@pytest.fixture
def machine(tmp_path):
    """A copy of the set-up on a machine that has only the programs named."""

    def with_programs(*names, scripts=()):
        tree, programs = tmp_path / "tree", tmp_path / "bin"
        tree.mkdir()
        programs.mkdir()
        shutil.copy(ROOT / "setup.sh", tree)
        for name in (*ALWAYS, *names):
            found = shutil.which(name)
            if found:
                (programs / name).symlink_to(found)
        for name, script in scripts:
            (programs / name).write_text(f"#!/bin/sh\n{script}\n")
            (programs / name).chmod(0o755)
        out = subprocess.run(
            ["sh", "setup.sh", "run"],
            cwd=tree,
            env={"PATH": str(programs), "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
        )
        assert not (tree / ".venv").exists()
        return out

    return with_programs


def test_everything_missing_is_named_at_once(machine):
    out = machine()
    assert out.returncode == 1
    for missing in ("Python 3.11", "make", "git"):
        assert f"Missing: {missing}" in out.stderr
    assert "sudo apt-get install python3 python3-venv make git" in out.stderr


def test_only_what_is_missing_is_named(machine):
    out = machine("make", "git")
    assert out.returncode == 1
    assert "Missing: Python" in out.stderr
    assert "sudo apt-get install python3 python3-venv\n" in out.stderr


def test_python_without_its_venv_module(machine):
    """As Debian ships it: the interpreter is there, ensurepip is a package of its own."""
    bare = 'case "$*" in *ensurepip*) exit 1;; esac; exit 0'
    out = machine("make", "git", scripts=[("python3", bare)])
    assert out.returncode == 1
    assert "the venv module of python3" in out.stderr
    assert "sudo apt-get install python3-venv\n" in out.stderr


def test_a_python_that_is_too_old(machine):
    out = machine("make", "git", scripts=[("python3", "exit 1")])
    assert out.returncode == 1
    assert "Missing: Python 3.11, 3.12 or 3.13" in out.stderr


def test_an_unknown_word_is_refused():
    out = subprocess.run(["sh", ROOT / "setup.sh", "fly"], capture_output=True, text=True)
    assert out.returncode == 2
    assert "usage:" in out.stderr
