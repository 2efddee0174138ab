"""A person at the page of his calendar."""

from django.conf import settings

from tests.reading import Reader

PAGE = "/cai-dat/lich/"


def secret_of(person) -> str:
    """The path a person is shown when the address is made on the page."""
    page = Reader(person).post(PAGE, {"number": getattr(getattr(person, "calendar_feed", None), "number", 0)})
    person.refresh_from_db()
    return page.context["address"].removeprefix(settings.SITE_URL)
