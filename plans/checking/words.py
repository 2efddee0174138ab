"""How each check of a plan reads: when it is met, and with the number of things that are lacking."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

MET = {
    "not_accepted": _("Every submission that is owed is accepted"),
    "left_behind": _("Every accepted action is in the plan or left out on purpose"),
    "weakness": _("Every weakness of an accepted submission has an action"),
    "points": _("Every point lost is addressed by an action of the plan"),
    "dropped": _("Every line has an action that is still meant to be done"),
    "lead_unit": _("Every line has a lead unit that carries out one of its actions"),
    "deadline": _("Every line has a deadline"),
    "passed": _("No deadline has passed already"),
    "period": _("No deadline lies after the plan's period"),
    "product": _("Every line names its expected output"),
    "owner": _("Every action has an owner"),
    "owner_gone": _("Every owner is active and works in the lead unit"),
    "evidence": _("For every action the expected evidence is named"),
}
LACKING = {  # what was lacking when a plan went all the same
    "not_accepted": _("submissions not accepted"),
    "left_behind": _("accepted actions left behind"),
    "weakness": _("weaknesses without an action"),
    "points": _("points lost without an action"),
    "dropped": _("lines without an action"),
    "lead_unit": _("lead unit"),
    "deadline": _("deadline"),
    "passed": _("deadlines that had passed"),
    "period": _("deadlines after the plan's period"),
    "product": _("expected output"),
    "owner": _("owner"),
    "owner_gone": _("owners who are inactive or have left"),
    "evidence": _("expected evidence"),
}
UNMET = {
    "not_accepted": ngettext_lazy(
        "%(count)s submission is not accepted yet", "%(count)s submissions are not accepted yet", "count"
    ),
    "left_behind": ngettext_lazy(
        "%(count)s accepted action is neither in the plan nor left out",
        "%(count)s accepted actions are neither in the plan nor left out",
        "count",
    ),
    "weakness": ngettext_lazy(
        "%(count)s weakness has no action", "%(count)s weaknesses have no action", "count"
    ),
    "points": ngettext_lazy(
        "%(count)s loss of points is not addressed by any action",
        "%(count)s losses of points are not addressed by any action",
        "count",
    ),
    "dropped": ngettext_lazy(
        "%(count)s line has no action any more", "%(count)s lines have no action any more", "count"
    ),
    "lead_unit": ngettext_lazy(
        "%(count)s line lacks a lead unit that carries out its actions",
        "%(count)s lines lack a lead unit that carries out their actions",
        "count",
    ),
    "deadline": ngettext_lazy("%(count)s line has no deadline", "%(count)s lines have no deadline", "count"),
    "passed": ngettext_lazy(
        "%(count)s deadline has passed already", "%(count)s deadlines have passed already", "count"
    ),
    "period": ngettext_lazy(
        "%(count)s deadline lies after the plan's period",
        "%(count)s deadlines lie after the plan's period",
        "count",
    ),
    "product": ngettext_lazy(
        "%(count)s line names no expected output", "%(count)s lines name no expected output", "count"
    ),
    "owner": ngettext_lazy("%(count)s action has no owner", "%(count)s actions have no owner", "count"),
    "owner_gone": ngettext_lazy(
        "%(count)s action has an owner who is inactive or has left the lead unit",
        "%(count)s actions have an owner who is inactive or has left the lead unit",
        "count",
    ),
    "evidence": ngettext_lazy(
        "%(count)s action names no expected evidence", "%(count)s actions name no expected evidence", "count"
    ),
}
