"""The signature block: on whose behalf, in which capacity, and number, place and date as typed from the paper."""

from . import province
from .wording import full_number, long_day, open_day

SYMBOL = "KH-UBND"


def plan_words(plan, frame: dict) -> dict:
    """Number, date and signer of the plan; blank until somebody has typed them in from the signed paper."""
    number = full_number(plan.number, SYMBOL)
    return {
        "number_line": f"Số: {number}" if plan.number else f"Số:{number}",
        "date_line": f"{frame['place']}, {_day(plan)}",
        "signature": capacity(plan.signer_title),
        "signer_name": plan.signer_name,
    }


def reference(plan, frame: dict) -> str:
    """How the plan's own annexes refer to it."""
    issuer = f"Ủy ban nhân dân {frame['issuer']['province']}"
    return f"số {full_number(plan.number, SYMBOL)} {_day(plan)} của {issuer}"


def plan_reference(plan) -> str:
    """How another paper names the issued plan; empty while it is a draft."""
    if not plan.is_issued:
        return ""
    issuer = f"Ủy ban nhân dân {province.words(plan.review)['province']}"
    return f"số {full_number(plan.number, SYMBOL)} {long_day(plan.issued_on)} của {issuer}"


def amended_by(amendments) -> str:
    """Those of them that are issued, in the words that follow the name of the plan; empty when none is."""
    issued = amendments.filter(state="issued").order_by("issued_on", "pk")
    numbers = [f"{full_number(each.number, SYMBOL)} {long_day(each.issued_on)}" for each in issued]
    return f"được điều chỉnh, bổ sung tại Kế hoạch số {'; số '.join(numbers)}" if numbers else ""


def capacity(title: str) -> list[str]:
    """A committee's paper is signed on its behalf; a deputy signs for the chairman."""
    deputy = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] if "PHÓ" in title.upper() else ["CHỦ TỊCH"]
    return ["TM. ỦY BAN NHÂN DÂN", *deputy]


def _day(plan) -> str:
    return long_day(plan.issued_on) if plan.issued_on else open_day(plan.review.plan_due_on.year)
