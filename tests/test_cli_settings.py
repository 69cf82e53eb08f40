"""Settings: who wins over whom, and what is said about a wrong value."""

import datetime as dt
from pathlib import Path

import pytest

from kehoach.errors import BadSettings
from kehoach.settings import RuleSetting, load_settings, preferred_language


@pytest.fixture
def office(tmp_path):
    """Write the office's file; gives the environment that names it."""

    def write(text: str) -> dict[str, str]:
        path = tmp_path / "office.toml"
        path.write_text(text, encoding="utf-8")
        return {"KEHOACH_SETTINGS": str(path)}

    return write


def test_defaults_without_any_file(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    settings = load_settings(env={})
    assert settings.db == Path("outputs/kehoach.db")
    assert settings.lang == "vi"
    assert settings.now().utcoffset() == dt.timedelta(hours=7)


def test_command_line_over_environment_over_file(office):
    env = office('database = "file.db"\nlanguage = "en"\n')
    assert load_settings(env=env).db == Path("file.db")
    assert load_settings(env=env).lang == "en"
    env |= {"KEHOACH_DB": "env.db", "KEHOACH_LANG": "vi"}
    assert load_settings(env=env).db == Path("env.db")
    assert load_settings(env=env).lang == "vi"
    assert load_settings(db=Path("own.db"), lang="en", env=env).db == Path("own.db")
    assert load_settings(db=Path("own.db"), lang="en", env=env).lang == "en"


def test_today_is_given_not_read(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    settings = load_settings(today=dt.date(2024, 2, 29), env={})
    assert settings.today == settings.now().date() == dt.date(2024, 2, 29)


def test_rules_and_limits(office):
    settings = load_settings(
        env=office(
            '[rules.B01]\nseverity = "off"\nreason = "numbered later"\n[limits]\npages = 9\n'
        )
    )
    assert settings.rules == (RuleSetting("B01", "off", "numbered later"),)
    assert settings.limits.pages == 9
    assert settings.limits.seconds == 60


@pytest.mark.parametrize(
    "text",
    [
        "database = 3",
        "language = true",
        "workers = 0",
        'workers = "two"',
        "timezone = 'Hanoi'",
        "timezone = '/etc/passwd'",
        "[limits]\npages = -1",
        "limits = 3",
        "[rules]\nB01 = 'off'",
        "[rules.B01]\nseverity = 'off'",
        "[rules.B01]\nseverity = 'quiet'\nreason = 'x'",
        "not toml at all",
        "a = '\udcff'".encode(errors="surrogateescape"),
    ],
)
def test_wrong_values_are_named(office, text, tmp_path):
    env = office("")
    data = text if isinstance(text, bytes) else text.encode()
    Path(env["KEHOACH_SETTINGS"]).write_bytes(data)
    with pytest.raises(BadSettings) as refused:
        load_settings(env=env)
    assert refused.value.advice
    assert preferred_language(env) == "vi"


def test_a_named_file_must_be_there(tmp_path):
    with pytest.raises(BadSettings):
        load_settings(env={"KEHOACH_SETTINGS": str(tmp_path / "none.toml")})
