"""Not read: what of a document's file could not be read, said to people."""

from kehoach.i18n import _
from schemas import ReadWarning


def not_read(warning: ReadWarning) -> str:
    """`The page is broken. (page 3)`, or with the name of a bundle's member before it."""
    member, colon, words = warning.message.rpartition(": ")
    told = f"{member}{colon}{_(words)}"
    return f"{told} ({_('page {page}').format(page=warning.page)})" if warning.page else told
