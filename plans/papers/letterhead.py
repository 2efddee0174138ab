"""Who signs a report and a letter: Home Affairs, or a unit under the name, place and title that its kind has."""

from tracker.models import Province

from . import province
from .wording import full_number, open_day

OFFICE = "Văn phòng UBND tỉnh"
COMMITTEES = ("UBND ", "Ủy ban nhân dân ")
PLACES = ("thành phố ", "thị xã ", "huyện ", "xã ", "phường ", "thị trấn ")
HEADS = {
    "Sở": "GIÁM ĐỐC", "Văn phòng": "CHÁNH VĂN PHÒNG", "Thanh tra": "CHÁNH THANH TRA", "Ban": "TRƯỞNG BAN",
    "Ban Quản lý dự án": "GIÁM ĐỐC", "Cục": "CỤC TRƯỞNG", "Chi cục": "CHI CỤC TRƯỞNG",
    "Công an": "GIÁM ĐỐC", "Bảo hiểm xã hội": "GIÁM ĐỐC", "Kho bạc": "GIÁM ĐỐC", "Ngân hàng": "GIÁM ĐỐC",
    "Công ty": "GIÁM ĐỐC", "Bộ Chỉ huy": "CHỈ HUY TRƯỞNG", "Trường": "HIỆU TRƯỞNG", "Đài": "GIÁM ĐỐC",
    "Trung tâm": "GIÁM ĐỐC", "Quỹ": "GIÁM ĐỐC",
}  # fmt: skip
OF_THE_PROVINCE = ("Sở", "Văn phòng", "Thanh tra", "Ban", "Ban Quản lý dự án")
LINE_LENGTH, WORTH_OF_A_PAUSE = 24, 5  # capitals of 12 pt on 65 mm
ANY_HEAD = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"
TO_BE_FILLED = "……………………………"


def of_home_affairs(symbol: str, year: int) -> dict:
    """Number, day and signer are left to the clerk and to the director."""
    return _open(symbol) | {
        "date_line": province.dated_at(open_day(year)), "signature": ["GIÁM ĐỐC"], "signer_name": "",
        "annex_reference": f"số {full_number('', symbol)} {open_day(year)} của Sở Nội vụ",
    }  # fmt: skip


def of_unit(unit, symbol: str, year: int) -> dict:
    """The head of a unit's own paper. The superior body of one that is not the province's is left to the unit."""
    over, issuer, place, signature = _committee(unit.name_vi) or _agency(unit.name_vi)
    return _open(symbol) | {
        "over": over, "issuer": issuer, "date_line": f"{place}, {open_day(year)}",
        "signature": signature, "signer_name": "",
    }  # fmt: skip


def _open(symbol: str) -> dict:
    return {"number_line": f"Số:{full_number('', symbol)}"}


def _committee(name: str) -> tuple | None:
    """A People's Committee writes in its own name, from its own place, and is signed on its behalf."""
    area = next((name.removeprefix(each) for each in COMMITTEES if name.startswith(each)), None)
    if area is None:
        return None
    place = next((area.removeprefix(each) for each in PLACES if area.startswith(each)), area)
    return "", ["ỦY BAN NHÂN DÂN", area.upper()], place, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def _agency(name: str) -> tuple:
    current = Province.current()
    kind = max((each for each in HEADS if name.startswith(f"{each} ")), key=len, default="")
    over = f"UBND {current.name.upper()}" if kind in OF_THE_PROVINCE else TO_BE_FILLED
    issuer = "VĂN PHÒNG" if name == OFFICE else name.upper()
    return over, _balanced(issuer), current.place, [HEADS.get(kind, ANY_HEAD)]


def _balanced(name: str) -> list[str]:
    """A name too long for the column stands in lines of like length, not with one word left over."""
    words, count = name.split(), -(-len(name) // LINE_LENGTH)
    if count == 1 or len(words) == 1:
        return [name]
    cut = min(range(1, len(words)), key=lambda at: _oddness(words, at, len(name) / count))
    return [" ".join(words[:cut]), *_balanced(" ".join(words[cut:]))]


def _oddness(words: list[str], at: int, length: float) -> float:
    """How far the first line is from the length it should have; it may be shorter where the name itself pauses."""
    pauses = words[at] == "VÀ" or words[at - 1].endswith(("-", ","))
    return abs(len(" ".join(words[:at])) - length) - WORTH_OF_A_PAUSE * pauses
