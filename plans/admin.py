"""The plans, to be read: submissions and plans change only by their verbs."""

from django.contrib import admin

from plans.models import Plan, PlanVersion, RollUpRun, Submission
from tracker.admin.record import ReadOnlyAdmin


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ["unit", "review", "state", "attempt", "submitted_on", "accepted_on"]
    list_filter = ["review", "state"]


@admin.register(Plan)
class PlanAdmin(ReadOnlyAdmin):
    list_display = ["review", "state", "number", "issued_on"]


@admin.register(PlanVersion)
class PlanVersionAdmin(ReadOnlyAdmin):
    list_display = ["plan", "number", "frozen_on", "sha256"]


@admin.register(RollUpRun)
class RollUpRunAdmin(ReadOnlyAdmin):
    list_display = ["on", "ran_at", "actions", "drifted"]
