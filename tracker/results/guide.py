"""The guide of the template, as officials read it beside the sheets."""

GUIDE = (
    ("Nguyên tắc",
     "Ghi đúng như cơ quan công bố. Nhập tệp chưa ghi gì: hệ thống kiểm tra trước, nêu từng lỗi theo trang, dòng, cột; "
     "chỉ khi bạn xác nhận thì toàn bộ mới được ghi."),
    ("Các trang",
     "Trang nào không cần nhập có thể xóa khỏi tệp. Không đổi tên trang và tên cột."),
    ("Điểm, Thang",
     "Số thập phân dùng dấu phẩy, nhiều nhất hai chữ số. Thang là điểm tối đa, ví dụ 100; SIPAS có năm ghi theo %, "
     "có năm theo thang 10: ghi đúng thang của số đã công bố."),
    ("Hạng, Trên tổng số",
     "Hạng luôn đi với tổng số tỉnh, thành được xếp hạng năm đó. Đồng hạng thì ghi “Có”."),
    ("Tăng/giảm điểm, hạng",
     "Chỉ ghi khi có công bố. Điểm giảm ghi số âm. Hạng: số dương là tăng bậc, số âm là giảm bậc."),
    ("Giữ như công bố",
     "Chỉ ghi “Có” khi mức tăng/giảm công bố không khớp với kết quả năm trước đã ghi và vẫn giữ nguyên."),
    ("Ghi chú",
     "Bắt buộc khi không có điểm hoặc không có hạng: nêu lý do, lý do này hiện bên cạnh dấu “–”."),
    ("Xếp loại đơn vị",
     "“Không xếp hạng” là quyết định của Hội đồng, phải có lý do. Đơn vị chưa có kết quả thì để trống."),
    ("Phân bố",
     "Số đơn vị của từng nhóm đạt từng loại, đúng như công bố. Không xếp hạng vì nhiều lý do thì mỗi lý do một dòng: "
     "chèn thêm dòng."),
)  # fmt: skip
