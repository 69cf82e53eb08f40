"""Lower case as patterns see it that do not mind the case.

To `re.IGNORECASE` a long s is an s, a dotless or dotted capital i an i; to `str.lower` not all of
them are. What such a pattern matched is looked up by this.
"""

from typing import Final

_ALSO: Final = str.maketrans({"ı": "i", "İ": "i", "ſ": "s"})


def lowered(words: str) -> str:
    """The words in lower case, with the letters that `re.IGNORECASE` takes for others as those."""
    return words.translate(_ALSO).lower()
