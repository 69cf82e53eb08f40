"""Writes the pages that are made from the program itself (`make docs`): commands, rules, tables.

A test fails while a page is not what this would write.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checks.documentation import pages as rule_pages
from kehoach.cli.group import MODULES, SECTIONS
from kehoach.i18n import Language, _, speak
from store.dictionary import page as data_dictionary

DOCS = Path(__file__).parent
sys.path.append(str(DOCS))

from speed import table_of_speed  # noqa: E402 - a neighbour, found through the line above

ROOT = DOCS.parent
READMES = (ROOT / "README.md", ROOT / "README.vi.md")

COMMANDS_HEAD: dict[Language, str] = {
    "en": """\
# The commands

Written by `make docs` from the commands' own help.

Options stand after the command's name. `--json` prints one JSON value on standard output and
nothing else there; progress and warnings go to standard error.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | done; there are open findings of weight error or warning (`check` only) |
| 2 | the command line or the settings are wrong; one line says what and how |
| 3 | some input could not be read; every other was handled |
| 4 | the database could not be opened or written; nothing was changed |
| 70 | a fault of the program itself |
""",
    "vi": """\
# Các lệnh

Do `make docs` viết ra từ chính phần trợ giúp của các lệnh.

Tùy chọn đặt sau tên lệnh. `--json` in đúng một giá trị JSON ra đầu ra chuẩn; tiến độ và cảnh báo
đi ra đầu ra lỗi.

| mã thoát | nghĩa là |
| --- | --- |
| 0 | xong |
| 1 | xong; còn phát hiện đang mở ở mức lỗi hoặc cảnh báo (chỉ với `check`) |
| 2 | dòng lệnh hoặc thiết lập sai; một dòng nói sai gì và sửa thế nào |
| 3 | có tệp không đọc được; các tệp khác vẫn được xử lý |
| 4 | không mở hoặc không ghi được cơ sở dữ liệu; chưa có gì bị thay đổi |
| 70 | lỗi của chính chương trình |
""",
}


def commands_page(language: Language) -> str:
    """The help of every command, as the terminal shows it."""
    speak(language)
    parts = [COMMANDS_HEAD[language]]
    helps = _helps(language)
    for title, names in SECTIONS.items():
        parts.append(f"\n## {_(title)}\n")
        parts += [f"\n### {name}\n\n```text\n{helps[name]}```\n" for name in names]
    return "".join(parts)


def _helps(language: Language) -> dict[str, str]:
    """The help of every command, from one process that speaks the language from its start."""
    script = """
import sys
from kehoach.cli.main import run
for name in sys.argv[2:]:
    run([name, "--help", "--lang", sys.argv[1]])
    print(end="\\f")
"""
    told = _python("-c", script, language, *MODULES).split("\f")
    return dict(zip(MODULES, told, strict=False))


def _kehoach(*words: str) -> str:
    """What the command prints on standard output."""
    return _python("-m", "kehoach", *words)


def _python(*words: str) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("KEHOACH_")}
    told = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode in (0, 1), told.stderr
    return told.stdout


def readme_page(readme: Path, seen: str) -> str:
    """A README with the excerpt of `make run` and the table of speed between their marks."""
    text = _between(readme.read_text(encoding="utf-8"), "seen", seen)
    return _between(text, "speed", table_of_speed("vi" if readme.suffixes[0] == ".vi" else "en"))


def _between(text: str, name: str, new: str) -> str:
    head, mark, rest = text.partition(f"<!-- {name}: written by make docs -->\n")
    _old, end, tail = rest.partition(f"<!-- {name} -->")
    return f"{head}{mark}{new}{end}{tail}"


def seen_in_make_run() -> str:
    """The head of its deadlines, its last finding, and what it says to do next."""
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder, "samples.db"))
        _kehoach("ingest", "corpus/samples", "--db", db)
        deadlines = _kehoach("deadlines", *_options_of_run("deadlines"), "--db", db).splitlines()
        findings = _kehoach("check", *_options_of_run("check"), "--db", db).splitlines()
    last = max(n for n, line in enumerate(findings) if not line.strip() and n < len(findings) - 2)
    lines = [*deadlines[:12], "…", *findings[last + 1 :]]
    return "```text\n" + "\n".join(line.rstrip() for line in lines) + "\n```\n"


def _options_of_run(command: str) -> list[str]:
    """The options that the Makefile's `run` gives a command."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    line = re.search(rf"\$\(KEHOACH\) {command} ([^|\n]*)", makefile)
    assert line
    values = dict(re.findall(r"^(\w+) := (\S+)$", makefile, flags=re.MULTILINE))
    return re.sub(r"\$\((\w+)\)", lambda name: values[name[1]], line[1]).split()


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    seen = seen_in_make_run()
    return {
        **{readme: readme_page(readme, seen) for readme in READMES},
        DOCS / "cli.md": commands_page("en"),
        DOCS / "cli.vi.md": commands_page("vi"),
        DOCS / "data_dictionary.md": data_dictionary(),
        **{DOCS / "rules" / name: text for name, text in rule_pages().items()},
    }


def main() -> None:
    """Write what has changed; take away the pages of rules that are gone."""
    written = pages()
    for old in (DOCS / "rules").glob("*.md"):
        if old not in written:
            old.unlink()
    for path, text in written.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")  # noqa: T201


if __name__ == "__main__":
    main()
