"""Which paper is to be written: of what, in which format, of which day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models import PaperJob, PlanVersion, Submission
from plans.papers.subjects import dated, has_versions
from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm


class SubmissionField(forms.ModelChoiceField):
    """A submission, chosen by the code of its unit."""

    def prepare_value(self, value):
        return value.unit.code if isinstance(value, Submission) else value

    def label_from_instance(self, submission) -> str:
        return submission.unit.name


class VersionField(forms.ModelChoiceField):
    """A frozen version, chosen by its number."""

    def prepare_value(self, value):
        return value.number if isinstance(value, PlanVersion) else value

    def label_from_instance(self, version) -> str:
        words = _("Version %(version)s: %(number)s of %(day)s")
        signed = version.paper
        return words % {
            "version": version.number,
            "number": signed.number,
            "day": f"{signed.issued_on:%d/%m/%Y}",
        }


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
    plan_version = VersionField(
        None, label=_("Version"), to_field_name="number", required=False, empty_label=_("as it stands now"),
        error_messages={"invalid_choice": _("There is no such version of the plan.")},
    )  # fmt: skip
    on = DayField(label=_("Figures as of"), required=False,
                  help_text=_("Today, or an earlier day: the report then tells how things stood."))  # fmt: skip
    format = forms.ChoiceField(label=_("Format"), widget=forms.RadioSelect,
                               error_messages={"required": _("Choose a format.")})  # fmt: skip

    def __init__(self, request, paper, review, *, submissions, amendments, versions, today):
        asked = {
            name: request.GET[name]
            for name in ("format", "submission", "amendment", "plan_version", "on")
            if name in request.GET
        }
        super().__init__(request, None, initial={"format": paper.formats[0], "on": today} | asked)
        self.fields["format"].choices = [(each, PaperJob.Format(each).label) for each in paper.formats]
        self.fields["submission"].queryset, self.fields["amendment"].queryset = submissions, amendments
        self.fields["plan_version"].queryset = versions
        wanted = {paper.subject, "format", "on" if dated(paper.kind) else ""}
        wanted |= {"plan_version"} if has_versions(paper.kind) and versions else set()
        for name in set(self.fields) - wanted:
            del self.fields[name]
