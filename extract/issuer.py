"""Issuer, subject, period and kind where the letterhead does not tell: from the body and foot.

The sentence that promulgates the plan names who does it; failing that, the closing words, the
symbol, and the signer's post. What is taken from there is named in `assumed`.
"""

import re
from collections import Counter
from dataclasses import replace

from extract.citations.issuers import unit_by_symbol
from extract.citations.tail import tail_at
from extract.context import Context
from extract.flow import Flow
from extract.foot import Foot
from extract.head import Head
from extract.head.names import unit_of
from extract.head.periods import period_of
from extract.numbers import parse_number
from extract.units import read_unit, unit_at
from extract.units.letters import UPPER
from extract.units.places import NAME, is_city, province, province_names
from extract.values import clean
from schemas import Level, Unit
from schemas.keys import words_key

_OPENING = 8_000  # characters of the body in which a plan is promulgated
_CLOSING = 1_500
_BODY_SIZE = 40_000  # characters in which an issuer's place is looked for
_BODY = (
    r"(?:Chủ tịch|Giám đốc|Hiệu trưởng|[UỦ][yỷ] ban|UBND|UBMTTQ|MTTQ|Mặt trận|Hội|HĐND|Bộ|Sở"
    r"|[Pp]hòng|Trường|[Nn]hà trường|Ban|Cục|Vụ|Chi cục|Tổng cục|Trung tâm|Trạm|Hạt|Đoàn"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:đoàn|[uủ][yỷ])|Đảng [uủ][yỷ]|Liên đoàn|Công đoàn"
    r"|Liên minh|Liên hiệp|Chi bộ|Đảng bộ|Công an|Viện|Học viện|Đại học|Bệnh viện|T(?:òa|oà) án"
    r"|Thanh tra|Kiểm toán|Hải quan|Văn phòng|Thủ tướng|Chính phủ|Liên đội|BCĐ|Tiểu ban"
    r"|Tổ công tác|Ngân hàng|Bảo hiểm|Kho bạc|Thuế|Quỹ|Đài|Báo|Công ty|Tổng công ty)"
)
_PROMULGATES = re.compile(
    rf"(?:^|[.;,:]\s|\n)\s*(?P<unit>{_BODY}(?!\w)[^;:.\n]{{0,160}}?)\s*(?:\([^()\n]{{1,80}}\)\s*)?,?\s+"
    r"(?:ban\s+hành|xây\s+dựng|thông\s+báo|hướng\s+dẫn|lập|đề\s+ra|triển\s+khai|tổ\s+chức|phát\s+động|thống\s+nhất\s+ban\s+hành)"
    r"\s+(?:và\s+[\w\s]{2,30}?\s)?(?:[“\"]\s?)?"
    r"(?P<kind>[Kk]ế\s+hoạch|KẾ HOẠCH|[Cc]hương\s+trình|[Hh]ướng\s+dẫn|[Đđ]ề\s+án|[Pp]hương\s+án)"
    r"(?P<subject>[^\n]{0,700})",
    re.MULTILINE,
)
_TAIL = re.compile(
    r"[,;]?\s*(?:\(sau\s+đây[^)]{0,80}\)\s*)?(?:,\s*)?(?:cụ\s+thể\s+)?(?:với\s+(?:các|những|một\s+số)\s+)?"
    r"(?:nội\s+dung[^.\n]{0,60}|như\s+sau|cụ\s+thể|sau\s+đây)\s*[:.]?\s*$|\s+như\s+sau\b.*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    rf"Trên đây là\s[^\n]{{0,400}}?\scủa\s(?P<unit>{_BODY}(?!\w)[^;,.\n]{{0,120}})", re.IGNORECASE
)
_ASKS = re.compile(rf"[;,.]\s(?P<unit>{_BODY}(?!\w)[^;,.\n]{{0,120}}?)\s(?:yêu cầu|đề nghị)\s")
_DISTRICT = re.compile(
    r"(?:huyện|Huyện|HUYỆN|quận|Quận|QUẬN|thị xã|Thị xã|Thị Xã|THỊ XÃ|thành phố|Thành phố"
    rf"|Thành Phố|THÀNH PHỐ|TP\.?|Tp\.?|tp\.?)\s+(?P<name>{NAME})"
)
_COMMUNE = re.compile(
    r"(?:xã|Xã|XÃ|phường|Phường|PHƯỜNG|thị trấn|Thị trấn|Thị Trấn|THỊ TRẤN|đặc khu|Đặc khu"
    rf"|Đặc Khu|ĐẶC KHU)\s+(?P<name>{NAME})"
)
_PROVINCE = re.compile(rf"(?<![{UPPER}\w])(?:{province_names()})(?!\w)")
_STANDING = re.compile(  # decides for its body, whose name the letterhead bears
    r"^Ban Thường vụ (?=(?:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) [uủ][yỷ]|Liên đoàn|Công đoàn)(?!\w))",
    re.IGNORECASE,
)
# `Trường THPT X, xã Y xây dựng …`: where a school stands.
_SEAT = re.compile(
    rf",\s(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s(?P<name>{NAME})"
    r"(?:,\s[^,]{3,40}){0,2}$"
)
_BARE = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_POSTS: tuple[tuple[str, str], ...] = (
    ("trưởng phòng", "Phòng"),
    ("giám đốc", "Sở"),
    ("hiệu trưởng", "Trường"),
    ("bộ trưởng", "Bộ"),
    ("thứ trưởng", "Bộ"),
)


