"""Until when the plan is carried out."""

from django.utils.translation import gettext_lazy as _

from plans.models.planning.period import usual_end
from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm


class PeriodEndForm(VerbForm):
    """Left empty, it is the end of the plan's year."""

    ends_on = DayField(label=_("The plan is carried out until the end of"), required=False)

    def __init__(self, request, plan):
        super().__init__(request, plan, initial={"ends_on": plan.period_end})
        words = _("Day/month/year. Left empty it is %(day)s.")
        self.fields["ends_on"].help_text = words % {"day": f"{usual_end(plan.review):%d/%m/%Y}"}
