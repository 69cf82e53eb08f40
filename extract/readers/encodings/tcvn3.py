"""TCVN3 (ABC): one byte a letter, capitals in fonts of their own; most offices until 2005."""

from typing import Final

NAME: Final = "TCVN3"
FONTS: Final = (".vn", "vntime", "vnarial", "vncourier", "vnsouthern")
"""What the names of its fonts begin with, in lower case, without a subset's prefix."""

BYTES: Final[dict[int, str]] = {
    0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ", 0xA8: "ă",
    0xA9: "â", 0xAA: "ê", 0xAB: "ô", 0xAC: "ơ", 0xAD: "ư", 0xAE: "đ", 0xAF: "Ằ", 0xB5: "à",
    0xB6: "ả", 0xB7: "ã", 0xB8: "á", 0xB9: "ạ", 0xBA: "Ẳ", 0xBB: "ằ", 0xBC: "ẳ", 0xBD: "ẵ",
    0xBE: "ắ", 0xBF: "Ẵ", 0xC0: "Ắ", 0xC1: "Ầ", 0xC2: "Ẩ", 0xC3: "Ẫ", 0xC4: "Ấ", 0xC5: "Ề",
    0xC6: "ặ", 0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ", 0xCC: "è", 0xCD: "Ể",
    0xCE: "ẻ", 0xCF: "ẽ", 0xD0: "é", 0xD1: "ẹ", 0xD2: "ề", 0xD3: "ể", 0xD4: "ễ", 0xD5: "ế",
    0xD6: "ệ", 0xD7: "ì", 0xD8: "ỉ", 0xD9: "Ễ", 0xDA: "Ế", 0xDB: "Ồ", 0xDC: "ĩ", 0xDD: "í",
    0xDE: "ị", 0xDF: "ò", 0xE0: "Ổ", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó", 0xE4: "ọ", 0xE5: "ồ",
    0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ", 0xEA: "ờ", 0xEB: "ở", 0xEC: "ỡ", 0xED: "ớ",
    0xEE: "ợ", 0xEF: "ù", 0xF0: "Ỗ", 0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ", 0xF5: "ừ",
    0xF6: "ử", 0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự", 0xFA: "ỳ", 0xFB: "ỷ", 0xFC: "ỹ", 0xFD: "ý",
    0xFE: "ỵ", 0xFF: "Ố",
}  # fmt: skip
"""TCVN 5712:1993, VN3 with the further letters of VN2."""

EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    (
        "\xf1y ban nh\xa9n d\xa9n ph\xad\xeang H\xdfa B\xd7nh",
        "ủy ban nhân dân phường Hòa Bình",
    ),
    (
        "tri\xd3n khai k\xd5 ho\xb9ch ph\xdfng, ch\xe8ng d\xdech b\xd6nh",
        "triển khai kế hoạch phòng, chống dịch bệnh",
    ),
    (
        "r\xb5 so\xb8t th\xf1 t\xf4c tr\xad\xedc ng\xb5y m\xad\xeai l\xa8m th\xb8ng t\xb8m",
        "rà soát thủ tục trước ngày mười lăm tháng tám",
    ),
)
"""As it looks when taken for Latin letters, and what it says."""
