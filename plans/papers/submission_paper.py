"""The report of one unit: BÁO CÁO kiểm điểm, làm rõ nguyên nhân, trách nhiệm … và biện pháp khắc phục.

It names the people who answer for each weakness: it is written only for those who may open the submission.
"""

from datetime import date

from . import letterhead, province
from .files.sheet import Column, Sheet
from .plan.coordination import Coordination
from .submission import submission_bearers, submission_content, submission_sections
from .submission.submission_content import day_of
from .wording import long_day, short_day, short_decimal

HANDED_IN = "Lập từ bản đã nộp lần {attempt} ngày {day}, biên nhận {receipt}"
DRAFT = "Lập từ nội dung đơn vị đang soạn đến ngày {day}, chưa nộp trên phần mềm"
NONE_FOUND = "Qua tự rà soát, {unit} không phát hiện hạn chế thuộc trách nhiệm của đơn vị."
COLUMNS = (
    Column("Số TT", 6), Column("Chỉ số", 14), Column("Lĩnh vực, tiêu chí", 18), Column("Hạn chế", 28),
    Column("Biện pháp khắc phục", 30), Column("Người phụ trách", 15), Column("Cơ quan phối hợp", 18),
    Column("Bắt đầu", 11), Column("Thời hạn", 11), Column("Sản phẩm", 18), Column("Minh chứng", 18),
    Column("Sáng kiến", 6),
)  # fmt: skip


def words(submission, today: date) -> dict:
    """The unit's own words. Number, day, proposals and what it has not said are left to the unit."""
    content, review = submission_content.content_of(submission), submission.review
    weaknesses = submission_content.numbered(submission, content)
    return (
        province.words(review)
        | letterhead.of_unit(submission.unit, f"BC-{submission.unit.abbreviation}", today.year)
        | {"unit": submission.unit.name_vi, "conference_day": long_day(review.conference_on),
           "origin": _origin(submission, today)}
        | _results(submission, content)
        | _weaknesses(submission.unit, content, weaknesses)
        | _answers(content, weaknesses, Coordination(review.conference_on))
    )  # fmt: skip


def sheets(submission, today: date) -> list[Sheet]:
    """The table of remedies, one row each."""
    content = submission_content.content_of(submission)
    weaknesses = submission_content.numbered(submission, content)
    rows = [(weakness, action) for weakness in weaknesses for action in weakness.words["actions"] or (None,)]
    title = f"Biện pháp khắc phục hạn chế năm {submission.review.year} - {submission.unit.name_vi}"
    return [Sheet("Biện pháp khắc phục", COLUMNS, [_cells(*each) for each in enumerate(rows, 1)], title)]


def _origin(submission, today: date) -> str:
    """From which words the paper was made, for the foot of its pages."""
    copy = submission_content.handed_in(submission)
    if not copy:
        return DRAFT.format(day=short_day(today))
    return HANDED_IN.format(
        attempt=copy.attempt, day=short_day(copy.handed_in_on), receipt=copy.receipt_number
    )


def _results(submission, content: dict) -> dict:
    return {"rating": _rating(submission), "strengths": _paragraphs(content["strengths"])}


def _rating(submission) -> str:
    """As the council published it; empty when nothing was entered."""
    assessed = submission.review.assessed_units.filter(unit=submission.unit).select_related("rating").first()
    points = f"{short_decimal(assessed.points)} điểm" if assessed and assessed.points is not None else ""
    return ", ".join(filter(None, (points, _rank(assessed) if assessed and assessed.rating else "")))


def _rank(assessed) -> str:
    name = assessed.rating.name_vi.lower()
    rank = f"xếp loại {name}" if assessed.rating.is_ranked else name
    return f"{rank} ({assessed.reason})" if assessed.reason else rank


def _weaknesses(unit, content: dict, weaknesses: list) -> dict:
    says_none = content["declares_none"] and not weaknesses
    return {
        "weakness_count": len(weaknesses),
        "chapters": submission_content.chapters(weaknesses),
        "none_found": NONE_FOUND.format(unit=unit.name_vi) if says_none else "",
    }


def _answers(content: dict, weaknesses: list, coordination: Coordination) -> dict:
    external = submission_sections.causes(weaknesses, "external")
    internal = submission_sections.causes(weaknesses, "internal")
    collective, personal = submission_bearers.bearers(weaknesses)
    return {
        "external_causes": external,
        "internal_causes": internal,
        "has_causes": bool(external or internal),
        "head_responsibility": _paragraphs(content["head_responsibility"]),
        "collective": collective,
        "personal": personal,
        "has_bearers": bool(collective or personal),
        "remedies": submission_sections.remedies(weaknesses, coordination),
    }


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _cells(number: int, row: tuple) -> list:
    weakness, action = row
    found = [number, weakness.index, weakness.criterion, f"{weakness.title}: {weakness.words['statement']}"]
    return found + (_remedy(action) if action else [None] * (len(COLUMNS) - len(found)))


def _remedy(action: dict) -> list:
    return [
        action["statement"], action["owner"] or None, "; ".join(action["coordinating_units"]),
        day_of(action["starts_on"]), day_of(action["due_on"]), action["expected_output"],
        "; ".join(action["expected_evidence"]), "x" if action["is_initiative"] else None,
    ]  # fmt: skip
