"""What people read, in their language: Vietnamese unless asked otherwise.

English messages stand in the code; `kehoach/locale` holds the catalogues. The language is
that of the running context (a process, or one request of a server), not a global.
"""

import gettext
import os
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Literal

Language = Literal["vi", "en"]

DOMAIN = "kehoach"
LOCALE_DIR = Path(__file__).parent / "locale"

_catalogue: ContextVar[gettext.NullTranslations | None] = ContextVar("catalogue", default=None)
_language: ContextVar[Language] = ContextVar("language", default="vi")


@lru_cache(maxsize=2)
def _load(language: Language) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE_DIR, [language], fallback=True)


def speak(language: Language) -> None:
    """Use `language` from here on in this context."""
    _language.set(language)
    _catalogue.set(_load(language))


def speak_everywhere(language: Language) -> None:
    """`speak`, and make click, which asks the process's own text domain, say the same."""
    speak(language)
    gettext.bindtextdomain(DOMAIN, str(LOCALE_DIR))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


def language() -> Language:
    """The language spoken in this context."""
    return _language.get()


def _(message: str) -> str:
    """The message in the language spoken; the message itself where none is known."""
    return (_catalogue.get() or _load("vi")).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form for `count`; Vietnamese has one form for all."""
    return (_catalogue.get() or _load("vi")).ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a message that is translated where it is shown."""
    return message
