"""Where a unit's name ends and its work begins: each verb, and verbs that belong to the name."""

import pytest
from subject_words import subject
from word_lists import each, each_of, words
from work_words import VERBS as WORK_VERBS

# What names who is in charge, or needs what stands behind it, is asked further down.
OTHERWISE = words(
    """chủ trì, phối hợp, có trách nhiệm, chịu trách nhiệm, lãnh đạo chỉ đạo, lãnh đạo UBND
    lãnh đạo Ủy ban, lãnh đạo các, lãnh đạo việc, lãnh đạo công tác, lãnh đạo thực hiện"""
)
VERBS = [verb for verb in WORK_VERBS if verb not in OTHERWISE] + words("dự kiến, sẽ, đã, đang")
LEAD = "Trạm vùng trên"  # small letters: no list of units knows where it ends


@each(VERBS)
def test_each_verb_with_which_work_begins(verb: str) -> None:
    assert subject(f"{LEAD} {verb} việc chung.") == (LEAD, None, f"{verb} việc chung.")
    first = verb.split()[0]
    assert subject(f"{LEAD} {first}x việc chung.") is None
    assert subject(f"{LEAD} x{verb} việc chung.") is None or " " in verb


@each(["chỉ đạo", ", chỉ đạo", "UBND", "Ủy ban", "các", "việc",
                                  "công tác", "thực hiện"])  # fmt: skip
def test_to_lead_is_work_before_what_is_led(what: str) -> None:
    text = f"{LEAD} lãnh đạo {what} chung."
    assert subject(text.replace(" ,", ",")) == (
        LEAD,
        None,
        f"lãnh đạo {what} chung.".replace(" ,", ","),
    )


@each([
        "Ngân hàng vùng trên", "Tổ khách hàng vùng trên", "Tổ mặt hàng vùng trên",
        "Trạm cửa hàng trên", "Trạm và tập thể lãnh đạo các vùng trên",
        "Đội chuyển đổi số vùng trên",
        "Ban chỉ đạo vùng trên", "Tổ giám sát vùng trên", "Đoàn kiểm tra vùng trên",
        "Hội đồng thẩm định vùng trên", "Văn phòng theo dõi vùng trên", "Phòng hướng dẫn vùng trên",
        "Bộ phận tiếp nhận vùng trên", "Phòng Phát triển người tham gia", "Trạm người sử dụng trên",
        "Trạm người nộp trên", "Trạm người quản lý trên", "Trạm và cơ quan quản lý trên",
        "Trạm và đơn vị thực hiện trên", "Trạm công tác phối hợp trên",
        "Cán bộ Trạm bộ phận chỉ đạo",
        "Các tổ chức vùng trên", "Những tổ chức vùng trên", "Các cơ quan, tổ chức vùng trên",
        "Các ban quản lý vùng trên", "Các ban chỉ đạo vùng trên", "Trạm và các tổ chức đoàn thể",
        "Trạm, tổ chức thành viên", "Trạm, tổ chức chính trị", "Trạm, tổ chức cá nhân",
        "Trạm, tổ chức xã hội", "Trạm, tổ chức cơ sở đảng", "Trạm, tổ chức Đảng",
        "Trạm, tổ chức đảng",
        "Trạm, tổ chức hội", "Trạm, tổ chức tôn giáo", "Trạm, tổ chức, cá nhân",
    ],
)  # fmt: skip
def test_verbs_that_belong_to_the_name(name: str) -> None:
    assert subject(f"{name} báo cáo việc chung.") == (name, None, "báo cáo việc chung.")


