"""What stops the store: each trouble says what, and what to do about it."""


class StoreError(Exception):
    """The database could not be opened or written; nothing was changed.

    `message` and `advice` are message keys in English with `{names}` in braces, which the
    front door translates and fills from `values`; `str()` gives the filled English text.
    """

    def __init__(self, message: str, advice: str, **values: str) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.advice = advice
        self.values = values


class StoreBusy(StoreError):
    """Another writer held the database longer than we were told to wait."""


class NotFound(StoreError):
    """No document, finding, item or correction goes by that name."""


class BadCorrection(StoreError):
    """The field does not exist in the record, or the value does not fit it."""


class BadQuestion(StoreError):
    """What was asked for does not fit together."""
