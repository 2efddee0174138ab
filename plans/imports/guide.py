"""The words of the template's guide and example; the sheet is in Vietnamese, as the offices' papers are."""

GUIDE = (
    ("CÁCH ĐIỀN", "Điền vào trang “Nhập”, từ dòng 4. Mỗi dòng là một biện pháp; dòng chỉ có nguyên nhân hoặc người "
     "chịu trách nhiệm cũng được. Dòng chỉ ghi hạn chế, chưa có gì khác, sẽ được bỏ qua."),
    ("Nhiều dòng cho một hạn chế", "Ghi lại mã hạn chế ở từng dòng, hoặc gộp (merge) ô “Hạn chế” của các dòng đó."),
    ("Phông chữ", "Gõ bằng bảng mã Unicode. Nếu tệp cũ gõ bằng TCVN3 (.VnTime) hoặc VNI, hệ thống nhận ra và "
     "chuyển mã giúp khi kiểm tra."),
    ("Sau khi điền", "Lưu dạng Excel (.xlsx), mở báo cáo kiểm điểm của đơn vị, chọn “Nhập từ Excel” và tải tệp "
     "lên. Hệ thống kiểm tra từng ô; chưa có gì được ghi cho đến khi bạn xác nhận."),
    ("Giới hạn", "Tối đa 2.000 dòng và 20 MB; không dùng tệp có macro hoặc mật khẩu. Không đổi tên các cột."),
)  # fmt: skip
REMARKS = {
    "weakness": "Mã hạn chế của đơn vị (ví dụ HC-2021-001) hoặc tên một hạn chế mới, tối đa 200 ký tự.",
    "statement": "Chỉ cần cho hạn chế mới: nêu rõ sự việc và số liệu. Bỏ trống thì lấy theo tên hạn chế.",
    "index": "Bắt buộc với hạn chế mới. Chọn trong danh sách.",
    "cause_kind": "Chủ quan hoặc Khách quan; bắt buộc khi có nguyên nhân.",
    "cause": "Vì sao có hạn chế này. Mỗi dòng một nguyên nhân.",
    "responsible": "Người của đơn vị chịu trách nhiệm về hạn chế: chọn tên, hoặc ghi thư điện tử.",
    "level": "Trực tiếp, Liên quan hoặc Người đứng đầu. Bỏ trống được hiểu là Trực tiếp.",
    "measure": "Việc cụ thể sẽ làm để khắc phục.",
    "owner": "Người của đơn vị phụ trách biện pháp; bắt buộc khi có biện pháp.",
    "coordinating": "Chọn một đơn vị, hoặc ghi nhiều tên hay mã, cách nhau bằng dấu chấm phẩy (;).",
    "due_on": "Một ngày cụ thể, dạng ngày/tháng/năm (30/09/2026); không ghi “Quý III” hay “tháng 9”.",
    "output": "Văn bản, sản phẩm hoặc con số đạt được.",
    "evidence": "Tài liệu sẽ nộp làm minh chứng; nhiều loại thì cách nhau bằng dấu chấm phẩy (;).",
    "initiative": "Có hoặc Không. Bỏ trống được hiểu là Không.",
}
EXAMPLE = (
    {"weakness": "HC-2021-001", "cause_kind": "Chủ quan",
     "cause": "Chưa phân công rõ người theo dõi hồ sơ sắp đến hạn.", "responsible": "…", "level": "Trực tiếp",
     "measure": "Lập sổ theo dõi điện tử, cảnh báo hồ sơ còn 02 ngày đến hạn.", "owner": "…",
     "coordinating": "Sở Thông tin và Truyền thông; Sở Nội vụ", "due_on": "…",
     "output": "100% hồ sơ đất đai được cảnh báo trước hạn.", "evidence": "Quyết định phân công; Ảnh chụp sổ theo dõi",
     "initiative": "Không"},
    {"weakness": "HC-2021-001", "measure": "Niêm yết công khai tiến độ giải quyết tại Bộ phận Một cửa.", "owner": "…",
     "due_on": "…", "output": "Bảng niêm yết cập nhật hằng ngày.", "evidence": "Ảnh chụp bảng niêm yết"},
    {"weakness": "Chậm công khai thủ tục hành chính mới ban hành",
     "statement": "05/12 thủ tục được công khai sau 10 ngày làm việc kể từ ngày công bố.", "index": "…",
     "cause_kind": "Khách quan", "cause": "Cổng dịch vụ công nâng cấp trong quý II.", "responsible": "…",
     "level": "Liên quan", "measure": "Ban hành quy trình công khai trong 05 ngày làm việc.", "owner": "…",
     "due_on": "…", "output": "Quy trình nội bộ.", "evidence": "Quyết định ban hành quy trình", "initiative": "Có"},
)  # fmt: skip
