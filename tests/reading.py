"""A person at the pages: logs in, opens addresses, fills in the forms that stand there."""

from django.test import Client


class Reader(Client):
    """Somebody with a browser and no JavaScript."""

    def __init__(self, user):
        super().__init__(raise_request_exception=False)
        self.force_login(user)

    def status_of(self, address: str) -> int:
        """How the address answers; a file that comes with it is read to its end, which closes it."""
        answer = self.get(address)
        b"".join(answer.streaming_content if answer.streaming else ())
        return answer.status_code

    def fill_in(self, address: str, **words):
        """Open the form and send it with these words and whatever it had filled in itself."""
        form = self.get(address).context["form"]
        own = {name: form[name].value() for name in ("version", "idempotency") if name in form.fields}
        return self.post(address, own | words)


def refs(page) -> list[str]:
    """The references of the actions on a list page."""
    return [action.ref for action in page.context["page"].rows]


def address(action, part: str = "") -> str:
    return f"/hanh-dong/{action.ref}/{part}"


def text(page) -> str:
    return page.content.decode()


def in_english(*people) -> None:
    for person in people:
        person.language = "en"
        person.save()
