"""How many lines the plan had on a day, to be said beside the actions that are counted."""

from datetime import date

from django.db.models import F, Func, IntegerField
from django.utils.translation import gettext as _


def lines_on(plan, on: date) -> int:
    """Those of the paper in force on that day; before the issue, those of the draft."""
    in_force = plan.versions.filter(frozen_on__lte=on).order_by("-number")
    length = Func(F("content"), function="jsonb_array_length", output_field=IntegerField())
    printed = in_force.annotate(length=length).values_list("length", flat=True).first()
    return plan.items.standing().count() if printed is None else printed


def holds(lines: int, actions: int) -> str:
    """The two numbers of a plan in one sentence: a line is made of one action, or of several units' actions."""
    words = _("The plan has %(lines)s lines, made of %(actions)s actions of the units.")
    return words % {"lines": lines, "actions": actions}
