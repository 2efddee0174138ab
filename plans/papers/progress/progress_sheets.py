"""The progress of the plan as tables of a workbook: the figures, and the actions behind them."""

from datetime import date

from plans.papers.files.sheet import Column, Sheet
from plans.papers.wording import short_day
from plans.progress.meaning import members
from plans.progress.past import ActionThen

from .progress_figures import RESULTS, figures
from .progress_lists import ProgressLists, standing_report

FIGURES = (
    Column("Nhóm số liệu", 22), Column("Nội dung", 50), Column("Số biện pháp", 12),
    Column("Hoàn thành đúng hạn", 12), Column("Hoàn thành quá hạn", 12), Column("Chưa hoàn thành, trong hạn", 14),
    Column("Chưa hoàn thành, quá hạn", 14),
)  # fmt: skip
ACTIONS = (
    Column("Số TT tại Phụ lục I", 9), Column("Mã", 15), Column("Nhiệm vụ, giải pháp", 48),
    Column("Cơ quan chủ trì", 26), Column("Thời hạn", 12), Column("Thời hạn ban đầu", 12),
    Column("Kết quả", 20), Column("Ngày báo cáo hoàn thành", 13), Column("Số ngày quá hạn", 8),
    Column("Nguyên nhân quá hạn", 26),
)  # fmt: skip
OUTCOMES = {
    "done_on_time": "Hoàn thành đúng hạn", "done_late": "Hoàn thành quá hạn", "overdue": "Chưa hoàn thành, quá hạn",
    "open_in_time": "Chưa hoàn thành, trong hạn", "dropped": "Không tiếp tục thực hiện",
}  # fmt: skip
LATE = ("done_late", "overdue")


def sheets_of(plan, states: list[ActionThen], on: date) -> list[Sheet]:
    heading = f"Kết quả thực hiện Kế hoạch năm {plan.review.plan_year} tính đến ngày {short_day(on)}"
    return [
        Sheet("Số liệu", FIGURES, _figures(figures(plan, states, on)), heading),
        Sheet("Biện pháp", ACTIONS, _actions(ProgressLists(plan, states, on)), heading),
    ]


def _figures(counted: dict) -> list[list]:
    by = {
        "Tổng số": [counted["sum"]],
        "Theo chỉ số": counted["indices"],
        "Theo nhóm chủ trì": counted["groups"],
    }
    return [
        [part, row["name"], *(row[result] for result in RESULTS)] for part, rows in by.items() for row in rows
    ]


def _actions(lists: ProgressLists) -> list[list]:
    """Every action, in the order of the deadlines, with the result it counts under."""
    outcomes = {then: name for name in OUTCOMES for then in members(lists.states, name, lists.on)}
    return [_action(lists, then, outcomes[then]) for then in lists.states]


def _action(lists: ProgressLists, then: ActionThen, outcome: str) -> list:
    action, is_late = lists.actions[then.action_id], outcome in LATE
    number = lists.numbers[then.item_id]
    return [
        int(number) if number.isdigit() else number, action.ref, action.statement_in_plan,
        lists.units[then.unit_key], then.due_on, then.original_due_on, OUTCOMES[outcome], standing_report(then),
        lists.days_late(then) if is_late else None, action.delay_cause if outcome == "done_late" else None,
    ]  # fmt: skip
