"""Side files: what people write beside a document because the document does not show it.

`plan.pdf.yaml` speaks of `plan.pdf`; `index.csv` has a row for each file of its folder:

    file,number,issued_on,issuer,labels
    plan.pdf,665/KH-SGDĐT,05/03/2024,Sở Giáo dục và Đào tạo tỉnh Bắc Giang,khẩn; giáo dục
"""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from schemas.keys import bare_key
from store.hints import Hint, HintField

INDEX = "index.csv"
_LARGEST = 1 << 20
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
# As people write the names of columns, without marks; the first one is the file's.
_FILE = ("file", "tep", "ten tep", "path")
_NAMES: dict[str, HintField] = {
    "number": "number", "so": "number", "so ky hieu": "number", "so hieu": "number",
    "issued on": "issued_on", "date": "issued_on", "ngay": "issued_on",
    "ngay ban hanh": "issued_on",
    "issuer": "issuer", "co quan": "issuer", "co quan ban hanh": "issuer",
    "labels": "labels", "label": "labels", "nhan": "labels",
}  # fmt: skip


class BadSideFile(Exception):
    """A side file that is there and is not understood; the words say which."""


def side_file_of(path: Path) -> Path:
    """The YAML file that would speak of a document."""
    return path.with_name(path.name + ".yaml")


def read_side_files(path: Path) -> tuple[Hint, ...]:
    """What lies beside the document; its own file before the folder's list. `BadSideFile`."""
    found: dict[HintField, Hint] = {}
    for values in (_from_yaml(side_file_of(path)), _row(path.with_name(INDEX), path.name)):
        for hint in _hints(values):
            found.setdefault(hint.field, hint)
    return tuple(found.values())


def listed_in(index: Path) -> frozenset[str]:
    """The names of the files that a list has rows for; none where it is not understood."""
    try:
        return frozenset(name for name, _values in _rows(index))
    except BadSideFile:
        return frozenset()


def _from_yaml(path: Path) -> Mapping[str, object]:
    text = _text(path)
    if text is None:
        return {}
    try:
        values = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadSideFile(path.name) from error
    if not isinstance(values, dict):
        raise BadSideFile(path.name)
    return values


def _row(index: Path, name: str) -> Mapping[str, object]:
    return next((values for named, values in _rows(index) if named == name), {})


def _rows(index: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    text = _text(index)
    if text is None:
        return
    first = text.split("\n", 1)[0]
    divider = max(",;\t", key=first.count)
    try:
        for row in csv.DictReader(io.StringIO(text), delimiter=divider):
            named = next((str(row[k]) for k in row if k and _key(k) in _FILE and row[k]), "")
            yield named.strip(), {k: v for k, v in row.items() if k}
    except csv.Error as error:
        raise BadSideFile(index.name) from error


def _text(path: Path) -> str | None:
    """`None` where there is no such file."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadSideFile(path.name) from error
    if len(data) > _LARGEST:
        raise BadSideFile(path.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSideFile(path.name) from error


def _hints(values: Mapping[str, object]) -> Iterator[Hint]:
    for key, value in values.items():
        field = _NAMES.get(_key(str(key)))
        words = _day(value) if field == "issued_on" else _words(value)
        if field and words:
            yield Hint(field, words, "side-file")


def _words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_words(one) for one in value)
    return "" if value is None or isinstance(value, dict) else " ".join(str(value).split())[:500]


def _day(value: object) -> str:
    """`2024-03-05`; empty for what is no day."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    for form in _DAYS:
        try:
            return dt.datetime.strptime(_words(value), form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    return ""


def _key(name: str) -> str:
    return bare_key(name.replace("_", " "))
