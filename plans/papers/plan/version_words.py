"""How a printed plan says which of its versions it is, and what has amended it."""

from plans.papers import signature
from plans.papers.wording import full_number, long_day

from .printed import Printed

LINES_ONLY = "chỉ Phụ lục I được lưu nguyên văn khi ban hành, các phần khác in theo dữ liệu hiện nay"


def words(paper: Printed) -> dict:
    """The line under the title, and how annexes refer to the plan."""
    return {
        "version_line": of_version(paper),
        "annex_reference": f"{signature.reference(paper.plan, paper.frame)}{_amended(paper)}",
    }


def of_version(paper: Printed) -> str:
    """Which version this is, after which paper, and which one is in force; nothing on a plan never amended."""
    if not paper.version or not (paper.is_asked_for or paper.amendments or paper.has_lines_only):
        return ""
    latest = paper.plan.versions.order_by("number").last()
    over = f"; hiện hành là phiên bản {latest.number}" if latest.number > paper.version.number else ""
    today = f"; {LINES_ONLY}" if paper.has_lines_only else ""
    return f"Phiên bản {paper.version.number}, {_after(paper)}{over}{today}"


def _after(paper: Printed) -> str:
    signed = paper.version.paper
    made = "đã được điều chỉnh, bổ sung đến" if paper.version.amendment else "ban hành theo"
    return f"{made} Kế hoạch số {_named(signed)}"


def _amended(paper: Printed) -> str:
    numbers = "; số ".join(_named(each) for each in paper.amendments)
    return f", được điều chỉnh, bổ sung tại Kế hoạch số {numbers}" if numbers else ""


def _named(signed) -> str:
    return f"{full_number(signed.number, signature.SYMBOL)} {long_day(signed.issued_on)}"
