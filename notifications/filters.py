"""What the log of mails can be narrowed to."""

from datetime import date

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from notifications.kinds import BY_HAND, KINDS
from notifications.models import Envelope
from tracker import choices
from tracker.forms.fields import DayField
from tracker.models import Membership, User
from tracker.vietnamese import plain


class DayFilter(django_filters.Filter):
    """A day typed as dd/mm/yyyy."""

    field_class = DayField


class MailFilter(django_filters.FilterSet):
    """By state, kind, person, unit and day; the name may be typed without accents."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=Envelope.State.choices, empty_label=_("all")
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=list((KINDS | BY_HAND).items()), empty_label=_("all")
    )
    person = django_filters.CharFilter(label=_("Recipient"), method="by_person", max_length=200)
    unit = django_filters.ChoiceFilter(
        label=_("Unit"), choices=choices.units, empty_label=_("all"), method="by_unit"
    )
    first_day = DayFilter(field_name="business_date", lookup_expr="gte", label=_("From day"), help_text="")
    last_day = DayFilter(field_name="business_date", lookup_expr="lte", label=_("To day"), help_text="")

    class Meta:
        model = Envelope
        fields = ["state", "kind", "person", "unit", "first_day", "last_day"]

    def __init__(self, data, queryset, *, today: date):
        super().__init__(data, queryset)
        self.today = today

    @property
    def is_by_day(self) -> bool:
        days = self.form.cleaned_data if self.is_valid() else {}
        return bool(days.get("first_day") or days.get("last_day"))

    def by_person(self, envelopes, name, typed):
        """The person is found first, among few; the mails follow by their recipient."""
        named = Q(plain__contains=plain(typed)) | Q(email__contains=typed.strip().lower())
        return envelopes.filter(recipient__in=list(User.objects.filter(named).values_list("pk", flat=True)))

    def by_unit(self, envelopes, name, code):
        held = Membership.objects.valid_on(self.today).filter(unit__code=code)
        return envelopes.filter(recipient__in=list(held.values_list("user", flat=True)))
