"""Everything said to people is said in Vietnamese, and the catalogues are up to date."""

import re
import string

import pytest
from babel.messages.pofile import read_po

from kehoach.i18n import LOCALE_DIR
from kehoach.locale.collect import messages

LANGUAGES = ("vi", "en")


def catalogue(language):
    with (LOCALE_DIR / language / "LC_MESSAGES" / "kehoach.po").open("rb") as po:
        return read_po(po, locale=language)


def forms(value):
    return value if isinstance(value, list | tuple) else (value,)


def placeholders(words):
    fields = {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}
    return fields | set(re.findall(r"%\(\w+\)s", words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_every_message_and_no_other(language):
    said = {forms(message)[0] for message in messages()}
    kept = {forms(message.id)[0] for message in catalogue(language) if message.id}
    assert said - kept == set(), "run `make messages`"
    assert kept - said == set(), "run `make messages`"


def test_every_message_is_translated():
    untranslated = [
        message.id
        for message in catalogue("vi")
        if message.id and (not all(forms(message.string)) or message.fuzzy)
    ]
    assert untranslated == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_fit(language):
    for message in catalogue(language):
        allowed = set().union(*(placeholders(one) for one in forms(message.id)))
        for words in filter(None, forms(message.string)):
            assert placeholders(words) <= allowed, message.id


def test_vietnamese_is_composed_and_has_one_tone_placement():
    for message in catalogue("vi"):
        for words in filter(None, forms(message.string)):
            assert not re.search(r"[\u0300-\u0323]", words), words
            assert not re.search(r"[oO][àáảãạ]\b|(?<![qQ])u[ỳýỷỹỵ]\b", words), words


@pytest.mark.parametrize(("language", "word"), [("vi", "Cách dùng:"), ("en", "Usage:")])
def test_help_speaks_the_language(kehoach_process, language, word):
    for command in ([], ["extract"], ["deadlines"]):
        out = (
            kehoach_process(*command, "--help", "--lang", language)
            if command
            else kehoach_process("--lang", language, "--help")
        )
        assert out.returncode == 0
        assert word in out.stdout
        assert out.stderr == ""


def test_environment_chooses_the_language(kehoach_process):
    assert "Usage:" in kehoach_process("extract", "--help", KEHOACH_LANG="en").stdout
    assert "Cách dùng:" in kehoach_process("extract", "--help", KEHOACH_LANG="fr").stdout
    assert (
        "Cách dùng:" in kehoach_process("extract", "--help", "--lang=vi", KEHOACH_LANG="en").stdout
    )
