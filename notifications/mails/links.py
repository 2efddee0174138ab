"""Full addresses of pages, for mails: they ask for log-in like any other and change nothing by being opened."""

from django.conf import settings
from django.urls import reverse

from . import stopping


def to_thing(kind: str, thing) -> str:
    """The page on which the reader can do something about it."""
    return PLACES.get(kind, lambda _thing: page("home"))(thing)


def page(name: str, *arguments) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=arguments)}"


def stop(person: int, kind: str) -> str:
    """The page that stops optional mails of this kind for this person, without log-in."""
    return page("mail-stop", stopping.token_for(person, kind))


def opened_from(address: str, envelope: int | None) -> str:
    """The address with the mail's number, by which its first opening is known; a sample has none."""
    place, mark, part = address.partition("#")
    return f"{place}?n={envelope}{mark}{part}" if envelope else address


def _amendment(amendment) -> str:
    """The version it made, beside the one before."""
    return page("plan-version", amendment.plan.review.plan_year, amendment.made.number)


def _submission(submission) -> str:
    return page("submission", submission.review.year, submission.unit.code)


def _import(job) -> str:
    """Where its faults are mended, or what it wrote is read."""
    return page("import", job.submission.review.year, job.submission.unit.code, job.pk)


def _question(question) -> str:
    """The thread, on the page of the action or the weakness that is asked about."""
    return f"{to_thing(question.about._meta.model_name, question.about)}#trao-doi"


PLACES = {
    "action": lambda action: page("action-short", action.ref),
    "amendment": _amendment,
    "chase": lambda chase: _submission(chase.submission) if chase.submission else page("my-work"),
    "envelope": lambda _envelope: page("mail-log"),
    "extensionrequest": lambda request: page("action-short", request.action.ref),
    "importjob": _import,
    "paperjob": lambda job: page("paper-job", job.pk),
    "plan": lambda plan: page("plan", plan.review.plan_year),
    "question": _question,
    "review": lambda _review: page("submissions"),
    "submission": _submission,
    "weakness": lambda weakness: page("chain", weakness.review.year, weakness.unit.code, weakness.ref),
}
