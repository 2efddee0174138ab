"""The report on the plan at a date: BÁO CÁO kết quả thực hiện Kế hoạch, from Sở Nội vụ to the People's Committee."""

from datetime import date

from . import progress_figures, province, signature, word_file
from .progress_lists import ProgressLists
from .wording import full_number, long_day, open_day

SYMBOL = "BC-SNV"


def progress_report(plan, today: date) -> bytes:
    """The figures and lists as they stand today; number, date, opinion and recommendations are left to the office."""
    return word_file.fill("progress.docx", _words(plan, today), written_on=today)


def _words(plan, today: date) -> dict:
    return (
        province.words(plan.review)
        | _letterhead(today)
        | {"counted_day": long_day(today), "plan_reference": signature.plan_reference(plan)}
        | progress_figures.figures(plan, today)
        | ProgressLists(plan, today).words()
    )


def _letterhead(today: date) -> dict:
    return {
        "number_line": f"Số:{full_number('', SYMBOL)}",
        "date_line": province.dated_at(open_day(today.year)),
        "signature": ["GIÁM ĐỐC"],
        "signer_name": "",
    }
