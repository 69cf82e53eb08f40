"""Tries: many words as one pattern that fails on its first letter where none of them begins.

An alternation of hundreds of words tries each of them at every position of the text; with
their common beginnings factored out, `re` skips to the next letter that may begin one.
"""

import re
from collections.abc import Iterable


def trie(words: Iterable[str], *, begins: str = "") -> str:
    """A group that matches any of the words, the longest that fits; a space matches any.

    `begins` is a look-behind pattern put after the first letter, written for the text before
    it: `trie(words, begins=r"[\\w-]")` refuses a word that stands inside another.
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    branches = []
    for letter in sorted(k for k in root if k):
        before = rf"(?<!{begins}{re.escape(letter)})" if begins else ""
        branches.append(re.escape(letter) + before + _rest(root[letter]))
    return "(?:" + "|".join(branches) + ")"


def _rest(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in node
    branches = [
        (r"\s" if letter == " " else re.escape(letter)) + _rest(node[letter])
        for letter in sorted(k for k in node if k)
    ]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return "(?:" + "|".join(branches) + ")" + ("?" if ends else "")
