"""Questions as people ask them: each is understood as one command, or refused with advice."""

import datetime as dt
import re
import shlex
import subprocess
import sys

import pytest
import yaml
from asked_store import fill
from hypothesis import given
from hypothesis import strategies as st
from shared import ROOT

from kehoach.ask import answer
from kehoach.ask.named import CITING, DOCUMENT, LOWER, SEARCHES
from kehoach.ask.names import bare
from kehoach.ask.narrowing import LEVELS, NAMED_FAULTS, RULE, SEVERITIES, STATUSES
from kehoach.ask.time_reading import read_time
from kehoach.ask.times import OVERDUE, TIMES
from kehoach.ask.topics import COUNT, EDGES, ISSUED, PROGRESS, ROLES, TOPICS
from kehoach.i18n import speak
from store import open_store

TODAY = dt.date(2025, 8, 20)
CASES = {
    lang: yaml.safe_load((ROOT / "tests" / "cases" / "ask" / f"{name}.yaml").read_text("utf-8"))
    for lang, name in (("vi", "vietnamese"), ("en", "english"))
}
UNDERSTOOD = [
    (lang, question, group["means"], group.get("as"))
    for lang, cases in CASES.items()
    for group in cases["understood"]
    for question in group["questions"]
]
REFUSED = [
    (lang, question, reason)
    for lang, cases in CASES.items()
    for reason, questions in cases["refused"].items()
    for question in questions
]
GROUPS = {
    "topics": TOPICS, "roles": ROLES, "times": TIMES, "severities": SEVERITIES,
    "statuses": STATUSES, "faults": NAMED_FAULTS, "levels": LEVELS, "citing": CITING,
    "searches": SEARCHES, "count": (COUNT,), "issued": (ISSUED,), "overdue": (OVERDUE,),
    "rule": (RULE,),
    "progress": (PROGRESS,), "edges": EDGES, "document": (DOCUMENT,),
    "lower": (LOWER,),
}  # fmt: skip
EXAMPLES = [
    pytest.param(pattern, example, id=f"{name}-{pattern.means}-{example}")
    for name, patterns in GROUPS.items()
    for pattern in patterns
    for example in pattern.examples
]


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("asked") / "asked.db"
    with open_store(path) as store:
        fill(store)
    return path


@pytest.fixture
def store(db):
    with open_store(db, read_only=True) as opened:
        yield opened
    speak("vi")


@pytest.mark.parametrize(("lang", "question", "means", "how"), UNDERSTOOD)
def test_question_is_understood(store, lang, question, means, how):
    found = answer(question, store, TODAY, lang)
    assert found.refusal is None, found.refusal
    assert shlex.split(found.command) == ["kehoach", *shlex.split(means)]
    assert found.meaning.counted == (how == "count")
    assert found.meaning.by == (how if how in ("unit", "document") else None)


@pytest.mark.parametrize(("lang", "question", "reason"), REFUSED)
def test_question_is_refused_with_a_suggestion(store, lang, question, reason):
    found = answer(question, store, TODAY, lang)
    assert found.command is None, found.command
    assert found.refusal.reason == reason
    assert found.refusal.message
    assert found.refusal.suggestions


@pytest.mark.parametrize("lang", CASES)
def test_there_are_150_questions_a_third_of_them_refused(lang):
    refused = [case for case in REFUSED if case[0] == lang]
    understood = [case for case in UNDERSTOOD if case[0] == lang]
    assert len(refused) + len(understood) >= 150
    assert 3 * len(refused) >= len(refused) + len(understood)
    assert len({case[1] for case in (*refused, *understood)}) == len(refused) + len(understood)


@pytest.mark.parametrize(("lang", "question", "reason"), REFUSED)
def test_what_is_suggested_is_understood(store, lang, question, reason):
    """At least one suggestion is a question or a command that leads somewhere."""
    suggestions = answer(question, store, TODAY, lang).refusal.suggestions
    useful = [
        one for one in suggestions
        if one.startswith("kehoach ") or answer(one, store, TODAY, lang).command
        or store.look_up(one.split(" (")[0]).exact
    ]  # fmt: skip
    assert useful


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES)
def test_pattern_matches_its_examples(pattern, example):
    found = pattern.regex.fullmatch(bare(example))
    assert found, example
    if pattern in TIMES:
        assert read_time(pattern, found, TODAY).options


