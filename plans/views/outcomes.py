"""The page of a job shows what came of it: whoever started it knows it from then on."""

from django.http import HttpRequest

from plans.models.outcome import Outcome


def looked_at(request: HttpRequest, job: Outcome) -> None:
    """Only what stands before somebody's eyes is seen: not what is merely asked about, or fetched ahead of time."""
    if request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        job.seen_by(request.user)
