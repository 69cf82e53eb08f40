"""Uploads: files that come through the page, read like any other and never given a path.

The name that a browser sends is only what people call the file: it is shown and kept, but
nothing on the disk is ever named or found by it.
"""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import UploadFile

from extract.errors import ReadError
from extract.readers.refusals import refuse
from kehoach.fate import Fate, fate_of_trouble
from kehoach.hints import UPLOADS
from kehoach.office import check_plan
from kehoach.pipeline import keep
from kehoach.readers import ReadFile
from kehoach.web.desk import Desk
from kehoach.web.held_drafts import Draft
from schemas import Finding

LARGEST_FILE = 64 << 20  # bytes
MOST_FILES = 50  # of one form
_LONGEST_NAME = 120
_UNWANTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:\"|?*]")


def name_of(upload: UploadFile) -> str:
    """What people call the file: no folders, no control codes, no endless names."""
    last = re.split(r"[/\\]", upload.filename or "")[-1]
    kept = _UNWANTED.sub("", last).strip(" .") or "tep"
    if len(kept) > _LONGEST_NAME:
        stem, dot, ending = kept.rpartition(".")
        kept = stem[: _LONGEST_NAME - 12] + dot + ending[:11] if dot else kept[:_LONGEST_NAME]
    return kept


def bytes_of(upload: UploadFile) -> bytes:
    """The file's bytes; raises `ReadError` where it is too large or empty."""
    original = upload.file.read(LARGEST_FILE + 1)
    if len(original) > LARGEST_FILE:
        raise refuse("too-large")
    if not original:
        raise refuse("empty")
    return original


def take_in(upload: UploadFile, desk: Desk, who: str) -> list[Fate]:
    """Store every document of an upload and check it; one `Fate` for each."""
    name = name_of(upload)
    settings = replace(desk.settings, actor=who)
    # A place that says who brought it; the same name again is a new version of the same file.
    place = UPLOADS / (re.sub(r"[^\w.@-]", "-", who).strip(".") or "-") / name
    try:
        original = bytes_of(upload)
        plans = desk.read(original, name)
    except ReadError as trouble:
        return [replace(fate_of_trouble(place, trouble), path=Path(name))]
    read = ReadFile(place, original, plans)
    with desk.store(writing=True) as store:
        return [replace(keep(store, read, plan, settings), path=Path(name)) for plan in plans]


def read_draft(upload: UploadFile, desk: Desk) -> Draft:
    """The draft with what is wrong in it; nothing is stored. Raises `ReadError`."""
    name, original = name_of(upload), bytes_of(upload)
    plans = desk.read(original, name)
    findings: list[Finding] = []
    with desk.store() as store:
        for plan in plans:
            findings += check_plan(plan, store.neighbours(plan), desk.settings)
    return Draft(name, original, plans, tuple(findings))


def name_for_download(name: str) -> str:
    """The header under which a stored file is handed back, its letters kept (RFC 6266)."""
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", letters).replace("-.", ".").strip("-.") or "file"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
