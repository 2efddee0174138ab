"""Administration by verbs: the same form, receipt and refusals as on every page, and for administrators only."""

from collections.abc import Callable

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from tracker import rules
from tracker.forms.verb import VerbForm
from tracker.views.verb import answer


class VerbAdmin(admin.ModelAdmin):
    """Rows that only their verbs change: nothing is saved or deleted behind the history's back."""

    def has_view_permission(self, request, obj=None) -> bool:
        return rules.may_administer(request.actor)

    def has_change_permission(self, request, obj=None) -> bool:
        return rules.may_administer(request.actor)

    def has_module_permission(self, request) -> bool:
        return rules.may_administer(request.actor)

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def page_path(self, route: str, name: str, view: Callable):
        """A page of this model's own, below its list."""
        return path(route, self.admin_site.admin_view(view), name=self._address(name))

    def link(self, name: str, *arguments) -> str:
        return reverse(f"admin:{self._address(name)}", args=arguments)

    def show(self, request: HttpRequest, template: str, **context) -> HttpResponse:
        """A page that is only read."""
        self._expect_administrator(request)
        return TemplateResponse(request, template, self._around(request) | context)

    def ask(
        self,
        request: HttpRequest,
        form: VerbForm,
        do: Callable,
        *,
        template="tracker/admin/verb.html",
        **words,
    ) -> HttpResponse:
        """The form of a verb; once it is done it leads back to the list."""
        self._expect_administrator(request)
        back = self.link("changelist")
        return answer(request, form, do, template=template, back=back, **self._around(request), **words)

    def _expect_administrator(self, request) -> None:
        if not rules.may_administer(request.actor):
            raise PermissionDenied

    def _around(self, request) -> dict:
        return self.admin_site.each_context(request) | {"opts": self.opts}

    def _address(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"
