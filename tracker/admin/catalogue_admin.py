"""Catalogues for administrators: added to and corrected, never deleted, because the record names their rows."""

from django.contrib import admin
from django.http import HttpRequest

from tracker import rules


class CatalogueAdmin(admin.ModelAdmin):
    """Whoever administers the site sees, adds and changes; nobody deletes."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return rules.may_administer(request.actor)

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        return rules.may_administer(request.actor)

    has_add_permission = has_change_permission = has_view_permission

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False


class CatalogueInline(admin.TabularInline):
    """Rows of a catalogue below their own row."""

    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        return rules.may_administer(request.actor)

    has_add_permission = has_change_permission = has_view_permission

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False
