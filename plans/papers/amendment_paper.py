"""The amendment of the plan: KẾ HOẠCH điều chỉnh, bổ sung, with the annex that sets before and after side by side."""

from datetime import date

from . import province, signature
from .amendment_lines import Changed, Lines, Row, lines_of
from .files.sheet import Column, Sheet
from .wording import full_number, listed, long_day, open_day

CHANGED = (Column("TT", 6), Column("Nhiệm vụ, giải pháp", 36), Column("Nội dung điều chỉnh", 18),
           Column("Trước điều chỉnh", 34), Column("Sau điều chỉnh", 34), Column("Lý do", 18))  # fmt: skip
ADDED = (
    Column("TT", 6), Column("Chỉ số, tiêu chí", 16), Column("Tồn tại, hạn chế", 22), Column("Nguyên nhân", 18),
    Column("Nhiệm vụ, giải pháp", 24), Column("Chủ trì", 14), Column("Phối hợp", 14),
    Column("Thời gian hoàn thành", 12), Column("Sản phẩm", 14), Column("Lý do", 12),
)  # fmt: skip
WITHDRAWN = (Column("TT", 6), Column("Nhiệm vụ, giải pháp", 60), Column("Chủ trì", 26),
             Column("Thời gian hoàn thành", 20), Column("Lý do", 34))  # fmt: skip
NAMES = (("changed", "Nhiệm vụ điều chỉnh", CHANGED), ("added", "Nhiệm vụ bổ sung", ADDED),
         ("withdrawn", "Nhiệm vụ rút khỏi Kế hoạch", WITHDRAWN))  # fmt: skip


def words(amendment, today: date) -> dict:
    """What stands on the paper; number, date and signer are blank until the amendment is issued."""
    plan, lines = amendment.plan, lines_of(amendment)
    return (
        province.words(plan.review)
        | _signed(amendment, today)
        | {"plan_reference": signature.plan_reference(plan), "plan_number": _number(plan),
           "earlier": _earlier(amendment), "reason": amendment.reason.rstrip(" .;")}
        | {"changed": lines.changed, "added": lines.added, "withdrawn": lines.withdrawn, "summary": _summary(lines)}
    )  # fmt: skip


def sheets(amendment, today: date) -> list[Sheet]:
    """One table for each of the three parts that has lines."""
    lines, heading = lines_of(amendment), f"Điều chỉnh, bổ sung Kế hoạch số {_number(amendment.plan)}"
    rows = {"changed": _changed_rows, "added": _added_rows, "withdrawn": _withdrawn_rows}
    parts = [(title, columns, rows[name](getattr(lines, name))) for name, title, columns in NAMES]
    return [
        Sheet(title, columns, found, heading)
        for title, columns, found in parts
        if found or title == NAMES[0][1]
    ]


def _signed(amendment, today: date) -> dict:
    number = full_number(amendment.number, signature.SYMBOL)
    day = long_day(amendment.issued_on) if amendment.issued_on else open_day(today.year)
    issuer = f"Ủy ban nhân dân {province.words(amendment.plan.review)['province']}"
    return {
        "number_line": f"Số: {number}" if amendment.number else f"Số:{number}",
        "date_line": province.dated_at(day),
        "annex_reference": f"số {number} {day} của {issuer}",
        "signature": signature.capacity(amendment.signer_title),
        "signer_name": amendment.signer_name,
    }


def _number(plan) -> str:
    return full_number(plan.number, signature.SYMBOL)


def _earlier(amendment) -> str:
    """The amendments before this one, in the words that follow the plan's name; empty when it is the first."""
    told = signature.amended_by(amendment.plan.amendments.filter(pk__lt=amendment.pk))
    return f"đã {told}" if told else ""


def _summary(lines: Lines) -> list[str]:
    """How many lines change, come and go, with their numbers in Annex I."""
    told = (("Điều chỉnh", lines.changed), ("Bổ sung", lines.added), ("Rút khỏi Kế hoạch", lines.withdrawn))
    return listed(
        f"{verb} {len(found):02} nhiệm vụ (số thứ tự {', '.join(line.number for line in found)} tại Phụ lục I)"
        for verb, found in told
        if found
    )


def _changed_rows(lines: list[Changed]) -> list[list]:
    return [
        [line.number, line.measure, each.name, each.before, each.after, line.reason]
        for line in lines
        for each in line.differences
    ]


def _added_rows(lines: list[Row]) -> list[list]:
    return [
        [line.number, line.criterion, line.weakness, line.causes, line.measure, line.lead, line.coordinating,
         line.due, line.output, line.reason] for line in lines
    ]  # fmt: skip


def _withdrawn_rows(lines: list[Row]) -> list[list]:
    return [[line.number, line.measure, line.lead, line.due, line.reason] for line in lines]
