"""The READMEs' table of speed, made from the kept figures of `make bench` (docs/bench.json)."""

import json
from pathlib import Path
from typing import Literal

FIGURES = Path(__file__).parent / "bench.json"

_HEAD: dict[str, tuple[str, str, str]] = {
    "en": ("reading a text, one core", "MB/s", "ours is"),
    "vi": ("đọc một văn bản, một lõi", "MB/giây", "ta so với nó"),
}
_NAMES: dict[str, dict[str, str]] = {
    "text to record": {"en": "text to record", "vi": "từ văn bản đến bản ghi"},
    "the same calls to re, alone (limit)": {
        "en": "its calls to `re` alone (the limit)",
        "vi": "riêng các lần gọi `re` của nó (giới hạn)",
    },
    "each pattern once over the text": {
        "en": "each of its patterns once over the text",
        "vi": "mỗi mẫu của nó chạy một lượt trên văn bản",
    },
    "dateparser search_dates": {
        "en": "dateparser `search_dates`",
        "vi": "dateparser `search_dates`",
    },
    "underthesea ner": {"en": "underthesea `ner`", "vi": "underthesea `ner`"},
}
_TEXTS = {
    "en": ("Median over {n} {kind}, in the same run", "real plans", "samples"),
    "vi": ("Trung vị trên {n} {kind}, đo trong cùng một lần", "kế hoạch thật", "bản mẫu"),
}


def table_of_speed(language: Literal["en", "vi"]) -> str:
    """The table of reading, in the READMEs' language."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))["reading"]
    words, real, made = _TEXTS[language]
    told = words.format(n=figures["texts"], kind=real if figures["real"] else made)
    machine = figures["machine"]
    lines = [
        f"{told} (`make bench`; Python {machine['python']}, {machine['processor']}).",
        "",
        "| " + " | ".join(_HEAD[language]) + " |",
        "| --- | ---: | ---: |",
    ]
    for name, said_as in _NAMES.items():
        if name not in figures["megabytes_per_second"]:
            continue
        rate = figures["megabytes_per_second"][name]
        times = figures["ours_to_it"][name]
        said = "" if name == "text to record" else _times(times, language)
        lines.append(f"| {said_as[language]} | {_figure(rate, language)} | {said} |")
    return "\n".join(lines) + "\n"


def _figure(value: float, language: str) -> str:
    digits = f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"
    return digits.replace(".", ",") if language == "vi" else digits


def _times(value: float, language: str) -> str:
    return (f"{value:.0f}" if value >= 10 else _figure(value, language)) + " ×"
