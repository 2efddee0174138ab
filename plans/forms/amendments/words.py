"""Why a plan is amended, what a line will say, which actions join it, and what the signed paper says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.forms.issue import IssueForm
from plans.forms.workbench.item import TEXTS, ItemForm
from plans.models.amendments.words import as_fields
from tracker.forms.fields import SentencesField
from tracker.forms.verb import VerbForm
from tracker.models import Action
from tracker.templatetags.page import day


class BeginForm(VerbForm):
    reason = SentencesField(
        label=_("Why is the plan amended?"),
        help_text=_(
            "It stands in the paper, for example “at the request of three units, after the floods of August”."
        ),
    )


class LineForm(ItemForm):
    """The line as it stands, with what is planned for it already filled in."""

    reason = SentencesField(
        label=_("Reason"), rows=2, required=False, help_text=_("It stands beside the change in the paper.")
    )

    def __init__(self, request, amendment, item, planned, today):
        super().__init__(request, item, [], today)
        self.thing = amendment
        self.initial["version"] = amendment.version
        self._line = item
        if planned:
            self.initial |= _as_typed(as_fields(planned.after)) | {"reason": planned.reason}

    def beside(self) -> list[tuple]:
        """Each field with the words of the line as it stands."""
        item = self._line
        now = {name: getattr(item, name) for name in TEXTS} | {
            "due_on": day(item.due_on), "lead_unit": item.lead_unit,
            "coordinating_units": "; ".join(str(unit) for unit in item.coordinating_units.all()),
        }  # fmt: skip
        return [(self[name], now[name]) for name in self.fields if name in now]


class AdditionForm(VerbForm):
    """Accepted actions that no line of the plan holds."""

    actions = forms.ModelMultipleChoiceField(
        Action.objects.none(), label=_("Actions to be added"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one action.")},
    )  # fmt: skip
    reason = SentencesField(label=_("Reason"), rows=2, required=False)

    def __init__(self, request, amendment, candidates):
        super().__init__(request, amendment)
        self.fields["actions"].queryset = candidates
        self.fields["actions"].label_from_instance = _in_words
        self.left_out = [action.left_out for action in candidates if hasattr(action, "left_out")]


class AmendmentIssueForm(VerbForm):
    number = IssueForm.declared_fields["number"]
    issued_on = IssueForm.declared_fields["issued_on"]
    signer_name = IssueForm.declared_fields["signer_name"]
    signer_title = IssueForm.declared_fields["signer_title"]
    signed_file = IssueForm.declared_fields["signed_file"]


def _as_typed(fields: dict) -> dict:
    """Units as the choices of the form name them."""
    found = dict(fields)
    if "lead_unit" in fields:
        found["lead_unit"] = str(fields["lead_unit"].pk)
    if "coordinating_units" in fields:
        found["coordinating_units"] = [str(unit.pk) for unit in fields["coordinating_units"]]
    return found


def _in_words(action) -> str:
    return f"{action.ref} – {action.lead_unit}: {action.statement_in_plan}"
