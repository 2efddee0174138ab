"""People and their roles over time."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from tracker.models import Membership, User

admin.site.unregister(Group)


class NewPerson(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "full_name", "job_title", "phone", "language")


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0


@admin.register(User)
class PersonAdmin(UserAdmin):
    """A person is disabled rather than deleted: the history names him for ever."""

    add_form = NewPerson
    form = UserChangeForm
    inlines = [MembershipInline]
    ordering = ["sort_key"]
    list_display = ["full_name", "email", "job_title", "is_active"]
    list_filter = ["is_active", "memberships__role"]
    search_fields = ["plain", "email", "full_name"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Person"), {"fields": ["full_name", "job_title", "phone", "language"]}),
        (_("Access"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "email",
                    "full_name",
                    "job_title",
                    "phone",
                    "language",
                    "usable_password",
                    "password1",
                    "password2",
                ]
            },
        ),
    ]

    def has_delete_permission(self, request, obj=None):
        return False
