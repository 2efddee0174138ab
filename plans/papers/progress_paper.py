"""The report on the plan at a date: BÁO CÁO kết quả thực hiện Kế hoạch, from Sở Nội vụ to the People's Committee."""

from datetime import date

from plans.progress.past import states_on

from . import province, signature
from .files import word_file
from .files.sheet import Sheet
from .progress import progress_figures, progress_sheets
from .progress.progress_lists import ProgressLists
from .wording import full_number, long_day, open_day

SYMBOL = "BC-SNV"


def progress_report(plan, today: date) -> bytes:
    """The figures and lists of this day; number, date, opinion and recommendations are left to the office."""
    return word_file.fill("progress", words(plan, today), written_on=today)


def words(plan, today: date) -> dict:
    """What stands on the paper; of a day that has passed, how things stood at its end."""
    states = states_on(plan, today)
    return (
        province.words(plan.review)
        | _letterhead(today)
        | {"counted_day": long_day(today), "plan_reference": _reference(plan, today)}
        | progress_figures.figures(plan, states, today)
        | ProgressLists(plan, states, today).words()
    )


def sheets(plan, today: date) -> list[Sheet]:
    """The figures, and every action with its state and dates."""
    return progress_sheets.sheets_of(plan, states_on(plan, today), today)


def _reference(plan, on: date) -> str:
    """The plan with what had amended it by that day."""
    name, amended = (
        signature.plan_reference(plan),
        signature.amended_by(plan.amendments.filter(issued_on__lte=on)),
    )
    return f"{name} ({amended})" if amended else name


def _letterhead(today: date) -> dict:
    return {
        "number_line": f"Số:{full_number('', SYMBOL)}",
        "date_line": province.dated_at(open_day(today.year)),
        "signature": ["GIÁM ĐỐC"],
        "signer_name": "",
    }
