"""What the rules answer when they say no: written for the person who asked, never a crash."""


class Refused(Exception):
    """The rules say no. The message is written for the person who asked (409)."""


class Stale(Refused):
    """Somebody changed the thing after the asker last read it (409 on pages, 412 in the API)."""


class Invalid(Exception):
    """Some fields cannot be taken as they are: field name -> what is wrong and how to mend it (422, 400)."""

    def __init__(self, errors: dict[str, str]):
        super().__init__("; ".join(f"{field}: {message}" for field, message in errors.items()))
        self.errors = errors


def require(condition: object, message: str) -> None:
    """Raise Refused with this message unless the condition holds."""
    if not condition:
        raise Refused(message)