@each_of([
        ("Trạm vùng trên", "tổ chức hội nghị"), ("Trạm vùng trên", "tổ chức hội thảo"),
        ("Trạm vùng trên", "tổ chức hội thi"), ("Trạm vùng trên", "tổ chức hội thao"),
        ("Trạm vùng trên", "tổ chức hội diễn"), ("Trạm vùng trên", "tổ chức hội trại"),
        ("Trạm vùng trên", "tổ chức hội chợ"), ("Trạm vùng trên", "tổ chức hội báo"),
        ("Trạm vùng trên", "tổ chức hội khỏe"), ("Trạm vùng trên", "tổ chức hội sách"),
        ("Trạm vùng trên", "tổ chức hội họp"), ("Trạm vùng trên", "tổ chức hội giảng"),
        ("Trạm vùng trên", "tổ chức hội đàm"), ("Trạm vùng trên", "tổ chức hội vật"),
        ("Trạm vùng trên", "tổ chức hội đua"), ("Trạm vùng trên", "tổ chức hội làng"),
        ("Trạm vùng trên", "tổ chức hội xuân"), ("Trạm vùng trên", "tổ chức, chỉ đạo việc chung"),
        ("Các ban", "quản lý việc chung"),
        ("Các ban", "chỉ đạo công tác chung"), ("Trạm người trên", "tham gia việc chung"),
        ("Trạm cơ quan", "chủ trì, tổng hợp"), ("Các tổ", "tổ chức việc chung"),
    ],
)  # fmt: skip
def test_the_same_verbs_as_work(lead: str, work: str) -> None:
    found = subject(f"{lead} {work}.")
    assert found is not None
    assert (found[0], work.endswith(found[2].rstrip("."))) == (lead, True)


@pytest.mark.parametrize(
    "chairs",
    [
        "chủ trì", "chủ trì,", "là cơ quan chủ trì,", "là đơn vị chủ trì,",
        "có trách nhiệm chủ trì,",
        "chịu trách nhiệm chủ trì,", "là đơn vị chịu trách nhiệm chủ trì,",
    ],
)  # fmt: skip
@pytest.mark.parametrize("joint", ["phối hợp với", "phối hợp chặt chẽ với", "phối hợp", "cùng với",
                                   "cùng", "và phối hợp với"])  # fmt: skip
def test_each_way_to_name_partners(chairs: str, joint: str) -> None:
    text = f"{LEAD} {chairs} {joint} Công an vùng dưới báo cáo việc chung."
    assert subject(text) == (LEAD, "Công an vùng dưới", "báo cáo việc chung.")


@each(["các bên liên quan", "các bên có liên quan"])
def test_partners_that_are_only_concerned(group: str) -> None:
    text = f"{LEAD} chủ trì, phối hợp với {group} báo cáo việc chung."
    assert subject(text) == (LEAD, group.removeprefix("các "), "báo cáo việc chung.")


@each(["có trách nhiệm", "chịu trách nhiệm", "có trách nhiệm trong việc",
                                  "chịu trách nhiệm trong việc"])  # fmt: skip
def test_each_way_to_be_accountable(duty: str) -> None:
    assert subject(f"{LEAD} {duty} việc chung.") == (LEAD, None, "việc chung.")


@pytest.mark.parametrize("given", ["được giao", "được phân công"])
@pytest.mark.parametrize(
    "where", ["trong Kế hoạch này", "tại phần kèm theo", "ở Phụ lục", "phụ trách", "quản lý",
              "ở Phụ lục này", "ở Phụ lục của Kế hoạch này"],
)  # fmt: skip
def test_a_clause_that_says_which_units(given: str, where: str) -> None:
    lead = f"Các đơn vị {given} thực hiện {where}"
    assert subject(f"{lead} báo cáo việc chung.") == (lead, None, "báo cáo việc chung.")


@each(["được giao", "được phân công", "có liên quan", "liên quan",
                                     "trực thuộc", "thuộc", "trên địa bàn", "trong", "khác", "và",
                                     "hoặc", "của", "tại"])  # fmt: skip
def test_what_narrows_a_known_name_down(between: str) -> None:
    """`Đoàn Thanh niên trực đêm` ends with the name; these words go on with it."""
    text = f"Đoàn Thanh niên {between} vùng rất rộng lớn ở phía trên này báo cáo việc chung."
    found = subject(text)
    assert found is not None
    assert found[0].startswith(f"Đoàn Thanh niên {between}") or between.startswith("được")
    other = text.replace(f" {between} ", " gác ")
    assert subject(other) == ("Đoàn Thanh niên", None, other.removeprefix("Đoàn Thanh niên "))
