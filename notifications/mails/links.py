"""Full addresses of pages, for mails: they ask for log-in like any other and change nothing by being opened."""

from django.conf import settings
from django.urls import reverse


def to_thing(kind: str, thing) -> str:
    """The page on which the reader can do something about it."""
    match kind:
        case "action":
            return page("action-short", thing.ref)
        case "extensionrequest":
            return page("action-short", thing.action.ref)
        case "plan":
            return page("plan", thing.review.plan_year)
        case _:
            return page("home")


def page(name: str, *arguments) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=arguments)}"
