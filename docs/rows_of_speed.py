"""The rows of the READMEs' second table of speed: each family's figures, and what they are of."""

from collections.abc import Iterator
from typing import Any, NamedTuple

Said = dict[str, str]  # by language


class Row(NamedTuple):
    """`times` is how our figure stands to what is `beside` it in the same run; `how` says what
    the number of times is of, where it is not of our figure."""

    what: Said
    figure: float | None
    unit: Said
    times: float | None = None
    beside: Said | None = None
    how: Said = {"en": "", "vi": ""}  # noqa: RUF012 - never changed


MS = {"en": "ms", "vi": "ms"}
P95 = {"en": "ms (p95)", "vi": "ms (p95)"}
S = {"en": "s", "vi": "giây"}
MB = {"en": "MB", "vi": "MB"}
FAST = {"en": "as fast", "vi": "tốc độ"}

_FILES: tuple[tuple[str, Said, Said, Said], ...] = (
    (
        "plain",
        {"en": "born-digital PDF without tables", "vi": "PDF điện tử không có bảng"},
        FAST,
        {"en": "pdfplumber, text alone", "vi": "pdfplumber, chỉ lấy chữ"},
    ),
    (
        "tables",
        {"en": "born-digital PDF with tables", "vi": "PDF điện tử có bảng"},
        FAST,
        {"en": "pdfplumber, text and tables", "vi": "pdfplumber, chữ và bảng"},
    ),
    (
        "ocr",
        {"en": "a scan, to the record", "vi": "một bản chụp, đến bản ghi"},
        {"en": "the time", "vi": "thời gian"},
        {"en": "tesseract alone, same pictures", "vi": "riêng tesseract, cùng ảnh"},
    ),
)
_QUESTIONS: dict[str, Said] = {
    "a quarter, 100 rows and the total": {
        "en": "deadlines of a quarter, first 100 and their number",
        "vi": "việc đến hạn một quý, 100 dòng đầu và tổng số",
    },
    "a quarter and a unit": {"en": "of a quarter and a unit", "vi": "của một quý và một đơn vị"},
    "search of two words": {"en": "search of two words", "vi": "tìm hai từ"},
    "the citation chain of a plan": {
        "en": "the chain of citations of a plan",
        "vi": "chuỗi viện dẫn của một kế hoạch",
    },
    "save one more plan": {"en": "saving one more plan", "vi": "lưu thêm một kế hoạch"},
    "check of one new plan": {"en": "checking a new plan", "vi": "đối chiếu một kế hoạch mới"},
    "kehoach deadlines": {
        "en": "`kehoach deadlines`, the whole process",
        "vi": "`kehoach deadlines`, cả tiến trình",
    },
}
_PLAIN_SQL = {"en": "the same as plain SQL", "vi": "cùng câu hỏi bằng SQL thuần"}
_FEW = {"en": "among 1,000 plans", "vi": "trong 1.000 kế hoạch"}


def rows_of(measured: dict[str, Any]) -> Iterator[Row]:
    """The rows of the families that were measured."""
    for family, rows in (
        ("files", files),
        ("checks", checks),
        ("store", store),
        ("folder", folder),
    ):
        if family in measured:
            yield from rows(measured[family])


def files(figures: dict[str, Any]) -> Iterator[Row]:
    """PDF, scans and a thick file."""
    for key, what, unit, beside in _FILES:
        yield Row(what, None, MS, figures[key], beside, unit)
    what = {"en": "memory of a PDF of 300 pages", "vi": "bộ nhớ khi đọc PDF 300 trang"}
    yield Row(what, figures["memory"], MB)


def checks(figures: dict[str, Any]) -> Iterator[Row]:
    """One plan with those above it."""
    took, ratios = figures["milliseconds"], figures["check_to_it"]
    what = {
        "en": "checking a plan, with those above it",
        "vi": "đối chiếu một kế hoạch với các văn bản cấp trên",
    }
    beside = {"en": "reading its text", "vi": "đọc văn bản của nó"}
    yield Row(what, took["check, with those above it"], MS, ratios["reading its text"], beside)


def store(figures: dict[str, Any]) -> Iterator[Row]:
    """The standard questions, 95th percentile; a whole process at the median."""
    plans = figures["plans"]
    for one in figures["questions"]:
        for name, what in _QUESTIONS.items():
            if not one["question"].startswith(name):
                continue
            process = name.startswith("kehoach")
            figure = one["median"] if process else one["p95"]
            beside = None if one["ratio"] is None else _FEW if "check" in name else _PLAIN_SQL
            unit = MS if process else P95
            yield Row(_among(plans, what), figure, unit, one["ratio"], beside)


def _among(plans: int, what: Said) -> Said:
    counted = f"{plans:,}"
    return {
        "en": f"among {counted} plans: {what['en']}",
        "vi": f"trong {counted.replace(',', '.')} kế hoạch: {what['vi']}",
    }


def folder(figures: dict[str, Any]) -> Iterator[Row]:
    """Mixed documents, by one worker, several, and a cluster."""
    seconds = figures["seconds"]
    first = seconds["1"]
    counted = f"{figures['documents']:,}"
    one = {"en": "one worker", "vi": "một tiến trình đọc"}
    for lane, took in seconds.items():
        n = lane.removeprefix("c")
        en = f"a cluster of {n}" if lane != n else f"{n} workers" if n != "1" else one["en"]
        vi = f"cụm Dask {n} tiến trình trên cùng máy" if lane != n else f"{n} tiến trình đọc"
        what = {
            "en": f"{counted} mixed documents: {en}",
            "vi": f"{counted.replace(',', '.')} văn bản các loại: {vi}",
        }
        if lane == "1":
            yield Row(what, took, S)
        else:
            yield Row(what, took, S, first / took, one, FAST)
