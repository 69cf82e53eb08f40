"""Words as a file may hold them."""

import re

# Control codes that XML and calendars refuse, halves of letters, and letters that are none.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(words: str) -> str:
    """The words without what no file format takes; line ends become `\\n`."""
    return _REFUSED.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
