"""The ledger: what is owed, the mails, what became of them, and when the engine ran."""

from django.contrib import admin

from notifications.models import DeliveryAttempt, Envelope, Obligation, PlannerRun, Tick
from tracker.admin.record import ReadOnlyAdmin


class ReadOnly(ReadOnlyAdmin):
    """Of the ledger, which has many rows."""

    show_full_result_count = False
    list_per_page = 50


@admin.register(Obligation)
class ObligationAdmin(ReadOnly):
    list_display = ["subject_ref", "recipient", "rule", "due_on", "occurrence", "fire_on", "state", "reason"]
    list_filter = ["state", "rule"]
    list_select_related = ["recipient", "rule"]
    search_fields = ["subject_ref"]


@admin.register(Envelope)
class EnvelopeAdmin(ReadOnly):
    list_display = [
        "subject_line",
        "address",
        "kind",
        "business_date",
        "state",
        "attempts",
        "possible_duplicates",
        "server_reply",
    ]
    list_filter = ["state", "kind"]
    search_fields = ["address", "message_id"]


@admin.register(DeliveryAttempt)
class DeliveryAttemptAdmin(ReadOnly):
    list_display = ["envelope_id", "at", "outcome", "server_reply"]
    list_filter = ["outcome"]


@admin.register(PlannerRun)
class PlannerRunAdmin(ReadOnly):
    list_display = ["business_date", "finished_at", "planned", "superseded", "cancelled"]


@admin.register(Tick)
class TickAdmin(ReadOnly):
    list_display = ["driver", "last_at"]
