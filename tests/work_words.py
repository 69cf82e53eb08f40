"""Words with which work begins, and the readers of tasks for the tests of such words.

The words stand here a second time on purpose (see `word_lists.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from word_lists import words

from extract.context import Context
from extract.flow import flow_of
from extract.reading import Reading
from extract.sections import Frame, Section
from extract.tasks import find_tasks
from extract.times import find_times
from schemas import Heading, Task, TaskTime

VERBS = words(
    """đối chiếu, diễn tập, thay thế, sửa chữa, nâng cấp, cải tạo, treo, dự giờ, thống nhất
    kêu gọi, trực ban, tự đánh giá, lắp, giao ban, chủ trì, chủ động, họp, là cơ quan, là đơn vị
    là đầu mối, tuần tra, mua sắm, lắp đặt, khắc phục, trang bị, bàn giao, ghi nhận, biểu dương
    phối hợp, có trách nhiệm, chịu trách nhiệm, căn cứ, tổ chức, xây dựng, triển khai, thực hiện
    tham mưu, báo cáo, gửi, hướng dẫn, chỉ đạo, theo dõi, đôn đốc, kiểm tra, giám sát, tổng hợp
    ban hành, rà soát, tiếp tục, tăng cường, đẩy mạnh, bố trí, cân đối, thẩm định, trình, lập, nộp
    đăng ký, tuyên truyền, phổ biến, quán triệt, thường xuyên, định kỳ, kịp thời, nghiêm túc
    hoàn thành, hoàn thiện, cử, mở, bảo đảm, đảm bảo, quản lý, sử dụng, vận động, huy động, hỗ trợ
    cung cấp, đăng tải, đưa tin, đề xuất, đánh giá, công bố, công khai, nâng cao, phát huy
    phát động, tham gia, tự kiểm tra, cụ thể hóa, cụ thể hoá, giúp, làm đầu mối, được giao
    tùy theo, tuỳ theo, trên cơ sở, theo chức năng, lồng ghép, bám sát, nghiên cứu, nắm bắt
    nắm chắc, nắm tình hình, nắm rõ, duy trì, thống kê, tập trung, xem xét, phân công, chuẩn bị
    tiếp nhận, ứng dụng, gắn, dựa, niêm yết, thông báo, quan tâm, chú trọng, bồi dưỡng, tập huấn
    kiện toàn, trực tiếp, xác định, khẩn trương, sớm, phải, cần, đồng thời, hằng, hàng, trước ngày
    chậm nhất, lãnh đạo chỉ đạo, lãnh đạo UBND, lãnh đạo Ủy ban, lãnh đạo các, lãnh đạo việc
    lãnh đạo công tác, lãnh đạo thực hiện, dự toán, tạm ứng, thanh quyết toán, lựa chọn, phê duyệt
    ký, in ấn, phát hành, tư vấn, khảo sát, lấy phiếu, lấy ý kiến, lấy mẫu, lấy số liệu, cấp phát
    cấp vắc, cấp thuốc, cấp kinh phí, cấp giấy, cấp phép, chi trả, trang trí, phun, trồng, tiêm
    tiêm phòng, gói, đón, dọn, thu học phí, thu phí, thu hồ sơ, thu tiền, thành lập, tiến hành
    thẩm tra, phúc tra, truy quét, bắt, phát hiện, ngăn chặn, tạo điều kiện, khuyến khích
    thí điểm, cập nhật, trao, tặng, thăm, viếng, dâng, tháo gỡ, thu hồi, xếp loại, bình xét
    chấm điểm, điểm danh, tổng vệ sinh, công nhận, ra quân, ra mắt, kết nối, chia sẻ, số hóa
    số hoá, tích hợp, dàn dựng
    biểu diễn, trưng bày, luyện tập, khai báo, quyết toán, giải ngân, rút kinh nghiệm, bổ sung
    sao gửi, chuyển, đề ra, nêu, tự rà soát, cam kết, tổng kiểm tra, dừng, ngừng, vận hành
    giải quyết, xử lý, tích cực, chấp hành, nhân rộng, sơ kết, tổng kết, xét, kết hợp
    gặp gỡ, gặp mặt, đối thoại"""
)
OPENING_VERBS = words(
    """duyệt, sao lưu, lưu trữ, soạn, biên soạn, viết, chụp, quay, phát sóng, tiếp sóng, mời
    liên hệ, đặt, mua, thuê, nhập, xuất, nhận, giao, nghiệm thu, thanh toán, thanh lý, tiêu hủy
    tiêu huỷ, niêm phong, kiểm kê, kiểm đếm, đếm, đo, khoan, đào, đắp, san lấp, nạo vét
    khơi thông, cắt tỉa, chặt tỉa, phát quang, quét, lau, khử khuẩn, diệt, thả, gieo, cấy
    thu hoạch, chọn, tuyển chọn, tuyển dụng, sơ tuyển, bốc thăm, phân bổ, phân loại, phân tích
    phân luồng, thu thập, thu gom, tra soát, đối soát, soát xét, xác minh, xác nhận, làm việc
    làm rõ, làm sạch, tập luyện, tập dượt, luyện, chiếu, triển lãm, mít tinh, diễu hành
    tham quan, thắp, tảo mộ, tri ân, tôn vinh, vinh danh, khen thưởng, bình chọn, chấm
    kiểm định, hiệu chuẩn, bảo dưỡng, bảo trì, sơ tán, di dời, khám, sàng lọc, điều trị
    điều tra, truy vết, giám định, xử phạt, cưỡng chế, tháo dỡ, bồi thường, giải phóng mặt bằng
    đấu giá, đấu thầu, khởi công, khánh thành, thi công, thiết kế, khoanh vùng, tham dự
    giải trình, tiếp công dân, tiếp xúc, vận chuyển, sắp xếp, điều động, luân chuyển, bổ nhiệm
    kết nạp, giới thiệu, đề cử, bầu, hiệp thương, bỏ phiếu, kiểm phiếu, truyền thông, thanh tra
    ghi danh, ghi hình, ghi chép, dán, cắm, sơn, kẻ vẽ, vẽ, rải, tưới, bón, ươm, nhân giống
    thử nghiệm, chạy thử, diễn thử, tổng duyệt, sơ duyệt, hội ý, tự chấm"""
)
"""More words of work, at the beginning of a line alone."""
NO_VERBS = words(
    """ngân hàng, Ngân hàng, khách hàng, mặt hàng, cửa hàng, đồng chí lãnh đạo các
    tập thể lãnh đạo các, cán bộ lãnh đạo các, lãnh đạo xóm, chuyển đổi, lấy lúa, cấp thôn
    thu đông, nắm cơm, là nông dân, cửa, đóng, nêm, mởn, họ, kýt, lậpt, tư, ra, số, phát, quyết"""
)
"""Words that hold one of them, or a part of one, and are no work."""


def tasks(text: str, sections: Sequence[Section] = ()) -> list[Task]:
    """The tasks of a text that is a body from end to end, one paragraph a line."""
    flow = flow_of(Reading(text=text, wrapped=False))
    size = len(flow.text)
    context = Context(year=2031)
    times = list(find_times(flow.text, context, 0, size))
    return find_tasks(flow, Frame(0, 0, size, size, size), sections, context, times)


def told(text: str, sections: Sequence[Section] = ()) -> list[str]:
    """`action | from..to` of each task, or its rhythm."""
    return [f"{task.action} | {when(task.time)}" for task in tasks(text, sections)]


def when(time: TaskTime) -> str:
    """`from..to`, the rule of what comes again, or that it goes on."""
    if time.recurrence or time.continuous:
        return time.recurrence or "continuous"
    return f"{time.start or ''}..{time.end or ''}"


def under(*titles_and_body: str) -> tuple[str, list[Section]]:
    """A body under headings, each within the one before it, as a text and its outline."""
    *titles, body = titles_and_body
    text, sections = "", list[Section]()
    for level, title in enumerate(titles, 1):
        start, text = len(text), f"{text}{level}. {title}\n"
        heading = Heading(number=str(level), title=title, level=level)
        parent = level - 2 if level > 1 else None
        sections.append(Section(heading, str(level), start, len(text) - 1, -1, parent))
    text += body
    return text, [replace(section, end=len(text) + 1) for section in sections]
