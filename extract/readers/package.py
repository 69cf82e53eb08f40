"""Package: the parts of a zipped office file, unpacked within limits."""

import io
import zipfile
import zlib
from typing import Final

from lxml import etree

from extract.readers.limits import Limits
from extract.readers.refusals import refuse

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)


class Package:
    """A zip whose members are read one by one, never more of them than `limits` allows."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._size = len(data)
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {info.filename: info for info in self._zip.infolist()}
        except _BROKEN as error:
            raise refuse("damaged") from error

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, in the order of the directory."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a member; raises KeyError, or Unreadable where it is broken or a bomb."""
        info = self._members[name]
        if info.flag_bits & 1:
            raise refuse("encrypted")
        room = self._room()
        try:
            with self._zip.open(info) as member:
                data = member.read(room + 1)
        except _BROKEN as error:
            raise refuse("damaged") from error
        except RuntimeError as error:  # zipfile's word for a password
            raise refuse("encrypted") from error
        if len(data) > room:
            raise refuse("expansion")
        self._unpacked += len(data)
        return data

    def _room(self) -> int:
        by_ratio = max(self._size * self._limits.ratio, 8 << 20)
        return max(0, min(self._limits.expansion, by_ratio) - self._unpacked)

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, `None` if the part is missing or holds nothing.

        Entities are never resolved and nothing outside the part is fetched; a broken part is
        read as far as it goes.
        """
        if name not in self._members:
            return None
        return parse_xml(self.read(name))


def parse_xml(data: bytes) -> etree._Element | None:
    """The root of possibly broken XML, read without entities, DTD or network."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
