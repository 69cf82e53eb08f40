"""A change of a document is followed by all that rested on it, as it was or as it is."""

from pathlib import Path

import pytest

from kehoach import reading
from kehoach.checking import changing
from kehoach.intake import Found
from kehoach.pipeline import ingest
from kehoach.rechecking import recheck_all
from kehoach.settings import Settings
from store import Store, open_store

UPPER = """\
ỦY BAN NHÂN DÂN
TỈNH LÂM HÀ
-------
Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Lâm Hà, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Trồng cây xanh ven kênh năm 2026

I. NỘI DUNG
1. Rà soát diện tích đất trống ven kênh.
II. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các xã
- Báo cáo sơ kết 6 tháng đầu năm trước ngày 10/6/2026.
- Tổng kết, báo cáo kết quả cả năm trước ngày 05/12/2026.

Nơi nhận:
- UBND các xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Lò Văn Mẫu
"""

LOWER = """\
ỦY BAN NHÂN DÂN
XÃ SUỐI MƠ
-------
Số: 31/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Suối Mơ, ngày 20 tháng 02 năm 2026

KẾ HOẠCH
Trồng cây xanh ven kênh năm 2026

Thực hiện Kế hoạch số 20/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Lâm Hà về trồng cây \
xanh ven kênh năm 2026, Ủy ban nhân dân xã xây dựng kế hoạch như sau:

I. NỘI DUNG
1. Rà soát diện tích đất trống ven kênh.
II. TỔ CHỨC THỰC HIỆN
1. Các thôn
- Báo cáo sơ kết 6 tháng đầu năm về Ủy ban nhân dân xã trước ngày 25/6/2026.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Lò Thị Mẫu
"""


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/1.txt").write_text(LOWER, encoding="utf-8")
    (tmp_path / "in/2.txt").write_text(UPPER.format(number=20), encoding="utf-8")
    return tmp_path / "in"


def take(folder: Path, store: Store, settings: Settings) -> dict[str, str]:
    files = [Found(path) for path in sorted(folder.iterdir())]
    fates = list(ingest(files, store, settings))
    recheck_all(store, settings)
    return {fate.path.name: fate.document.id for fate in fates if fate.document}


def late(store: Store, document: str) -> bool:
    """Whether the lower plan is said to be later than its superior."""
    from store.findings import FindingFilter

    return any(f.rule == "A09" for f in store.findings(FindingFilter(document=document)))


@pytest.mark.parametrize("together", [1, 2, 16])
def test_however_files_are_stored_together_the_findings_are_the_same(
    folder, tmp_path, settings, monkeypatch, together: int
) -> None:
    monkeypatch.setattr(reading, "_TOGETHER", together)
    with open_store(tmp_path / "a.db") as store:
        ids = take(folder, store, settings)
        assert late(store, ids["1.txt"])


def test_a_correction_frees_those_that_rested_on_the_old_number(folder, tmp_path, settings) -> None:
    with open_store(tmp_path / "a.db") as store:
        ids = take(folder, store, settings)
        at, upper = settings.now(), ids["2.txt"]
        with changing(store, upper, settings):
            store.correct(upper, "document.number", "21/KH-UBND", who="lan", why="đọc nhầm", at=at)
            store.correct(
                upper, "document.issued_on", "2026-03-05", who="lan", why="đọc nhầm", at=at
            )
            store.correct(
                upper, "document.subject", "Phòng cháy rừng", who="lan", why="đọc nhầm", at=at
            )
        assert not late(store, ids["1.txt"])
        with changing(store, upper, settings):
            for one in store.corrections(upper):
                store.undo(one.correction, who="lan", why="đúng rồi", at=at)
        assert late(store, ids["1.txt"])


def test_a_new_version_frees_those_that_rested_on_the_old_one(folder, tmp_path, settings) -> None:
    with open_store(tmp_path / "a.db") as store:
        ids = take(folder, store, settings)
        assert late(store, ids["1.txt"])
        changed = UPPER.format(number=20).replace("10/6/2026", "30/6/2026")
        (folder / "2.txt").write_text(changed, encoding="utf-8")
        assert take(folder, store, settings)["2.txt"] == ids["2.txt"]
        assert not late(store, ids["1.txt"])


def test_nothing_of_a_group_is_stored_where_one_breaks_off(
    folder, tmp_path, settings, monkeypatch
) -> None:
    def breaks_off(*_args: object, **_options: object) -> None:
        raise RuntimeError

    with open_store(tmp_path / "a.db") as store:
        with monkeypatch.context() as patched:
            patched.setattr("kehoach.checking.check_plan", breaks_off)
            with pytest.raises(RuntimeError):
                take(folder, store, settings)
        assert store.count_documents() == 0
        assert len(take(folder, store, settings)) == 2
