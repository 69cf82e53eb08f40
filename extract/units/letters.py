"""Letters: Vietnamese capitals for character classes, and one spelling of the tone mark.

`re` knows no `\\p{Lu}`, and a range such as `À-Ỹ` holds small letters too.
"""

import re

_LETTERS = [*range(0x41, 0x100), *map(ord, "ĂăĐđĨĩŨũƠơƯư"), *range(0x1EA0, 0x1EFA)]
UPPER = "A-Z" + "".join(c for c in map(chr, _LETTERS) if c.isupper() and c > "Z")
"""Capitals of Vietnamese, for use inside `[...]`."""

LOWER = "a-z" + "".join(c for c in map(chr, _LETTERS) if c.islower() and c > "z")
"""Small letters, for use inside `[...]`."""

# The tone mark on the second vowel (hoá, Uỷ), and where canonical names have it (hóa, Ủy).
_TONE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONES = {**_TONE, **{k.capitalize(): v.capitalize() for k, v in _TONE.items()}}
_TONES |= {k.upper(): v.upper() for k, v in _TONE.items()}
_TONE_AT_END = re.compile(
    r"([oO](?<![qQ].)[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU](?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ])(?!\w)"
)


def one_tone(words: str) -> str:
    """`Uỷ ban`, `Văn hoá` in the spelling of canonical names: `Ủy ban`, `Văn hóa`."""
    return _TONE_AT_END.sub(lambda m: _TONES.get(m[1], m[1]), words)


def loose(name: str) -> str:
    """A pattern for a name: any spacing, `&` for `và`, commas optional, any dash, either tone."""
    out = re.escape(name).replace(r"\ \-\ ", r"\s?[-–]\s?").replace(r"\ ", r"\s")
    for here, there in (("oá", "óa"), ("oà", "òa"), ("uý", "úy"), ("uỷ", "ủy"), ("oẻ", "ỏe")):
        out = out.replace(there, f"(?:{there}|{here})")
    return out.replace(",", ",?").replace(r"\svà\s", r"\s(?:và|&)\s")
