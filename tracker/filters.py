"""Which actions are asked for: one filter set for page, API and export."""

from datetime import date

import django_filters as filters
from django.core.validators import RegexValidator
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tracker import choices
from tracker.models import Action, TimeStatus, Unit, User
from tracker.models.time_status import DUE_SOON
from tracker.vietnamese import plain

OPEN = ("open", _("Still open"))
IN_TIME = ("in_time", _("Open and not overdue"))
TIMES = [*((status.value, status.label) for status in TimeStatus if status is not TimeStatus.NONE), IN_TIME]
MOST_WORDS = 8


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
    review = filters.NumberFilter(
        field_name="weakness__review__year", label=_("Assessed year"), min_value=1990, max_value=2999
    )
    extension = filters.ChoiceFilter(
        method="with_extension", choices=[("pending", _("Pending"))], label=_("Extension")
    )

    def __init__(self, data, queryset, *, actor, today: date):
        super().__init__(data, queryset)
        self.actor, self.today = actor, today

    def with_words(self, actions, name, text: str):
        """Each word, without accents, occurs in the action, its owner's name or its unit."""
        for word in plain(text).split()[:MOST_WORDS]:
            owners = User.objects.filter(plain__contains=word).values("pk")
            units = Unit.objects.filter(plain__contains=word).values("pk")
            actions = actions.filter(Q(plain__contains=word) | Q(owner__in=owners) | Q(lead_unit__in=units))
        return actions

    def in_state(self, actions, name, state: str):
        return actions.open() if state == "open" else actions.filter(state=state)

    def at_time(self, actions, name, status: str):
        return _AT_TIME[status](actions, self.today)

    def of_owner(self, actions, name, owner: str):
        return actions.filter(owner=self.actor.user.pk if owner == "me" else int(owner))

    def with_extension(self, actions, name, state: str):
        return actions.filter(extensions__state=state)


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
