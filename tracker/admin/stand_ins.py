"""Who stands in for whom: an administrator appoints, and ends it, for whoever cannot do it himself."""

from functools import partial

from django.contrib import admin
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tracker import calendar
from tracker.forms.stand_ins import AppointmentForm, EndForm
from tracker.models import Delegation, Event
from tracker.views.verb import who

from .verb_admin import VerbAdmin


@admin.register(Delegation)
class DelegationAdmin(VerbAdmin):
    """Rows are read; the verbs that people use for themselves write them, and the history names who did."""

    list_display = ["absentee", "stand_in", "starts_on", "ends_on"]
    list_select_related = ["absentee", "stand_in"]
    ordering = ["-starts_on", "pk"]
    search_fields = ["absentee__plain", "absentee__full_name", "stand_in__plain", "stand_in__full_name"]

    def has_add_permission(self, request) -> bool:
        return self.has_change_permission(request)

    def add_view(self, request, form_url="", extra_context=None):
        words = {
            "title": _("Appoint a stand-in"),
            "submit": _("Appoint"),
            "done": _("The stand-in is appointed."),
        }
        return self.ask(
            request, AppointmentForm(request), partial(Delegation.appoint, **who(request)), **words
        )

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The absence with its history; as long as it is not over it can be ended here."""
        absence = get_object_or_404(Delegation, pk=object_id if str(object_id).isdecimal() else None)
        shown = {"absence": absence, "history": Event.objects.of(absence).reverse()}
        template = "tracker/admin/stand_in.html"
        if absence.ends_on < calendar.today():
            return self.show(request, template, **shown)
        words = {
            "title": _("End the absence"),
            "submit": _("End the absence"),
            "done": _("The absence is ended."),
        }
        return self.ask(request, EndForm(request, None), partial(absence.end, **who(request)), template=template,
                        **shown, **words)  # fmt: skip
