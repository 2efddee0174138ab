"""Whether the progress that was counted change by change was what the nightly count from scratch gave."""

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.models import RollUpRun


def in_words() -> str:
    """What the last night found; it puts right what had drifted, so that this is no fault of the site."""
    run = RollUpRun.objects.first()
    if run is None:
        return _("not counted yet")
    facts = {"at": f"{localtime(run.ran_at):%d/%m/%Y %H:%M}", "count": run.drifted}
    if not run.drifted:
        return _("counted from scratch %(at)s, all agreed") % facts
    words = ngettext(
        "counted from scratch %(at)s: %(count)s place had drifted and was put right",
        "counted from scratch %(at)s: %(count)s places had drifted and were put right",
        run.drifted,
    )
    return words % facts
