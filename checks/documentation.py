"""Documentation of the rules: one page for each, Vietnamese first, made from its own words.

`python -m checks.documentation docs/rules` writes the pages; a test holds them fresh.
"""

import sys
from pathlib import Path
from typing import Literal

from checks.reference.tables import rows
from checks.registry import all_rules
from checks.rule import HEADINGS, Rule

_SEVERITY = {
    "error": ("lỗi", "error"),
    "warn": ("cảnh báo", "warning"),
    "note": ("ghi chú", "note"),
}
_INTRO = """# Các quy tắc kiểm tra · The rules

Trang này được tạo từ chính các quy tắc (`make docs`). This page is made from the rules.

| Mã · Code | Mức · Severity | Quy tắc | Rule |
| --- | --- | --- | --- |
"""


_SEE_ALSO = """
[Những kiểm tra chưa có · Checks left out](left_out.md)
"""


def page_name(rule: Rule) -> str:
    """The file of a rule's page: `E01-anniversary-count.md`."""
    return f"{rule.code}-{rule.name}.md"


def page(rule: Rule) -> str:
    """The page of one rule, in Markdown."""
    vi, en = _SEVERITY[rule.severity]
    parts = [
        f"# {rule.code} · {rule.title.vi} · {rule.title.en}",
        f"`{rule.name}` · mức cao nhất: {vi} · highest severity: {en}",
    ]
    languages: tuple[tuple[Literal["vi", "en"], str], ...] = (
        ("vi", "Tiếng Việt"),
        ("en", "English"),
    )
    for lang, heading in languages:
        parts.append(f"## {heading}")
        for part, title in HEADINGS.items():
            name = title.vi if lang == "vi" else title.en
            words = rule.explain(lang, part)
            parts.append(f"**{name}.** {words[:1].upper()}{words[1:]}")
    if rule.yields_to:
        others = ", ".join(rule.yields_to)
        parts.append(f"Nhường cho · Yields to: {others}.")
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """The list of all rules, in Markdown."""
    lines = [
        f"| [{r.code}]({page_name(r)}) | {_SEVERITY[r.severity][0]} · {_SEVERITY[r.severity][1]} "
        f"| {r.title.vi} | {r.title.en} |"
        for r in all_rules()
    ]
    return _INTRO + "\n".join(lines) + "\n" + _SEE_ALSO


_LEFT_OUT = """# Những kiểm tra chưa có · Checks left out

Danh mục kiểm tra có những mục mà máy chưa phân biệt được lỗi với cách viết đúng; cảnh báo sai vài
lần là cán bộ thôi không đọc nữa. The catalogue of checks has some that a program cannot tell from
what is right; after a few false alarms nobody reads on. Each stands here with the reason.

| Mã · Code | Kiểm tra | Check | Vì sao chưa có | Why it is left out |
| --- | --- | --- | --- | --- |
"""


def left_out() -> str:
    """The checks of the catalogue that no rule makes, each with the reason, in Markdown."""
    lines = [
        "| "
        + " | ".join(row[c] for c in ("code", "check_vi", "check_en", "why_vi", "why_en"))
        + " |"
        for row in rows("left_out")
    ]
    return _LEFT_OUT + "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    return {
        "README.md": index(),
        "left_out.md": left_out(),
        **{page_name(r): page(r) for r in all_rules()},
    }


def write(folder: Path) -> None:
    """Writes the pages, and takes away those of rules that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/rules"))
