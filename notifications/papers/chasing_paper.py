"""Công văn đôn đốc: the letter of Home Affairs to one or several units, with the list of what they owe."""

from datetime import date

from plans.models import Plan
from plans.papers import province, signature
from plans.papers.wording import full_number, long_day, open_day

from . import chased_lists
from .common_words import common_words

SYMBOL = "SNV-CCHC"
WITH_LIST = "kèm theo"
MOST_NAMED = 10
THOSE_LISTED = "Các cơ quan, đơn vị có tên tại danh sách kèm theo"
SUBJECT_LINES = {
    "overdue": "V/v đôn đốc thực hiện nhiệm vụ\nkhắc phục hạn chế CCHC quá hạn",
    "submission": "V/v đôn đốc nộp báo cáo kiểm điểm\ncông tác CCHC năm {year}",
}
ANNEX_TITLES = {
    "overdue": "DANH SÁCH NHIỆM VỤ KHẮC PHỤC HẠN CHẾ QUÁ HẠN",
    "submission": "DANH SÁCH CƠ QUAN, ĐƠN VỊ CHƯA NỘP\nBÁO CÁO KIỂM ĐIỂM",
}


def words(letters: list, today: date) -> dict:
    """What was owed on the day of chasing; number and date are blank until somebody has noted them."""
    letters = sorted(letters, key=_official_order)
    first, review = letters[0], chased_lists.review_of(letters)
    paragraphs, addressees = _paragraphs(common_words(letters)), _addressees(letters)
    return province.words(review) | _numbered(first) | {
        "about": first.about, "addressees": addressees,
        "only_addressee": addressees[0] if len(addressees) == 1 else "",
        "subject_line": SUBJECT_LINES[first.about].format(year=review.year),
        "annex_title": f"{ANNEX_TITLES[first.about]}\n(tính đến {long_day(first.chased_on)})",
        "opening": _opening(first, review, paragraphs), "paragraphs": paragraphs[:-1], "closing": paragraphs[-1],
        "groups": chased_lists.groups(letters),
    }  # fmt: skip


def _addressees(letters: list) -> list[str]:
    """By name, unless they would fill the page on which the letter itself should stand."""
    return [letter.unit.name_vi for letter in letters] if len(letters) <= MOST_NAMED else [THOSE_LISTED]


def _numbered(letter) -> dict:
    """Number, date and signature; what the clerk has not given stays blank."""
    number = full_number(letter.number, SYMBOL)
    day = long_day(letter.numbered_on) if letter.numbered_on else open_day(letter.chased_on.year)
    return {
        "number_line": f"Số: {number}" if letter.number else f"Số:{number}",
        "date_line": province.dated_at(day),
        "annex_reference": f"số {number} {day} của Sở Nội vụ",
        "signature": ["GIÁM ĐỐC"],
        "signer_name": "",
    }


def _paragraphs(words: str) -> list[str]:
    """The text of the letter; the last line ends as the last line of a paper does."""
    paragraphs = [line for line in words.splitlines() if line]
    return [*paragraphs[:-1], f"{paragraphs[-1].rstrip(' .')}./."]


def _opening(letter, review, paragraphs: list[str]) -> str:
    """On what grounds Home Affairs writes; the body of a paper has to point to its annex."""
    told = any(WITH_LIST in paragraph for paragraph in paragraphs)
    annex = "" if told else " (danh sách tại Phụ lục kèm theo)"
    grounds = _decided(review) if letter.submission else _planned(review)
    task = "nộp báo cáo kiểm điểm" if letter.submission else "thực hiện các nhiệm vụ quá hạn"
    return f"{grounds}, Sở Nội vụ đôn đốc việc {task}{annex} như sau:"


def _planned(review) -> str:
    plan = Plan.objects.filter(review=review).select_related("review").first()
    indices = f"nâng cao các Chỉ số PAR INDEX, SIPAS, PCI, PAPI năm {review.plan_year}"
    if reference := plan and signature.plan_reference(plan):
        return f"Thực hiện Kế hoạch {reference} khắc phục những tồn tại, hạn chế và {indices}"
    return f"Để khắc phục những tồn tại, hạn chế và {indices}"


def _decided(review) -> str:
    body = f"Ủy ban nhân dân {province.words(review)['province']}"
    meeting = (
        "Hội nghị phân tích các chỉ số PAR INDEX, SIPAS, PCI, PAPI và công bố kết quả đánh giá, xếp loại "
        f"công tác cải cách hành chính năm {review.year}, {long_day(review.conference_on)}"
    )
    return f"Thực hiện kết luận của Chủ tịch {body} tại {meeting}"


def _official_order(letter) -> tuple:
    group = letter.unit.group
    return (group is None, group.position if group else 0, letter.unit.sort_key)
