"""The record, to be read: reviews, weaknesses, actions and their history change only by their verbs."""

from django.contrib import admin

from tracker import rules
from tracker.models import Action, Event, Evidence, ExtensionRequest, Review, Weakness


class ReadOnlyAdmin(admin.ModelAdmin):
    """Shows, to administrators; neither adds, changes nor deletes."""

    def has_module_permission(self, request):
        return rules.may_administer(request.actor)

    def has_view_permission(self, request, obj=None):
        return rules.may_administer(request.actor)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Review)
class ReviewAdmin(ReadOnlyAdmin):
    """It is prepared, opened and goes on by its verbs, on its own pages."""

    list_display = ["year", "state", "conference_on", "submissions_due_on", "plan_due_on"]


@admin.register(Weakness)
class WeaknessAdmin(ReadOnlyAdmin):
    list_display = ["ref", "title", "index", "unit"]
    list_filter = ["review", "index"]
    search_fields = ["plain"]


@admin.register(Action)
class ActionAdmin(ReadOnlyAdmin):
    list_display = ["ref", "statement", "lead_unit", "owner", "due_on", "state"]
    list_filter = ["state", "lead_unit__group"]
    search_fields = ["plain"]


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    list_display = ["title", "action", "kind", "added_by", "added_at", "removed_at"]


@admin.register(ExtensionRequest)
class ExtensionRequestAdmin(ReadOnlyAdmin):
    list_display = ["action", "requested_due_on", "state", "asked_by", "decided_by"]
    list_filter = ["state"]


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["happened_on", "subject", "subject_id", "verb", "actor_name", "channel"]
    list_filter = ["verb", "channel"]
    show_full_result_count = False
