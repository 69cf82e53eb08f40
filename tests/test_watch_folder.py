"""What befalls the drop folder itself, with a real watcher, told by the system and looking
around: taken away for good and made anew, a share that goes and comes back, rights taken and
given back."""

import shutil
import sys

import pytest
from watched_office import Office, can_be_plain, plan_text, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc and sends signals")


def office_with(how: str, *, plain: bool = False) -> Office:
    return Office(0.4, f"notice = '{how}'\n", plain=plain)


def is_away(office: Office) -> bool:
    return '"state": "folder-away"' in (office.root / "k.db.health.json").read_text()


@pytest.mark.parametrize("how", ["system", "poll"])
def test_deleted_and_made_anew(how: str) -> None:
    """Not the same folder under its old name: another one, which nobody has told us of."""
    with office_with(how) as office:
        office.drop("a/1.txt", plan_text(1))
        office.start()
        until(lambda: office.count() == 1)
        office.drop("half.txt.part", plan_text(2))
        shutil.rmtree(office.inbox)
        until(lambda: is_away(office))
        assert office.states() == {"a/1.txt": "new"}, "what is known stays known"
        office.inbox.mkdir()
        office.drop("a/1.txt", plan_text(1))  # the same again
        office.drop("b/3.txt", plan_text(3))
        until(lambda: office.count() == 2)
        until(lambda: office.is_settled(2))
        assert not is_away(office)
        # And at once after one more time, before any look could miss it.
        shutil.rmtree(office.inbox)
        office.inbox.mkdir()
        office.drop("4.txt", plan_text(4))
        until(lambda: office.count() == 3)
        assert office.stop() == 0, office.told()
        assert office.originals() == {plan_text(n).encode(): 1 for n in (1, 3, 4)}
        assert office.states() == {"a/1.txt": "new", "b/3.txt": "new", "4.txt": "new"}


def test_a_share_that_goes_while_files_wait() -> None:
    """Filled by others while it is away from here."""
    with office_with("system") as office:
        office.drop("1.txt", plan_text(1))
        office.start()
        until(lambda: office.count() == 1)
        office.drop("2.txt", plan_text(2))
        share = office.root / "share"
        office.inbox.rename(share)
        until(lambda: is_away(office))
        (share / "3.txt").write_text(plan_text(3), encoding="utf-8")
        share.rename(office.inbox)
        until(lambda: office.count() == 3)
        until(lambda: office.is_settled(3))
        office.drop("4.txt", plan_text(4))
        until(lambda: office.count() == 4)
        assert office.stop() == 0, office.told()
        assert set(office.states().values()) == {"new"}
        assert sorted(office.originals().values()) == [1] * 4


@pytest.mark.skipif(not can_be_plain(), reason="the system's administrator may read everything")
def test_rights_taken_from_the_folder_and_given_back() -> None:
    with office_with("poll", plain=True) as office:
        office.drop("1.txt", plan_text(1))
        office.start()
        until(lambda: office.count() == 1)
        office.inbox.chmod(0)
        until(lambda: is_away(office))
        office.drop("2.txt", plan_text(2)).chmod(0)  # by somebody who may
        office.inbox.chmod(0o777)
        until(lambda: office.states().get("2.txt") == "waiting")
        (office.inbox / "2.txt").chmod(0o644)
        until(lambda: office.count() == 2)
        assert office.stop() == 0, office.told()
        assert office.states() == {"1.txt": "new", "2.txt": "new"}
