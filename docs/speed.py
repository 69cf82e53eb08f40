"""The READMEs' tables of speed, made from the figures that benchmarks publish (docs/bench.json).

A family that was not measured has no rows; each says at which size it was measured.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from rows_of_speed import rows_of

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
_OTHERS_HEAD = {
    "en": ("what", "takes", "to it", "beside it, in the same run"),
    "vi": ("việc", "hết", "so với nó", "bên cạnh, cùng một lần đo"),
}

Lang = Literal["en", "vi"]


def table_of_speed(language: Lang) -> str:
    """The tables in the READMEs' language: reading, then everything else."""
    measured = json.loads(FIGURES.read_text(encoding="utf-8"))
    return (
        "\n".join([*_reading(measured["reading"], language), "", *_others(measured, language)])
        + "\n"
    )


def _reading(figures: dict[str, Any], language: Lang) -> Iterator[str]:
    words, real, made = _TEXTS[language]
    told = words.format(n=figures["texts"], kind=real if figures["real"] else made)
    machine = figures["machine"]
    yield f"{told} (`make bench`; Python {machine['python']}, {machine['processor']})."
    yield ""
    yield "| " + " | ".join(_HEAD[language]) + " |"
    yield "| --- | ---: | ---: |"
    for name, said_as in _NAMES.items():
        if name not in figures["megabytes_per_second"]:
            continue
        rate = figures["megabytes_per_second"][name]
        times = figures["ours_to_it"][name]
        said = "" if name == "text to record" else _times(times, language)
        yield f"| {said_as[language]} | {_figure(rate, language)} | {said} |"


def _others(measured: dict[str, Any], language: Lang) -> Iterator[str]:
    yield "| " + " | ".join(_OTHERS_HEAD[language]) + " |"
    yield "| --- | ---: | ---: | --- |"
    for row in rows_of(measured):
        figure = "" if row.figure is None else _figure(row.figure, language)
        figure += f" {row.unit[language]}" if figure else ""
        times = "" if row.times is None else _times(row.times, language)
        times = f"{times} {row.how[language]}".strip()
        beside = row.beside[language] if row.beside else ""
        yield f"| {row.what[language]} | {figure} | {times} | {beside} |"


def _figure(value: float, language: str) -> str:
    digits = f"{value:.0f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"
    return digits.replace(".", ",") if language == "vi" else digits


def _times(value: float, language: str) -> str:
    return f"{_figure(value, language)} ×"
