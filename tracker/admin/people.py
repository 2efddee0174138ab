"""People, to be found: their accounts and roles are changed on their pages, by verbs that the history knows."""

from django.contrib import admin
from django.contrib.auth.admin import Group  # this module registers groups, which nobody here uses
from django.shortcuts import redirect

from tracker.models import User

from .verb_admin import VerbAdmin

admin.site.unregister(Group)


@admin.register(User)
class PersonAdmin(VerbAdmin):
    """A list to search; a person is disabled rather than deleted: the history names him for ever."""

    ordering = ["sort_key"]
    list_display = ["full_name", "email", "job_title", "is_active", "is_staff"]
    list_filter = ["is_active", "memberships__role"]
    search_fields = ["plain", "email", "full_name"]
    show_full_result_count = False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The person's own page, where every change has its verb."""
        self._expect_administrator(request)
        is_number = str(object_id).isascii() and str(object_id).isdecimal() and len(str(object_id)) <= 18
        return redirect("person", object_id) if is_number else redirect("admin:tracker_user_changelist")
