"""The rules of reminding: what holds, what comes and what was; saving a rule supersedes it."""

from functools import partial

from django.contrib import admin
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications.forms.rules import RetireForm, RuleForm
from notifications.kinds import name_of
from notifications.models import ReminderRule
from notifications.rule_wording import stories
from tracker import calendar
from tracker.admin.verb_admin import VerbAdmin
from tracker.models import Event
from tracker.views.verb import who

CHANGED = gettext_lazy("The rule is superseded from the day you chose.")
ENDED = gettext_lazy("The rule ends on the day you chose.")


@admin.register(ReminderRule)
class ReminderRuleAdmin(VerbAdmin):
    """Codes are known to the code, so none is added; rows are history, so none is edited or deleted."""

    def get_urls(self):
        return [self.page_path("<int:number>/retire/", "retire", self.retire_view), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        return self.show(request, "notifications/admin/rules.html", stories=stories(calendar.today()))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        rule = _found(object_id)
        form = RuleForm(request, rule, today=calendar.today())
        words = {
            "title": name_of(rule.code),
            "submit": _("Put in force"),
            "done": _("The rule is superseded from the day you chose."),
        }
        return self._about(request, rule, form, partial(rule.supersede, **who(request)), **words)

    def retire_view(self, request, number: int):
        rule = _found(number)
        form = RetireForm(request, rule, today=calendar.today())
        title = _("End the rule “%(name)s”") % {"name": name_of(rule.code)}
        words = {
            "title": title,
            "submit": _("End the rule"),
            "done": _("The rule ends on the day you chose."),
        }
        return self._about(request, rule, form, partial(rule.retire, **who(request)), **words)

    def _about(self, request, rule, form, do, **words):
        rows = list(ReminderRule.objects.of(rule.code))
        history = Event.objects.filter(
            subject="reminderrule", subject_id__in=[row.pk for row in rows]
        ).order_by("-pk")
        template = "notifications/admin/rule.html"
        around = {"rule": rule, "rows": rows, "history": history}
        return self.ask(request, form, do, template=template, **around, **words)


def _found(number) -> ReminderRule:
    """The row under this number, else 404."""
    return get_object_or_404(ReminderRule, pk=number if str(number).isdecimal() else None)
