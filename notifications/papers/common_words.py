"""One text for all the units of a paper: as one of them read it, or with the figures of all."""

from notifications.models.chase_wording import substituted

ALL_UNITS = "các cơ quan, đơn vị"
IN_THE_LIST = "nêu tại danh sách kèm theo"


def common_words(letters: list) -> str:
    """The words of the only letter, or the text behind all of them with what they have in common."""
    if len(letters) == 1:
        return letters[0].words
    kept = letters[0].record.after
    figures = [letter.record.after["figures"] for letter in letters]
    return substituted(kept["wording"], {name: _together(name, figures) for name in figures[0]})


def _together(name: str, figures: list[dict]) -> str:
    return TOGETHER.get(name, _the_same)([each[name] for each in figures])


def _the_same(values: list[str]) -> str:
    return values[0] if len(set(values)) == 1 else IN_THE_LIST


def _most_days(values: list[str]) -> str:
    return f"{max(_number(value) for value in values)} ngày"


def _span_of_days(values: list[str]) -> str:
    """From the fewest days to the most, where all lie on the same side of today."""
    if len(set(values)) == 1:
        return values[0]
    for side in ("đã quá hạn", "còn"):
        if all(value.startswith(side) for value in values):
            days = sorted(map(_number, values))
            return f"{side} từ {days[0]} đến {days[-1]} ngày"
    is_any_late = any(value.startswith("đã quá hạn") for value in values)
    return f"một số đơn vị {'đã quá hạn' if is_any_late else 'đến hạn hôm nay'}"


def _span_of_dates(values: list[str]) -> str:
    in_order = sorted(set(values), key=lambda day: day.split("/")[::-1])
    return in_order[0] if len(in_order) == 1 else f"từ {in_order[0]} đến {in_order[-1]}"


def _number(value: str) -> int:
    return int("".join(filter(str.isdigit, value)))


TOGETHER = {
    "đơn vị": lambda _values: ALL_UNITS,
    "số việc": lambda values: str(sum(map(int, values))),
    "lâu nhất": _most_days,
    "hạn nộp": _span_of_dates,
    "thời hạn": _span_of_days,
}