@pytest.mark.parametrize("pattern", TIMES, ids=lambda one: one.means)
def test_an_example_of_a_time_is_read_by_its_own_pattern(pattern):
    for example in pattern.examples:
        first = next(one for one in TIMES if one.regex.search(bare(example)))
        assert first is pattern, example


@pytest.mark.parametrize(
    ("lang", "question", "means", "how"),
    [case for case in UNDERSTOOD if not case[3]][::4],
)
def test_the_command_gives_the_same_rows(kehoach, db, store, lang, question, means, how):
    found = answer(question, store, TODAY, "vi")
    ran = kehoach(*shlex.split(means), "--db", db, "--today", TODAY.isoformat(), "--json")
    assert ran.returncode in (0, 1), ran.stderr
    import json

    rows = json.loads(ran.stdout)
    if found.meaning.kind == "search":
        rows = rows["hits"]
    elif found.meaning.kind == "citations":
        rows = rows["citations"]
    assert len(rows) == found.total


def test_marks_do_not_change_what_is_understood(store):
    for question in (
        "việc nào đến hạn trong quý III năm 2025",
        "kế hoạch nào chưa dẫn chiếu 665/KH-SGDĐT",
        "bao nhiêu việc quá hạn",
        "lỗi nào chưa xử lý",
    ):
        bare_words = bare(question).replace("665/kh-sgddt", "665/KH-SGDĐT")
        assert answer(bare_words, store, TODAY, "vi").command == (
            answer(question, store, TODAY, "vi").command
        )


def test_answers_hold_the_rows(store):
    due = answer("việc trong tháng 9 năm 2025", store, TODAY, "vi")
    assert [row.end.month for row in due.rows] == [9] * due.total
    assert due.total == 3
    citing = answer("which plans cite 665/KH-SGDĐT?", store, TODAY, "en")
    assert [row.number for row in citing.rows] == ["96/KH-PGDĐT"]
    lower = answer("which lower plans cite 145/KH-UBND?", store, TODAY, "en")
    assert [row.number for row in lower.rows] == ["512/KH-SGDĐT"]
    units = answer("đơn vị nào có việc trong tháng 9 năm 2025", store, TODAY, "vi")
    assert [row.name for row in units.rows] == [
        "Công an tỉnh", "Phòng Giáo dục và Đào tạo", "Sở Y tế", "Trường Tiểu học Bến Thượng",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_any_words_are_answered_or_refused(db, words):
    with open_store(db, read_only=True) as store:
        found = answer(words, store, TODAY, "vi")
    assert (found.refusal is None) != (found.command is None)


def test_long_and_repeated_words_are_answered_quickly(store):
    for words in ("từ 1/1 đến " * 5000, "quý " * 50_000, "a" * 200_000, "1/" * 9999, "tìm " * 999):
        started = dt.datetime.now(dt.UTC)
        answer(words, store, TODAY, "vi")
        assert (dt.datetime.now(dt.UTC) - started).total_seconds() < 2


def test_command_line_says_how_it_understood(kehoach, db):
    out = kehoach("ask", "việc quý 3", "--db", db, "--today", "2025-08-20")
    assert out.returncode == 0
    assert "kehoach deadlines --quarter Q3 --year 2025" in out.stdout
    assert "2025" in out.stderr


def test_command_line_refuses_with_code_2(kehoach, db):
    out = kehoach("ask", "thời tiết hôm nay", "--db", db)
    assert (out.returncode, out.stdout) == (2, "")
    assert "thời tiết" in out.stderr
    assert len(out.stderr.splitlines()) > 2


def test_no_language_package_is_imported(db):
    code = (
        "import sys; from kehoach.cli.main import run;"
        f"run(['ask', 'việc quý 3', '--db', {str(db)!r}]);"
        "print([m for m in ('spacy', 'underthesea', 'dateparser', 'pdfplumber', 'rapidfuzz')"
        " if m in sys.modules])"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert out.stdout.strip().endswith("[]"), out.stdout + out.stderr
    assert re.search(r"kehoach deadlines --quarter Q3", out.stdout)
