"""What the log of mails can be narrowed to."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from notifications.kinds import KINDS
from notifications.models import Envelope
from tracker.vietnamese import plain


class MailFilter(django_filters.FilterSet):
    """By state, kind and person; the name may be typed without accents."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=Envelope.State.choices, empty_label=_("all")
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=list(KINDS.items()), empty_label=_("all"))
    person = django_filters.CharFilter(label=_("Recipient"), method="by_person")

    class Meta:
        model = Envelope
        fields = ["state", "kind", "person"]

    def by_person(self, envelopes, name, typed):
        return envelopes.filter(
            Q(recipient__plain__contains=plain(typed)) | Q(address__icontains=typed.strip())
        )
