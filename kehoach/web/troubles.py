"""What is told of a trouble: status, what is wrong and what to do, in the visitor's language."""

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from kehoach.errors import CommandError
from kehoach.i18n import N_, _
from kehoach.web.visitor import Refused
from store.errors import BadCorrection, BadQuestion, NotFound, StoreBusy, StoreError

_HTTP_WORDS = {
    404: N_("There is no such page."),
    405: N_("This can't be done here."),
    400: N_("What was sent can't be understood."),
}
_STORE_CODES = ((NotFound, 404), (BadCorrection, 400), (BadQuestion, 400), (StoreBusy, 503))


def told(trouble: Exception) -> tuple[int, str, str]:
    """Status, what is wrong and what to do, in the visitor's language."""
    if isinstance(trouble, StoreError):
        code = next((code for kind, code in _STORE_CODES if isinstance(trouble, kind)), 500)
        values = trouble.values
        return code, _(trouble.message).format(**values), _(trouble.advice).format(**values)
    if isinstance(trouble, CommandError):
        return 400, trouble.message, trouble.advice
    if isinstance(trouble, Refused):
        return 401 if trouble.sign_in else 403, trouble.message, trouble.advice
    if isinstance(trouble, HTTPException):
        words = _HTTP_WORDS.get(trouble.status_code)
        return trouble.status_code, _(words) if words else str(trouble.detail), ""
    # Half of a letter, as JSON can hold, is no text that could be kept.
    if isinstance(trouble, RequestValidationError | UnicodeEncodeError):
        return 422, _(_HTTP_WORDS[400]), ""
    return 500, _("This is a fault in kehoach, not in what you did."), ""
