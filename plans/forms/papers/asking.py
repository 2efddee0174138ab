"""Which paper is to be written: of what, in which format, of which day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models import PaperJob, Submission
from plans.papers.subjects import dated
from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm


class SubmissionField(forms.ModelChoiceField):
    """A submission, chosen by the code of its unit."""

    def prepare_value(self, value):
        return value.unit.code if isinstance(value, Submission) else value

    def label_from_instance(self, submission) -> str:
        return submission.unit.name


class PaperForm(VerbForm):
    """Asked twice, it is the same job; so nothing else has to guard against sending twice."""

    version = None
    idempotency = None
    submission = SubmissionField(
        None, label=_("Unit"), to_field_name="unit__code", empty_label=_("– choose –"),
        error_messages={"invalid_choice": _("This unit has no submission in this review, or it is not yours.")},
    )  # fmt: skip
    amendment = forms.ModelChoiceField(
        None, label=_("Amendment"), empty_label=_("– choose –"),
        error_messages={"invalid_choice": _("There is no such amendment of this plan.")},
    )  # fmt: skip
    on = DayField(label=_("Figures as of"), required=False,
                  help_text=_("Today, or an earlier day: the report then tells how things stood."))  # fmt: skip
    format = forms.ChoiceField(label=_("Format"), widget=forms.RadioSelect,
                               error_messages={"required": _("Choose a format.")})  # fmt: skip

    def __init__(self, request, paper, review, *, submissions, amendments, today):
        asked = {
            name: request.GET[name]
            for name in ("format", "submission", "amendment", "on")
            if name in request.GET
        }
        super().__init__(request, None, initial={"format": paper.formats[0], "on": today} | asked)
        self.fields["format"].choices = [(each, PaperJob.Format(each).label) for each in paper.formats]
        self.fields["submission"].queryset, self.fields["amendment"].queryset = submissions, amendments
        wanted = {paper.subject, "format", "on" if dated(paper.kind) else ""}
        for name in set(self.fields) - wanted:
            del self.fields[name]
