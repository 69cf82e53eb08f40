"""Words of the genre, so that random texts run into the finders' patterns."""

PIECES = [
    *"""Căn cứ|Thực hiện|Kế hoạch số|12/KH-UBND|98/2023NĐ-CP|ngày|05/3/2024|31/4/2025|tháng 9|quý
II|năm 2024|năm học 2023-2024|trước ngày|hằng tháng|từ|đến|Luật Thi đua, khen thưởng|của|về
Ủy ban nhân dân tỉnh|UBND|Sở Y tế|“|”|"|(|)|;|:|.|,|-|+|I. MỤC ĐÍCH|1.|1.1.|a)|TT|Nội dung
Đơn vị chủ trì|Thời gian|Nơi nhận:|Lưu: VT|KT. GIÁM ĐỐC|phong trào|kỷ niệm 20 năm|100%|ít nhất
TỔ CHỨC THỰC HIỆN|Giao|chủ trì, phối hợp với|chỉ tiêu|KẾ HOẠCH|Số:|Phụ lục I""".replace(
        "\n", "|"
    ).split("|"),
    *("\n", "\n\n", "\f", "\t", "\a", "\u0301"),
]

# Times in words and in every kind of number.
SPOKEN = """tháng sáu|tháng ba năm 2025|quý hai|quý IV/2025|mỗi tháng hai lần|hai tuần một lần
thứ sáu hằng tuần|sáu tháng đầu năm|chín tháng|học kỳ hai|học kỳ I|tuần 3 tháng 9|nửa cuối năm
0|00|1/0|ngày thứ ba cuối tháng|định kỳ 6 tháng một lần|đầu quý II|giữa tháng 6""".replace(
    "\n", "|"
).split("|")
# What a pattern that does not mind the case, or asks for a digit, takes for another letter.
LOOK_ALIKES = {"i": "ı", "s": "ſ", "k": "\u212a", "2": "²", "3": "\u0663", "1": "①", "ị": "İ"}
