"""What a discrepancy says, for the screen."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from notifications.models import Discrepancy


def occasion(found: Discrepancy) -> str:
    """The date it counts from, and how far before or after it the person had to be told."""
    day = {"day": f"{found.due_on:%d/%m/%Y}"}
    match found.rule.anchor:
        case "event":
            return _("what happened on %(day)s") % day
        case "week":
            return _("the week of %(day)s") % day
        case _ if found.occurrence == 0:
            return _("on %(day)s") % day
        case _:
            return _distance(found) % (day | {"count": abs(found.occurrence)})


def _distance(found: Discrepancy) -> str:
    if found.rule.in_working_days:
        return _working_days(found.occurrence)
    if found.occurrence < 0:
        return ngettext("%(count)s day before %(day)s", "%(count)s days before %(day)s", -found.occurrence)
    return ngettext("%(count)s day after %(day)s", "%(count)s days after %(day)s", found.occurrence)


def _working_days(count: int) -> str:
    if count < 0:
        return ngettext(
            "%(count)s working day before %(day)s", "%(count)s working days before %(day)s", -count
        )
    return ngettext("%(count)s working day after %(day)s", "%(count)s working days after %(day)s", count)
