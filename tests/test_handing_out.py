"""Small files go to a cluster some at a time; each comes to what it would have come to alone."""

from collections.abc import Sequence
from concurrent.futures import Future, wait
from pathlib import Path

import pytest

from kehoach.handing_out import HandingOut
from kehoach.intake import Found
from kehoach.lanes import InLine
from kehoach.readers import ReadFile


class Died(Exception):
    """Stands for workers that were lost over a task."""


class Office:
    """Reads files by their names: `bad` kills whoever reads it."""

    def __init__(self) -> None:
        self.tasks: list[list[str]] = []
        self.out = HandingOut(InLine(), self.read, lambda error: isinstance(error, Died))

    def read(self, files: Sequence[Found]) -> list[ReadFile]:
        self.tasks.append([file.path.name for file in files])
        if any(file.path.name == "bad" for file in files):
            raise Died
        if any(file.path.name == "other" for file in files):
            raise LookupError
        return [ReadFile(file.path, b"x") for file in files]

    def give(self, folder: Path, *names: str, size: int = 10) -> "dict[str, Future[ReadFile]]":
        given = {}
        for name in names:
            (folder / name).write_bytes(b"x" * size)
            given[name] = self.out.submit(Found(folder / name))
        return given


@pytest.fixture
def office() -> Office:
    return Office()


def test_small_files_go_four_at_a_time_and_each_gets_its_own(office, tmp_path) -> None:
    given = office.give(tmp_path, *"abcdef")
    assert [len(task) for task in office.tasks] == [4]
    assert not given["e"].done()
    office.out.send_with(given["a"])
    assert len(office.tasks) == 1, "it is on its way: others may still join those that wait"
    office.out.send_with(given["f"])
    office.out.send()
    assert [len(task) for task in office.tasks] == [4, 2]
    assert all(future.result().path.name == name for name, future in given.items())


def test_a_large_one_and_one_that_cannot_be_looked_at_go_alone(office, tmp_path) -> None:
    given = office.give(tmp_path, "a") | office.give(tmp_path, "scan", size=200_000)
    gone = office.out.submit(Found(tmp_path / "gone"))
    assert office.tasks == [["scan"], ["gone"]]
    assert given["scan"].done()
    assert gone.done()
    assert not given["a"].done()


def test_who_was_given_out_with_a_killer_is_read_all_the_same(office, tmp_path) -> None:
    given = office.give(tmp_path, "a", "b", "bad", "c")
    assert office.tasks == [["a", "b", "bad", "c"], ["a"], ["b"], ["bad"], ["c"]]
    assert isinstance(given.pop("bad").exception(), Died)
    assert all(future.result().path.name == name for name, future in given.items())


def test_any_other_error_is_everybodys(office, tmp_path) -> None:
    given = office.give(tmp_path, "a", "other", "b", "c")
    assert len(office.tasks) == 1
    assert all(isinstance(one.exception(), LookupError) for one in given.values())


def test_what_nobody_waits_for_and_what_was_called_off(tmp_path) -> None:
    tasks: list[Future[list[ReadFile]]] = []

    class Later(InLine):
        def submit(self, *_args, **_more):
            tasks.append(Future())
            return tasks[-1]

    out = HandingOut(Later(), lambda files: [], lambda error: False)
    for name in "abcdefgh":
        (tmp_path / name).write_text("x")
    given = [out.submit(Found(tmp_path / name)) for name in "abcdefgh"]
    given[0].cancel()
    tasks[0].set_result([ReadFile(tmp_path / name) for name in "abcd"])
    tasks[1].cancel()
    tasks[1].set_running_or_notify_cancel()
    assert given[0].cancelled()
    assert [one.result().path.name for one in given[1:4]] == [*"bcd"]
    assert wait(given[4:], timeout=0).not_done == set(), "whoever waits is told"
    assert all(one.cancelled() for one in given[4:])
