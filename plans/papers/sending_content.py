"""What the letter says of the draft plan: how it came about, what it holds, and what the Committee should know."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count as Counted

from tracker.models import Action

from .grouping import grouped
from .hand_ins import NO_GROUP
from .plan.annex import title_of
from .wording import listed, roman, short_day

CHECKS = {
    "not_accepted": "Cơ quan, đơn vị có báo cáo kiểm điểm chưa được tiếp nhận",
    "left_behind": "Biện pháp đã được tiếp nhận, chưa đưa vào dự thảo Kế hoạch",
    "weakness": "Hạn chế chưa có biện pháp khắc phục",
    "points": "Nội dung bị trừ điểm chưa có nhiệm vụ khắc phục",
    "dropped": "Nhiệm vụ mà đơn vị không tiếp tục thực hiện",
    "lead_unit": "Nhiệm vụ có cơ quan chủ trì đã kết thúc hoạt động hoặc không trực tiếp thực hiện",
    "deadline": "Nhiệm vụ chưa xác định thời hạn hoàn thành",
    "passed": "Nhiệm vụ có thời hạn hoàn thành trước ngày trình",
    "period": "Nhiệm vụ có thời hạn hoàn thành sau thời gian thực hiện Kế hoạch",
    "product": "Nhiệm vụ chưa xác định sản phẩm",
    "owner": "Biện pháp chưa phân công người phụ trách",
    "owner_gone": "Biện pháp có người phụ trách không còn công tác tại đơn vị",
    "evidence": "Biện pháp chưa xác định minh chứng",
}


@dataclass(frozen=True)
class Part:
    """The lines of one index, of one group of lead units, or of one quarter."""

    name: str
    count: int
    units: int
    first_due: str
    last_due: str


def making(plan) -> dict:
    """How the accepted measures became the lines of the plan."""
    accepted = Action.objects.tracked().filter(weakness__review=plan.review).exclude(state="dropped")
    lines = plan.items.standing().annotate(parts=Counted("contributions"))
    merged = [line.parts for line in lines if line.parts > 1]
    left_out = plan.left_out.select_related("action__lead_unit")
    return {
        "accepted_count": accepted.count(),
        "line_count": len(lines),
        "merged_lines": len(merged),
        "merged_measures": sum(merged),
        "left_out": listed(f"{each.action.statement.rstrip(' .;')} ({_left_out(each)})" for each in left_out),
    }


def content(numbered: list) -> dict:
    """The lines by index, by lead units and by quarter."""
    items = [item for _, item in numbered]
    return {
        "indices": [_part(title_of(each[0].index), each) for each in grouped(items, lambda item: item.index_id)],
        "lead_groups": listed(_lead_group(each) for each in _by_group(items)),
        "lead_unit_count": len({item.lead_unit_id for item in items}),
        "quarters": listed(f"Quý {roman(quarter - 1)} năm {year}: {count} nhiệm vụ"
                           for (year, quarter), count in _quarters(items)),
        "whole": _part("Tổng số", items),
    }  # fmt: skip


def doubts(plan, today: date) -> dict:
    """The checks that are not met: as they stand in a draft; as they were when the plan was sent."""
    live = {check.name: check.count for check in plan.checks(today)}
    unmet = [name for name, count in live.items() if count] if plan.state == "draft" else plan.unmet
    told = (
        f"{CHECKS[name]}{f': {live[name]}' if live.get(name) else ''}" for name in unmet if name in CHECKS
    )
    return {"doubts": listed(told), "doubts_reason": plan.unmet_reason.strip()}


def _left_out(each) -> str:
    return f"{each.action.lead_unit.name_vi}; lý do: {each.reason.rstrip(' .;')}"


def _part(name: str, items: list) -> Part:
    days = [item.due_on for item in items if item.due_on]
    return Part(
        name=name, count=len(items), units=len({item.lead_unit_id for item in items}),
        first_due=short_day(min(days)) if days else "", last_due=short_day(max(days)) if days else "",
    )  # fmt: skip


def _by_group(items: list) -> list[list]:
    """Under the groups of their lead units, in the groups' order."""
    found = grouped(items, lambda item: item.lead_unit.group_id)
    return sorted(found, key=lambda each: (_group(each) is None, _group(each) and _group(each).position))


def _group(items: list):
    return items[0].lead_unit.group


def _lead_group(items: list) -> str:
    group, part = _group(items), _part("", items)
    return f"{group.name_vi if group else NO_GROUP}: {part.units} cơ quan chủ trì {part.count} nhiệm vụ"


def _quarters(items: list) -> list[tuple]:
    found = grouped(
        (item.due_on for item in items if item.due_on), lambda day: (day.year, (day.month + 2) // 3)
    )
    return sorted(((days[0].year, (days[0].month + 2) // 3), len(days)) for days in found)
