"""Which units the submission board shows: one filter set for page and export."""

from datetime import date

import django_filters as filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plans.models import Submission
from plans.models.submissions.submission import WAITING
from tracker import choices
from tracker.models import Unit, UnitGroup
from tracker.vietnamese import beginning, plain

HANDED_IN, MISSING = ("handed_in", _("Handed in")), ("missing", _("Not handed in"))
DONE = ("submitted", "accepted")
MOST_WORDS = 8


class SubmissionFilter(filters.FilterSet):
    """Every parameter narrows the board; an unknown value is an error of the form, never a crash."""

    q = filters.CharFilter(method="with_words", label=_("Search"), max_length=200)
    state = filters.ChoiceFilter(
        method="in_state", choices=[HANDED_IN, MISSING, *Submission.State.choices], label=_("State")
    )
    group = filters.ChoiceFilter(
        method="in_group",
        choices=choices.groups,
        label=_("Group"),
        null_label=_("Bodies outside the groups"),
    )
    late = filters.ChoiceFilter(
        method="that_is_late", choices=[("yes", _("Only late ones"))], label=_("Late")
    )
    own = filters.ChoiceFilter(
        method="with_own_date", choices=[("yes", _("Only with an own deadline"))], label=_("Own deadline")
    )

    def __init__(self, data, queryset, *, today: date):
        super().__init__(data, queryset)
        self.today = today

    def with_words(self, submissions, name, text: str):
        """Each word, without accents, begins one in the unit's name or code."""
        for word in plain(text).split()[:MOST_WORDS]:
            units = Unit.objects.filter(plain__regex=beginning(word)).order_by()
            submissions = submissions.filter(unit__in=units.values("pk"))
        return submissions

    def in_state(self, submissions, name, state: str):
        if state == HANDED_IN[0]:
            return submissions.filter(state__in=DONE)
        return submissions.missing() if state == MISSING[0] else submissions.filter(state=state)

    def in_group(self, submissions, name, code: str):
        """The group the unit is assessed in that year."""
        if code == "null":
            return submissions.filter(group_of_year=None)
        return submissions.filter(
            group_of_year__in=UnitGroup.objects.filter(code=code).order_by().values("pk")
        )

    def that_is_late(self, submissions, name, answer: str):
        """Owed after its deadline, or handed in after it."""
        owed = Q(state__in=WAITING, deadline_on__lt=self.today)
        return submissions.filter(owed | Q(state__in=DONE, submitted_on__gt=F("deadline_on")))

    def with_own_date(self, submissions, name, answer: str):
        return submissions.filter(due_on__isnull=False)
