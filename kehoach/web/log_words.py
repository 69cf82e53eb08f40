"""The log in words: what was done, and its details, as people say them."""

import json
from collections.abc import Iterator

from kehoach.cli.finding_list import STATUS_WORDS
from kehoach.fate import STATUS_WORDS as FATE_WORDS
from kehoach.i18n import N_, _
from kehoach.web.wording import FIELD_WORDS

_DONE: dict[str, str] = {
    **{str(status): words for status, words in FATE_WORDS.items()},
    "corrected": N_("corrected"),
    "undone": N_("correction taken back"),
    "verdict": N_("verdict"),
    "settled": N_("decided on a duplicate"),
    "register-kept": N_("register: entry kept"),
    "register-removed": N_("register: entry removed"),
    "signed in": N_("signed in"),
    "sign-in failed": N_("sign-in failed"),
    "removed": N_("account removed"),
    "kept as reader": N_("account kept: reads"),
    "kept as clerk": N_("account kept: reads and changes"),
    "kept as admin": N_("account kept: administers"),
}
_NAMES: dict[str, str] = {
    "field": N_("Field"),
    "was": N_("Before"),
    "before": N_("Before"),
    "value": N_("Value"),
    "after": N_("After"),
    "status": N_("Status"),
    "rule": N_("Rule"),
    "why": N_("Why"),
    "path": N_("File"),
    "of": N_("Document"),
    "same": N_("It is the same"),
}
_SAID: dict[str, str] = {
    **{str(status): words for status, words in STATUS_WORDS.items()},
    "yes": N_("yes"),
    "no": N_("no"),
}
_LONGEST = 160


def done_words(what: str) -> str:
    """What was done; words that are not known are shown as they are."""
    return _(_DONE[what]) if what in _DONE else what


def detail_words(detail: str) -> Iterator[tuple[str, str]]:
    """Names and values, in the order in which they were noted."""
    found = json.loads(detail or "{}")
    for name, value in found.items() if isinstance(found, dict) else ():
        if name in _NAMES and value:
            yield _(_NAMES[name]), _value(name, str(value))


def finding_of(detail: str) -> str:
    """The finding that a verdict is on, else nothing."""
    found = json.loads(detail or "{}")
    return str(found.get("finding", "")) if isinstance(found, dict) else ""


def _value(name: str, value: str) -> str:
    if name == "field":
        last = value.rpartition(".")[2]
        return _(FIELD_WORDS[last]) if last in FIELD_WORDS else value
    if value in _SAID:
        return _(_SAID[value])
    if name in ("was", "value") and value.startswith('"') and value.endswith('"'):
        value = str(json.loads(value))
    return value if len(value) <= _LONGEST else value[:_LONGEST].rstrip() + " …"
