"""Issuer block: the lines at the left of a letterhead as units, the last one the issuer."""

import re
from collections.abc import Sequence

from extract.folding import fold

# Words that begin the name of a body; a line that begins otherwise continues the one above.
_HEADS = (
    "uy ban|ubnd|ubmttq|ub mttq|hoi dong|hdnd|hdtdkt|bo|so|phong|truong|ban|cuc|vu|chi cuc"
    "|tong cuc|trung tam|tt|hoi|doan|lien doan|ldld|cong doan|tinh uy|thanh uy|huyen uy|quan uy"
    "|thi uy|dang uy|dang bo|dang doan|chi bo|cong an|quan khu|vien|hoc vien|benh vien|toa an"
    "|thanh tra|van phong|chinh phu|thu tuong|quoc hoi|mat tran|mttq|tong cong ty|cong ty|tap doan"
    "|ngan hang|bao hiem|kho bac|thue|hai quan|dai|bao|nha|khoa|to|tieu ban|tinh doan|thanh doan"
    "|huyen doan|quan doan|xa doan|phuong doan|lien hiep|tong lien doan|lien minh|quy|dai hoc"
    "|chu tich|kiem toan|buu dien|dien luc|hat|xi nghiep"
    "|lam truong|nong truong|nha may|trung uong|bch|btv|btt|lien doi|doi|cum|khoi|tong"
)
_HEAD = re.compile(rf"(?:{_HEADS})(?!\w)")
_NUMBER_LINE = re.compile(r"\W{0,3}S[ốôồóòỐÔ]\s?[:.;/]")
_PLACE = re.compile(r"(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\s")
# Words that are a place's only without their tones: `Tình hình`, `Quan điểm`, `Phương án`.
_NO_PLACE = re.compile(r"(?:t[ìí]nh|qu[aâả]n|phương)\s", re.IGNORECASE)
# A collective body named without the organisation it belongs to.
_COLLECTIVE = re.compile(r"(?:ban (?:thuong truc|chap hanh|thuong vu)|bch|btv|btt|doan chu tich)")
_OPEN_END = re.compile(
    r"(?:(?:thuong vu|thuong truc|quan ly|va|cua|ve|phong chong|cong tac|giam sat|chap hanh"
    r"|trung tam|khoi|ban chi dao|ban to chuc|ban|van phong|hoi dong)|[-–,&])$"
)
# Several bodies of one rank that issue together: `BỘ X - BỘ Y`.
_JOINT = re.compile(r"\s[-–]\s(?:bo|vien|toa an|uy ban|so|doan|hoi|ban|chinh phu|cong an|tong)\s")
# Offices of a body whose own name says nothing without it.
_PART = re.compile(
    r"(?:van phong|ban to chuc|ban tuyen giao|ban dan van|ban noi chinh|uy ban kiem tra"
    r"|ban xay dung dang|ban kinh te|ban phap che|thanh tra|thuong truc)"
)


def group_units(lines: Sequence[str]) -> list[str]:
    """Printed issuer lines as the names of units, from the highest down.

    `ỦY BAN NHÂN DÂN` + `TỈNH X` is one, `UBND TỈNH X` + `SỞ Y` are two, `ỦY BAN MTTQ VIỆT
    NAM` + `XÃ Z` + `BAN THƯỜNG TRỰC` are the committee of the commune and its standing board.
    """
    units: list[str] = []
    joint = False
    for line in lines:
        words = line.strip(" *_./").lstrip("–- ")
        bare = fold(words).lower().strip(" -–")
        if not bare:
            continue
        alone = " " in bare or not units or _COLLECTIVE.fullmatch(bare) is not None
        begins = alone and _HEAD.match(bare) is not None
        joint = joint or _JOINT.search(bare + " ") is not None or words[-1] in "-–"
        if units and (joint or not begins or _continues(units[-1], bare)):
            units[-1] += " " + words
        elif begins or not units:
            units.append(words)
    return [re.sub(r"[\s–-]+$", "", unit) for unit in units]


def _continues(above: str, bare: str) -> bool:
    before = fold(above).lower()
    if bare.startswith(("ban chap hanh", "ban thuong", "bch", "doan chu tich")):
        return False
    if _COLLECTIVE.fullmatch(before):
        return True
    return _OPEN_END.search(before) is not None and not bare.startswith(("so ", "phong ", "truong"))


def is_issuer_line(words: str) -> bool:
    """Whether a header line reads like (part of) the name of a body."""
    if len(words) > 140 or words[-1:] in ";:" or any(c.isdigit() for c in words[:3]):
        return False
    if _NUMBER_LINE.match(words):  # a number by hand, which nobody could make out
        return False
    letters = [c for c in words if c.isalpha()]
    if len(letters) < 2:
        return False
    caps = sum(c.isupper() for c in letters) >= 0.85 * len(letters)
    bare = fold(words).lower()
    place = _PLACE.match(bare) and not _NO_PLACE.match(words)
    return caps or (len(words) < 80 and bool(_HEAD.match(bare) or place))


def full_name(units: Sequence[str]) -> str | None:
    """The issuer's words: the last unit, with the body it is a part of where it needs one."""
    if not units:
        return None
    last = units[-1]
    bare = fold(last).lower()
    if len(units) > 1 and (_COLLECTIVE.fullmatch(bare) or _PART.fullmatch(bare)):
        return f"{last} {units[-2]}"
    return last
