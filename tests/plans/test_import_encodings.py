"""Text typed in TCVN3 or VNI fonts is recognised and turned into Unicode; proper text is left alone."""

import pytest

from plans.imports.old_encodings import TCVN3_LETTERS, TCVN3_SIGNS, VNI, recode

SENTENCES = [
    "Sở Nội vụ", "Ủy ban nhân dân tỉnh Hậu Giang", "12/40 hồ sơ đất đai trả kết quả trễ hạn.", "Khách quan", "Chủ quan",
    "Chưa phân công rõ người chịu trách nhiệm theo dõi, đôn đốc việc giải quyết hồ sơ",
    "Đẩy mạnh tuyên truyền dịch vụ công trực tuyến; bổ sung minh chứng", "Sở Lao động - Thương binh và Xã hội",
    "Ban hành quyết định công bố thủ tục hành chính", "Kỹ thuật quản lý, sử dụng quỹ đất; giải quyết khiếu nại",
    "Phần mềm một cửa bị lỗi, thường xuyên nghẽn mạng", "khuỷu tay ngoằn ngoèo, khuếch trương, quỳnh, giếng, thuở",
    "Văn bản số 412/QĐ-UBND", "Hằng quý họp giao ban, nhắc nhở, rút kinh nghiệm", "Ý kiến", "Thành phố Vị Thanh",
]  # fmt: skip
PROPER = [
    *SENTENCES, "THÀNH PHỐ VỊ THANH", "hoà bình, thuý, Hoà và Hòa", "café", "naïve", "résumé", "São Paulo", "Zürich",
    "Müller GmbH", "Côte d'Ivoire", "El Niño", "piñata", "über", "© 2026", "Microsoft® Office",
    "5 m², 3 m³, 25 °C, 10 µm", "«Một cửa»", "§ 5", "Krông Pắk, Đắk Lắk, Đăk Nông", "Company’s report – “final”",
    "số lượng ≥ 90%", "QĐ-TTg",
]  # fmt: skip
INTO_TCVN3 = dict(zip(TCVN3_LETTERS, TCVN3_SIGNS, strict=True))
INTO_VNI = {
    letter: signs for signs, letter in VNI.items() if not (signs[0].isupper() and signs[1:].islower())
}


def in_tcvn3(text: str) -> str:
    return "".join(INTO_TCVN3.get(letter, INTO_TCVN3.get(letter.lower(), letter)) for letter in text)


def in_vni(text: str) -> str:
    return "".join(INTO_VNI.get(letter, letter) for letter in text)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_tcvn3_text_says_the_same_in_unicode(text):
    found = recode(in_tcvn3(text))

    assert found.encoding == "tcvn3"
    assert found.text.lower() == text.lower()  # its capitals are the small letters of a capital font


@pytest.mark.parametrize("text", SENTENCES)
def test_a_vni_text_says_the_same_in_unicode(text):
    found = recode(in_vni(text))

    assert (found.encoding, found.text) == ("vni", text)


@pytest.mark.parametrize("text", PROPER)
def test_proper_vietnamese_english_and_foreign_names_raise_no_alarm(text):
    assert recode(text) is None


@pytest.mark.parametrize(("typed", "meant"), [("Së Néi vô", "Sở Nội vụ"), ("Sôû Noäi vuï", "Sở Nội vụ")])
def test_the_name_every_office_knows(typed, meant):
    assert recode(typed).text == meant


def test_every_letter_of_the_alphabet_is_in_both_tables():
    accented = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

    assert set(accented) <= set(INTO_TCVN3) and set(accented + accented.upper()) <= set(VNI.values())