def complete(flow: Flow, head: Head, foot: Foot) -> Head:
    """The head with what the body and the footer tell; what was printed stays as it is."""
    opening = flow.text[head.head_end : min(foot.foot_start, head.head_end + _OPENING)]
    closing = flow.text[max(head.head_end, foot.foot_start - _CLOSING) : foot.foot_start]
    sentence = _sentence(opening)
    head = _named_in_text(_dated(head, foot), opening)
    issuer = head.issuer
    if issuer is None:
        issuer = _named(sentence, closing) or _from_symbol(head) or _from_post(foot, opening)
        if issuer is not None:
            head = replace(head, assumed=(*head.assumed, "issuer"))
    elif issuer.name in _BARE:
        issuer = _whole(issuer, _named(sentence, closing), head)
    if issuer is not None and head.place and _is_of(issuer, head.place):
        issuer = issuer.model_copy(update={"area": head.place})
    if issuer is not None and issuer.area is None:
        area = _area(head, issuer, f"{head.subject or ''}\n{opening[:3000]}\n{closing}")
        area = area or _area(head, issuer, flow.text[head.head_end : head.head_end + _BODY_SIZE])
        issuer = issuer.model_copy(update={"area": area}) if area else issuer
    head = replace(head, issuer=issuer)
    return _titled(head, sentence) if sentence is not None else head


def _named_in_text(head: Head, opening: str) -> Head:
    """Issuer and day of a document without a letterhead whose text gives them with its number:
    `toàn văn Nghị quyết số 5-NQ/TU (ngày 02/3/2026) của Ban Chấp hành …`."""
    at = opening.find(head.number) if head.number and "number" in head.spans else -1
    if at < 0 or head.issuer or head.issued_on or head.place:
        return head
    end = at + len(head.number or "")
    tail = tail_at(opening, end, min(len(opening), end + 200), joint=False, bare_year=False)
    issuer = unit_of(tail.issuer) if tail.issuer else None
    said = [f for f, v in (("issued_on", tail.issued_on), ("issuer", issuer)) if v is not None]
    return replace(head, issuer=issuer, issued_on=tail.issued_on, assumed=(*head.assumed, *said))


def _is_of(issuer: Unit, place: str) -> bool:
    """Whether an institution bears the name of the place that the date line names."""
    return issuer.level == "institution" and words_key(issuer.name).endswith(f" {words_key(place)}")


def _dated(head: Head, foot: Foot) -> Head:
    """Place and day from the line above the signature, where the letterhead has none."""
    if head.place or head.issued_on or not foot.place:
        return head
    fields = ("place", "issued_on") if foot.issued_on else ("place",)
    assumed = (*head.assumed, *fields)
    return replace(head, place=foot.place, issued_on=foot.issued_on, assumed=assumed)


def _whole(issuer: Unit, named: Unit | None, head: Head) -> Unit:
    """`ỦY BAN NHÂN DÂN` whose second line is lost: from the body, else from the place."""
    if named is not None and named.name.startswith(issuer.name + " "):
        return named
    if head.place and province(head.place):
        kind = "thành phố" if is_city(head.place, head.issued_on) else "tỉnh"
        return read_unit(f"{issuer.name} {kind} {head.place}", Context())
    return issuer


def _sentence(opening: str) -> re.Match[str] | None:
    """The last promulgating sentence of the opening, before the first numbered part."""
    stop = re.search(r"^(?:I|1|A)[.)/-]\s", opening, re.MULTILINE)
    found = list(_PROMULGATES.finditer(opening, 0, stop.start() if stop else len(opening)))
    return found[-1] if found else None


