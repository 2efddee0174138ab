"""Which actions are asked for: one filter set for page, API and export."""

from datetime import date

import django_filters as filters
from django.core.validators import RegexValidator
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from tracker import choices, standing
from tracker.forms.fields import DATE_FORMATS
from tracker.models import Action, Evidence, ExtensionRequest, TimeStatus, Unit, User
from tracker.models.time_status import DUE_SOON
from tracker.oversight.health import FAULTS, WAITING, faults, waiting
from tracker.vietnamese import beginning, plain

OPEN = ("open", _("Still open"))
IN_TIME = ("in_time", _("Open and not overdue"))
ME = [("me", _("Watched by me"))]
NO_DAY = _("Write the date as day/month/year, for example 30/08/2022.")
TIMES = [*((status.value, status.label) for status in TimeStatus if status is not TimeStatus.NONE), IN_TIME]
RESULTS = [
    ("done_on_time", _("Completed on time")),
    ("done_late", _("Completed late")),
    ("open_in_time", _("Not completed, in time")),
    ("open_late", _("Not completed, overdue")),
    ("counted", _("Any of the four results")),
]
MOST_WORDS = 8
DAYS = {"input_formats": DATE_FORMATS, "error_messages": {"invalid": NO_DAY}}


class ActionFilter(filters.FilterSet):
    """Every parameter narrows the list; an unknown value is an error of the form, never a crash."""

    q = filters.CharFilter(method="with_words", label=_("Search"), max_length=200)
    unit = filters.ChoiceFilter(field_name="lead_unit__code", choices=choices.units, label=_("Unit"))
    group = filters.ChoiceFilter(
        field_name="lead_unit__group__code",
        choices=choices.groups,
        label=_("Group"),
        null_label=_("Bodies outside the groups"),
    )
    state = filters.ChoiceFilter(
        method="in_state", choices=[OPEN, *Action.State.choices], label=_("Work status")
    )
    time = filters.ChoiceFilter(method="at_time", choices=TIMES, label=_("Time status"))
    index = filters.ChoiceFilter(
        field_name="weakness__index__code", choices=choices.indices, label=_("Index")
    )
    owner = filters.CharFilter(
        method="of_owner",
        label=_("Owner"),
        validators=[RegexValidator(r"^(me|\d{1,9})$", _("Give a number, or “me”."))],
    )
    owner_name = filters.CharFilter(method="of_owner_named", label=_("Owner's name"), max_length=120)
    due_from = filters.DateFilter(field_name="due_on", lookup_expr="gte", label=_("Due from"), **DAYS)
    due_to = filters.DateFilter(field_name="due_on", lookup_expr="lte", label=_("Due until"), **DAYS)
    coordinating = filters.ChoiceFilter(
        method="with_partner", choices=choices.units, label=_("Coordinating unit")
    )
    weakness = filters.CharFilter(method="of_weakness", label=_("Weakness"), max_length=20)
    review = filters.NumberFilter(
        field_name="weakness__review__year", label=_("Assessed year"), min_value=1990, max_value=2999
    )
    extension = filters.ChoiceFilter(
        method="with_extension",
        choices=[("pending", _("Pending")), ("refused", _("Refused"))],
        label=_("Extension"),
    )
    evidence = filters.ChoiceFilter(
        method="with_evidence", choices=[("none", _("No evidence yet"))], label=_("Evidence")
    )
    initiative = filters.ChoiceFilter(
        method="of_initiatives", choices=[("yes", _("Only initiatives"))], label=_("Initiative")
    )
    watched = filters.ChoiceFilter(method="watched_by", choices=ME, label=_("Watching"))
    result = filters.ChoiceFilter(method="with_result", choices=RESULTS, label=_("Result"))
    health = filters.ChoiceFilter(method="with_fault", choices=FAULTS, label=_("Data health"))
    waiting = filters.ChoiceFilter(
        method="waiting_for", choices=WAITING, label=_("Waiting too long on Home Affairs")
    )

    def __init__(self, data, queryset, *, actor, today: date):
        super().__init__(data, queryset)
        self.actor, self.today = actor, today

    def with_words(self, actions, name, text: str):
        """Each word, without accents, begins one in the action, its owner's name or its unit."""
        for word in plain(text).split()[:MOST_WORDS]:
            begins = Q(plain__regex=beginning(word))
            owners = User.objects.filter(begins).values("pk")
            units = Unit.objects.filter(begins).values("pk")
            actions = actions.filter(begins | Q(owner__in=owners) | Q(lead_unit__in=units))
        return actions

    def in_state(self, actions, name, state: str):
        return actions.open() if state == "open" else actions.filter(state=state)

    def at_time(self, actions, name, status: str):
        return _AT_TIME[status](actions, self.today)

    def of_owner(self, actions, name, owner: str):
        return actions.filter(owner=self.actor.user.pk if owner == "me" else int(owner))

    def of_owner_named(self, actions, name, words: str):
        """Each word, without accents, begins a part of the owner's name."""
        owners = User.objects.all()
        for word in plain(words).split()[:MOST_WORDS]:
            owners = owners.filter(plain__regex=beginning(word))
        return actions.filter(owner__in=owners.order_by().values("pk"))

    def with_partner(self, actions, name, code: str):
        partners = Action.coordinating_units.through.objects.filter(unit__code=code)
        return actions.filter(pk__in=partners.values("action"))

    def of_weakness(self, actions, name, ref: str):
        return actions.filter(weakness__ref=ref.strip().upper())

    def with_extension(self, actions, name, state: str):
        asked = ExtensionRequest.objects.filter(state=state).order_by()
        return actions.filter(pk__in=asked.values("action"))

    def with_evidence(self, actions, name, answer: str):
        """Only among actions whose evidence the reader may see: the list would tell of it otherwise."""
        if not self.actor.sees_everything:
            actions = actions.filter(lead_unit__in=self.actor.unit_ids)
        return actions.filter(~Exists(Evidence.objects.filter(action=OuterRef("pk"), removed_at=None)))

    def of_initiatives(self, actions, name, answer: str):
        return actions.filter(is_initiative=True)

    def watched_by(self, actions, name, who: str):
        return actions.watched_by(self.actor.user)

    def with_result(self, actions, name, result: str):
        conditions = standing.results(self.today) | {"counted": ~Q(state="dropped")}
        return actions.tracked().filter(conditions[result])

    def with_fault(self, actions, name, fault: str):
        return actions.open().filter(faults(self.today)[fault])

    def waiting_for(self, actions, name, decision: str):
        return actions.tracked().filter(waiting(self.today)[decision])


def _reported(actions):
    return actions.filter(state__in=("reported", "done"))


_AT_TIME = {
    "on_time": lambda actions, today: actions.open().filter(due_on__gt=today + DUE_SOON),
    "due_soon": lambda actions, today: actions.due_soon(today),
    "in_time": lambda actions, today: actions.open().filter(due_on__gte=today),
    "due_today": lambda actions, today: actions.open().filter(due_on=today),
    "overdue": lambda actions, today: actions.overdue(today),
    "done_on_time": lambda actions, today: _reported(actions).filter(reported_on__lte=F("due_on")),
    "done_late": lambda actions, today: _reported(actions).filter(reported_on__gt=F("due_on")),
}
