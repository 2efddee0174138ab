"""What happened to an action, to its requests for more time and to the questions about it."""

from django.db.models import Q, QuerySet

from tracker.models import Event, ExtensionRequest, Question

MOST_EVENTS = 200


def of_action(actor, action) -> QuerySet:
    """The lines its reader may see, latest first; what two things tell of is told once."""
    requests = ExtensionRequest.objects.filter(action=action).values("pk")
    questions = Question.objects.visible_to(actor).filter(action=action).values("pk")
    told = (
        Q(subject="action", subject_id=action.pk)
        | Q(subject="extensionrequest", subject_id__in=requests)
        | Q(subject="question", subject_id__in=questions)
    )
    doubled = Q(subject="extensionrequest", verb__in=("asked", "approved")) | Q(
        subject="action", verb="started"
    )
    seen = Event.objects.visible_to(actor, action).filter(told).exclude(doubled)
    return seen.order_by("-pk").select_related("unit")[:MOST_EVENTS]
