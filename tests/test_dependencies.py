"""What is installed: every pin with hashes, every licence one that we may ship under."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from shared import ROOT

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)", re.MULTILINE)
FORBIDDEN = re.compile(r"\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
LESSER = re.compile(r"LGPL\S*|(?:GNU )?Lesser General Public License", re.IGNORECASE)
# Say nothing in their metadata; read in the files that they install. Tools only, not shipped.
READ_BY_HAND = {"atheris": "Apache-2.0", "axe-playwright-python": "MIT"}


def _pins(file: Path) -> dict[str, str]:
    return {found["name"]: found["version"] for found in PIN.finditer(file.read_text("utf-8"))}


RUN = _pins(ROOT / "requirements" / "run.txt")
ALL = _pins(ROOT / "requirements" / "dev.txt")


def _licence(name: str) -> str:
    """Everything that a package says of its licence."""
    about = metadata.metadata(name)
    classes = [each for each in about.get_all("Classifier") or () if each.startswith("License")]
    first = (about.get("License") or "").strip().splitlines()[:1]
    return " | ".join(filter(None, (about.get("License-Expression"), *classes, *first)))


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


# Those of another system or another Python are not installed here.
@pytest.mark.parametrize("name", sorted(filter(_installed, ALL)))
def test_a_licence_that_we_may_ship_under(name: str) -> None:
    said = _licence(name) or READ_BY_HAND.get(name, "")
    assert said, f"{name} states no licence"
    assert not FORBIDDEN.search(LESSER.sub("", said)), f"{name}: {said}"


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        ("MIT", True),
        ("GNU Lesser General Public License v3 (LGPLv3)", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("AGPL-3.0-only", False),
        ("GPL-2.0-or-later", False),
        ("GNU Affero General Public License v3", False),
    ],
)
def test_what_counts_as_forbidden(said: str, allowed: bool) -> None:
    assert bool(FORBIDDEN.search(LESSER.sub("", said))) != allowed


@pytest.mark.parametrize("file", ["run.txt", "dev.txt"])
def test_every_pin_has_hashes(file: str) -> None:
    entries = (ROOT / "requirements" / file).read_text("utf-8").split("\n\n")[0]
    blocks = re.split(r"\n(?=[\w.-]+==)", entries)
    assert len(blocks) > 50
    assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_the_programs_pins_are_a_part_of_the_tools() -> None:
    assert {name: ALL.get(name) for name in RUN} == RUN
