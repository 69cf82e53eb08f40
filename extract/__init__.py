"""Bytes to record: readers bring a file to canonical text, finders make the record of it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas import Plan

__all__ = ["read_plan", "read_plans"]


def read_plan(path: Path) -> "Plan":
    """The record of a file's first document. Raises `extract.errors.ReadError`."""
    from extract import files  # the finders and their patterns are loaded when first needed

    return files.read_plan(path)


def read_plans(path: Path) -> "tuple[Plan, ...]":
    """The record of every document of a file, in order. Raises `extract.errors.ReadError`."""
    from extract import files

    return files.read_plans(path)