def _titled(head: Head, sentence: re.Match[str]) -> Head:
    """Kind, subject and period that the title lacks, from the promulgating sentence."""
    subject = head.subject
    assumed = list(head.assumed)
    kind, period = head.kind, head.period
    if kind is None:
        kind = " ".join(sentence["kind"].split()).capitalize()
        assumed.append("kind")
    said = _TAIL.sub("", sentence["subject"].strip(' “”"'))
    if subject is None and 6 <= len(clean(said)) <= 500:
        subject = clean(said)
        assumed.append("subject")
    if period is None:
        period = period_of(said)
        if period is not None and head.subject is not None and period.start is None:
            period = None  # `đến năm …` of what is carried out, not of the plan
        if period is not None:
            assumed.append("period")
    return replace(head, kind=kind, subject=subject, period=period, assumed=tuple(assumed))


def _named(sentence: re.Match[str] | None, closing: str) -> Unit | None:
    """The body that promulgates, or that the closing paragraph names."""
    for match in (sentence, _CLOSES.search(closing), _ASKS.search(closing)):
        if match is None:
            continue
        words = re.sub(r"\([^()]*\)", "", match["unit"]).strip(" ,")
        words = _STANDING.sub("", re.split(r"\s(?:đã|tiếp tục|trân trọng|căn cứ)(?!\w)", words)[0])
        seat = _SEAT.search(words)
        unit = unit_of(words[:1].upper() + words[1 : seat.start() if seat else None])
        if seat and unit.area is None:
            unit = unit.model_copy(update={"area": seat["name"]})
        if unit.office in ("Chủ tịch", "Giám đốc", "Bộ trưởng", "Hiệu trưởng"):
            unit = unit.model_copy(update={"office": None})
        if not unit.group and unit.name not in ("Ban", "Sở", "Phòng", "Trường", "Nhà trường", "Bộ"):
            return unit
    return None


def _from_symbol(head: Head) -> Unit | None:
    """`KH-SNV` shows who issued it; `KH-UBND` leaves the level open and shows nobody."""
    printed = head.number or (f"1/{head.symbol}" if head.symbol else None)
    number = parse_number(printed) if printed else None
    unit = unit_by_symbol(number) if number else None
    shared = number is not None and number.issuer_abbr == "TW"  # of three bodies
    return unit if unit is not None and unit.name not in _BARE and not shared else None


def _from_post(foot: Foot, opening: str) -> Unit | None:
    """The body of the signer's post that the opening names most often (`Giám đốc` → a Sở)."""
    title = (foot.signer.title or "").lower() if foot.signer else ""
    head = next((body for post, body in _POSTS if post in title), None)
    if head is None:
        return None
    pattern = re.compile(rf"(?<!\w){head} [{UPPER}][^;,.:\n()]{{2,60}}")
    named = ((unit_at(opening, m.start()), m[0]) for m in pattern.finditer(opening))
    counts = Counter(read_unit(u.words if u else m, Context()).name for u, m in named)
    return unit_of(counts.most_common(1)[0][0]) if counts else None


def _area(head: Head, issuer: Unit, near: str) -> str | None:
    """The place of the issuer: the place of its tier that the words name most often."""
    level: Level | None = issuer.level
    if level in ("province", "province-department") or issuer.name == "Tỉnh ủy":
        return _province_of(near, head)
    if level in ("district", "district-department"):
        return _most(_DISTRICT, near, cities=False)
    if level in ("commune", "commune-department"):
        return _most(_COMMUNE, near) or head.place
    if level == "institution":
        return _most(_COMMUNE, near) or _most(_DISTRICT, near, cities=False)
    return _organisation_area(issuer, near, head)


def _organisation_area(issuer: Unit, near: str, head: Head) -> str | None:
    name = issuer.name
    if name.endswith((" tỉnh", " thành phố")) or name.startswith(("Tỉnh", "Thành")):
        return _province_of(near, head)
    if name.endswith((" xã", " phường", " đặc khu")):
        return _most(_COMMUNE, near) or head.place
    if name.endswith((" huyện", " quận", " thị xã")) or name.startswith(("Huyện", "Quận")):
        return _most(_DISTRICT, near)
    return None


def _province_of(near: str, head: Head) -> str | None:
    place = head.place
    if place and province(place):
        return place
    counts = Counter(m[0] for m in _PROVINCE.finditer(near))
    return counts.most_common(1)[0][0] if counts else None


def _most(pattern: re.Pattern[str], words: str, *, cities: bool = True) -> str | None:
    found = (m["name"] for m in pattern.finditer(words) if m["name"][0].isalpha())
    counts = Counter(name for name in found if cities or not is_city(name))
    return counts.most_common(1)[0][0] if counts else None
