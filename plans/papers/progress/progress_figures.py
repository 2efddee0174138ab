"""The four results of the plan's actions on a day: in all, by index and by group of lead units."""

from collections.abc import Iterable
from datetime import date

from plans.models import ProgressSnapshot
from plans.models.progress.snapshot import COUNTS
from plans.papers.plan.annex import title_of
from plans.progress.lines import lines_on
from plans.progress.past import ActionThen, counts
from tracker.models import Index, UnitGroup

RESULTS = ("total", "done_on_time", "done_late", "open_in_time", "overdue")
NO_GROUP = "Cơ quan, đơn vị khác"
WAITING = "biện pháp đã báo cáo hoàn thành, đang chờ xác minh (tính trong số chưa hoàn thành, còn trong hạn)"
DROPPED = "biện pháp không tiếp tục thực hiện (không tính trong tổng số)"
OPENING = "Kế hoạch có {lines} nhiệm vụ, gồm {total} biện pháp của các cơ quan, đơn vị, trong đó:"
EXTENDED = (
    "biện pháp có thời hạn muộn hơn thời hạn ban đầu, do được gia hạn hoặc do điều chỉnh Kế hoạch"
    " (tính theo thời hạn ban đầu, toàn tỉnh có {late} biện pháp quá hạn)"
)


def figures(plan, states: list[ActionThen], on: date) -> dict:
    """Reckoned from the actions as they stood, so that the figures and the lists of one report always agree."""
    nothing = ProgressSnapshot(**dict.fromkeys(COUNTS, 0))
    whole = counts(plan, states, on, "total").get("", nothing)
    indices = {index.code: title_of(index) for index in Index.objects.all()}
    groups = {group.code: group.name_vi for group in UnitGroup.objects.all()} | {"": NO_GROUP}
    return {
        "sum": _counts("Tổng số", whole),
        "total": _in_words(whole, lines_on(plan, on)),
        "indices": list(_by(counts(plan, states, on, "index"), indices)),
        "groups": list(_by(counts(plan, states, on, "group"), groups)),
    }


def _by(counted: dict[str, ProgressSnapshot], names: dict[str, str]) -> Iterable[dict]:
    """One line for each key that occurs, in the order of the names."""
    return (_counts(name, counted[key]) for key, name in names.items() if key in counted)


def _counts(name: str, row: ProgressSnapshot) -> dict:
    return {"name": name} | {result: getattr(row, result) for result in RESULTS}


def _in_words(whole: ProgressSnapshot, lines: int) -> dict:
    shares = {result: _share(getattr(whole, result), whole.total) for result in RESULTS[1:]}
    told = _further(whole)
    notes = f"Ghi chú: {'; '.join(told)}." if told else ""
    return {"opening": OPENING.format(lines=lines, total=whole.total), "further": notes, **shares}


def _share(part: int, total: int) -> str:
    percent = f"{100 * part / total:.1f}".replace(".", ",") if total else "0,0"
    return f"{part} biện pháp ({percent}%)"


def _further(whole: ProgressSnapshot) -> list[str]:
    """What the four results do not show: reports that wait, actions given up, deadlines that were put off."""
    extended = EXTENDED.format(late=whole.overdue_by_original)
    counted = ((whole.reported, WAITING), (whole.dropped, DROPPED), (whole.extended, extended))
    return [f"{number} {words}" for number, words in counted if number]
