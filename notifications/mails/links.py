"""Full addresses of pages, for mails: they ask for log-in like any other and change nothing by being opened."""

from django.conf import settings
from django.urls import reverse

from . import stopping


def to_thing(kind: str, thing) -> str:
    """The page on which the reader can do something about it."""
    match kind:
        case "action":
            return page("action-short", thing.ref)
        case "extensionrequest":
            return page("action-short", thing.action.ref)
        case "plan":
            return page("plan", thing.review.plan_year)
        case "chase":
            return page("my-work")
        case "envelope":
            return page("mail-log")
        case _:
            return page("home")


def page(name: str, *arguments) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=arguments)}"


def stop(person: int, kind: str) -> str:
    """The page that stops optional mails of this kind for this person, without log-in."""
    return page("mail-stop", stopping.token_for(person, kind))


def opened_from(address: str, envelope: int | None) -> str:
    """The address with the mail's number, by which its first opening is known; a sample has none."""
    return f"{address}?n={envelope}" if envelope else address
