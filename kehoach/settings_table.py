"""A table of the office's settings file: each value asked for by its kind, or refused by name."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kehoach.errors import BadSettings
from kehoach.i18n import _

Known = TypeVar("Known", bound=str)


@dataclass(frozen=True)
class SettingsTable:
    """A table of the settings file that names itself when a value is of the wrong kind."""

    file: Path
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, key: str, otherwise: str) -> str:
        """Words in quotation marks."""
        value = self.values.get(key, otherwise)
        if not isinstance(value, str):
            raise self.wrong(key, _("text in quotation marks"))
        return value

    def path(self, key: str) -> Path | None:
        """A file or folder; `None` where it is not said."""
        value = self.text(key, "")
        return Path(value) if value else None

    def number(self, key: str, otherwise: float) -> float:
        """A number above zero."""
        value = self.values.get(key, otherwise)
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self.wrong(key, _("a number above zero"))
        return value

    def whole(self, key: str, otherwise: int) -> int:
        """A whole number above zero."""
        return int(self.number(key, otherwise))

    def table(self, key: str) -> "SettingsTable":
        """A table inside this one; empty where it is not said."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, _("a table, [{key}]").format(key=key))
        return SettingsTable(self.file, value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Several texts: `["a", "b"]`."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, _("a list of texts in quotation marks"))
        return tuple(str(one) for one in value)

    def days(self, key: str, otherwise: tuple[int, ...]) -> tuple[int, ...]:
        """Several numbers of days: `[7, 1]`."""
        value = self.values.get(key, list(otherwise))
        if not isinstance(value, list) or not all(type(one) is int and one >= 0 for one in value):
            raise self.wrong(key, _("a list of numbers of days"))
        return tuple(value)

    def time(self, key: str) -> dt.time | None:
        """A time of day, `"07:00"` or `07:00:00`."""
        value = self.values.get(key)
        if value is None or isinstance(value, dt.time):
            return value
        try:
            return dt.time.fromisoformat(str(value))
        except ValueError as error:
            raise self.wrong(key, _("a time of day such as 07:00")) from error

    def one_of(self, key: str, known: tuple[Known, ...]) -> Known:
        """One of these words; the first unless said."""
        value = self.values.get(key, known[0])
        for each in known:
            if value == each:
                return each
        raise self.wrong(key, _("one of {words}").format(words=", ".join(known)))

    def wrong(self, key: str, wanted: str) -> BadSettings:
        """What to raise for a value that is not what is wanted."""
        return BadSettings(
            _("{key} in {file} must be {wanted}.").format(key=key, file=self.file, wanted=wanted),
            _("Correct the line, or take it out."),
        )
