"""Member: the bytes of one file in a bundle or a mail, for showing it as it came."""

from collections.abc import Sequence
from dataclasses import replace

from extract.readers.eml import attachments
from extract.readers.limits import Limits
from extract.readers.media import EML, ZIP, media_type
from extract.readers.refusals import refuse
from extract.readers.zip import Member, documents_in


def member_of(data: bytes, within: Sequence[str], limits: Limits) -> bytes:
    """The file that `within` names, the bundles around it first; all of `data` without names.

    Raises `ReadError` where no file has the name, or several have it: nobody is shown another
    file than the one that was read.
    """
    for name in within:
        if limits.depth < 1:
            raise refuse("too-deep")
        found = [take for shown, take in _members(data, limits) if shown == name]
        if len(found) != 1:
            raise refuse("nothing-in-it")
        data, limits = found[0](), replace(limits, depth=limits.depth - 1)
    return data


def _members(data: bytes, limits: Limits) -> Sequence[Member]:
    media = media_type(data)
    if media == ZIP:
        return documents_in(data, limits)
    if media == EML:
        return attachments(data, "", limits)
    return ()
