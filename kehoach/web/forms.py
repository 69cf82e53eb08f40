"""Forms as they are sent: limited in number and size, and made by us for this session."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from kehoach.web.uploads import MOST_FILES
from kehoach.web.visitor import check_form, check_token

_MOST_FIELDS = 500
_LONGEST_FIELD = 1 << 20
LONGEST_WORDS = 4000


async def sent_form(request: Request) -> AsyncIterator[FormData]:
    """The form; raises `Refused` for one that another site made."""
    async with request.form(
        max_files=MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD
    ) as form:
        if token := request.headers.get("x-csrf-token"):  # a program's way
            check_token(request, token)
        else:
            check_form(request, form)
        yield form


# Comes after the visitor in a signature: who may not do a thing need not send its files.
SentForm = Annotated[FormData, Depends(sent_form)]


def words_of(form: FormData, name: str) -> str:
    """The words of a field, without what stands around them; empty where there is none."""
    sent = form.get(name)
    return sent.strip()[:LONGEST_WORDS] if isinstance(sent, str) else ""


def files_of(form: FormData, name: str) -> list[UploadFile]:
    """The files of a field that someone chose."""
    sent = form.getlist(name)
    return [one for one in sent if isinstance(one, UploadFile) and one.filename]
