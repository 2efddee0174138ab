"""Phone numbers, mail addresses and names of people are left out of free text; everything else stays as printed."""

import pytest

from plans.publication.masking import Mask

PEOPLE = ["Nguyễn Văn Bình", "Trần Quốc Khởi", "Quản trị"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Liên hệ 0912 345 678 trước khi nộp.", "Liên hệ […] trước khi nộp."),
        ("Gọi 0293.3878.888 hoặc +84 913 123 456", "Gọi […] hoặc […]"),
        ("(0293) 3 878 888 và 0293-3878888", "[…] và […]"),
        ("ĐT: 3.878.888 (giờ hành chính)", "ĐT: […] (giờ hành chính)"),
        ("Số điện thoại 3878 888", "Số điện thoại […]"),
        ("gửi so.noivu+cchc@haugiang.gov.vn.", "gửi […]."),
        ("Giao Nguyễn Văn Bình chủ trì", "Giao […] chủ trì"),
        ("Giao NGUYỄN VĂN BÌNH chủ trì", "Giao […] chủ trì"),
        ("Sở Nội vụ (Trần Quốc Khởi) rà soát", "Sở Nội vụ ([…]) rà soát"),
        ("Đồng chí Lê Thị Lạ phụ trách", "Đồng chí […] phụ trách"),
        ("do ông Đặng Văn Người và bà Hồ Thị Khác ký", "do ông […] và bà […] ký"),
    ],
)
def test_what_leads_to_a_person_is_left_out(text, shown):
    mask = Mask(PEOPLE)

    assert mask(text) == shown
    assert mask.has_hidden


@pytest.mark.parametrize(
    "text",
    [
        "Trước ngày 01.08.2022, 40 hồ sơ; ngày 05/09/2022 12 hồ sơ.",
        "Quyết định số 1149/QĐ-BNV ngày 30 tháng 12 năm 2021; Kế hoạch 118/KH-UBND",
        "Giai đoạn 2021-2025; kinh phí 1.200.000.000 đồng; điểm 0,3500/1,0000",
        "Tỉnh Bà Rịa - Vũng Tàu; Sở Tài nguyên và Môi trường; UBND thành phố Vị Thanh",
        "Tổng đài 1022, 1900 1234; mã hồ sơ H30.12.345.678",
        "Quản trị hệ thống; Đồng chí Chủ tịch Ủy ban; đồng chí Bí thư",
    ],
)
def test_dates_numbers_of_papers_amounts_and_offices_stay(text):
    mask = Mask(PEOPLE)

    assert mask(text) == text
    assert not mask.has_hidden


def test_a_long_text_of_capitals_is_read_quickly_enough_to_finish():
    assert Mask(PEOPLE)("TỈNH HẬU GIANG " * 3000).startswith("TỈNH HẬU GIANG")
