"""Provisions: the article, clause or part of a document that is cited (`khoản 2 Điều 5`)."""

import re

_PART = (
    r"(?:[Đđ]iểm\s[a-zđ]{1,2}(?:\d)?|[Tt]iết\s[a-z\d]{1,3}|[Kk]hoản\s\d{1,"
    r"3}[a-z]?(?:(?:,\s?|\svà\s)\d{1,3}(?!\d)){0,6}|"
    r"(?:các\s)?[Đđ]iều\s\d{1,3}[a-zđ]?(?:(?:,\s?|\svà\s)\d{1,3}(?!\d)){0,6}|"
    r"[Mm]ục\s(?:[IVX]{1,6}|\d{1,2})(?:\.\d{1,2})?|"
    r"[Cc]hương\s(?:[IVX]{1,6}|\d{1,2})|[Pp]hần\s(?:[IVX]{1,6}|thứ\s\w+)|[Pp]hụ "
    r"lục\s?(?:số\s)?(?:[IVX]{1,6}|\d{1,2})|[Đđ]iểm\s\d{1,2}(?:\.\d{1,2})?)"
)
_PROVISION = re.compile(
    rf"(?P<parts>{_PART}(?:(?:,\s?|\svà\s|\s){_PART}){{0,6}}),?\s(?:(?:của|tại|trong|"
    r"kèm theo|ban hành kèm theo)\s)?$"
)


def provision_before(text: str, at: int) -> str | None:
    """The provision that the words right before the citation name, in their order."""
    match = _PROVISION.search(text, max(0, at - 90), at)
    return match["parts"] if match else None
