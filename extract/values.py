"""Values: the words of a document in the form that records hold them."""

_QUOTES = "\"'“”‘’„‟«»*_"
_TRAILING = " .,;:…/–-"


def clean(words: str) -> str:
    """Single spaces, outer quotation marks and trailing punctuation removed.

    `“Chuyển đổi số toàn diện”;` gives `Chuyển đổi số toàn diện`; a closing bracket stays.
    """
    text = " ".join(words.split())
    while True:
        shorter = text.rstrip(_TRAILING).lstrip(" ,;:–")
        if shorter[:1] in ("“", "‘", "«", '"') and _wraps(shorter):
            shorter = shorter[1:-1]
        shorter = shorter.strip("*_")
        if shorter == text:
            return text
        text = shorter


def _wraps(text: str) -> bool:
    """Whether one pair of quotation marks holds the whole text."""
    close = {"“": "”", "‘": "’", "«": "»", '"': '"'}[text[0]]
    return len(text) > 2 and text[-1] in (close, '"', "”") and close not in text[1:-1]
