"""Lines whose printed date lies before one that was granted since."""

from datetime import date

from plans.models.planning.item import Contribution
from tracker.models import ExtensionRequest
from tracker.models.time_status import OPEN


def of(amendment) -> list[tuple]:
    """Each such line with its new date, but for those that the amendment already dates or withdraws."""
    taken = {change.item_id for change in amendment.changes.all() if _settles_the_date(change)}
    granted = Contribution.objects.filter(action__extensions__state="approved").values("item")
    lines = amendment.plan.items.standing().filter(pk__in=granted).exclude(pk__in=taken)
    dated = ((item, _granted(item)) for item in lines.prefetch_related("contributions__action__extensions"))
    return [(item, due_on) for item, due_on in dated if due_on and due_on > item.due_on]


def reason_of(item) -> str:
    """Which extensions moved the line, in the language of the paper that prints it."""
    granted = ExtensionRequest.objects.filter(action__contribution__item=item, state="approved")
    told = [
        f"{request.action.lead_unit.name_vi} được gia hạn ngày {request.decided_on:%d/%m/%Y}"
        for request in granted.select_related("action__lead_unit").order_by("decided_on", "pk")
    ]
    return "; ".join(told)


def _granted(item) -> date | None:
    """The latest deadline of the line's open work, where more time was granted."""
    actions = [part.action for part in item.contributions.all() if part.action.state in OPEN]
    moved = any(request.state == "approved" for action in actions for request in action.extensions.all())
    return max(action.due_on for action in actions) if moved else None


def _settles_the_date(change) -> bool:
    return change.kind == "withdraw" or "due_on" in change.after
