"""Lines of a draft, and what tests ask of them."""

from plans.models import PlanItem
from tests.factories import ISSUED, actor
from tracker.models import Event

LETTER = "Phát hành thư xin lỗi và hẹn lại ngày trả kết quả trước khi hồ sơ hết hạn 01 ngày."
OTHER_LETTER = "Gửi thư xin lỗi và hẹn lại ngày trả kết quả trước khi hồ sơ hết hạn 02 ngày."
BENCH = "/ke-hoach/2022/hop-nhat/"


def line_of(action) -> PlanItem:
    return PlanItem.objects.get(contributions__action=action)


def order(plan) -> list[str]:
    """The references in the order of the printed lines; merged ones together."""
    return ["+".join(refs(item)) for item in plan.items.order_by("position")]


def refs(item) -> list[str]:
    return sorted(part.action.ref for part in item.contributions.all())


def said(person) -> dict:
    return {"by": actor(person), "today": ISSUED}


def last(thing) -> Event:
    return Event.objects.of(thing).last()


def address(item, part: str = "") -> str:
    return f"/ke-hoach/2022/dong/{item.pk}/{part}"


def key(item) -> str:
    """The line as a page carries it."""
    return f"{item.pk}:{item.version}"
