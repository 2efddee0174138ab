"""The honest words for what became of a mail: a mail server can say that it took it, never that it was read."""

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from notifications.models import Envelope

STORED = "stored, no mail server configured"
STORED_TAG = ("plain", "tick")
TAGS = {
    "queued": ("wait", "hourglass"),
    "sending": ("wait", "hourglass"),
    "sent": ("ok", "tick"),
    "failed": ("bad", "alert"),
    "held": ("warn", "clock"),
    "suppressed": ("plain", "slash"),
}

PARTS = {
    "database": gettext_lazy("Database"),
    "redis": "Redis",
    "worker": gettext_lazy("Background worker"),
    "beat": gettext_lazy("Timetable"),
    "mail": gettext_lazy("Mail server"),
    "sending": gettext_lazy("Sending"),
    "reminders": gettext_lazy("Reminders"),
    "books": gettext_lazy("Books compared"),
    "progress": gettext_lazy("Progress counted"),
    "addresses": gettext_lazy("Addresses"),
}
DRIVERS = {
    "beat": gettext_lazy("timetable"),
    "bell": gettext_lazy("after an event"),
    "command": gettext_lazy("by command"),
    "timer": gettext_lazy("system timer"),
    "sample": gettext_lazy("loading of the sample"),
}
ANSWERS = {
    "ok": (gettext_lazy("normal"), "ok", "tick"),
    "late": (pgettext_lazy("part of the site", "late"), "warn", "clock"),
    "down": (gettext_lazy("does not answer"), "bad", "alert"),
}


ANSWERED_OTHERWISE = {
    ("books", "down"): gettext_lazy("disagree"),
    ("sending", "late"): gettext_lazy("held"),
}


def is_remarkable(check: dict[str, str] | str) -> bool:
    """Something is wrong with this part."""
    return isinstance(check, dict) and check["state"] != "ok"


def part_in_words(name: str, check: dict[str, str]) -> dict[str, str]:
    """A part of the health report for the screen."""
    words, kind, icon = ANSWERS[check["state"]]
    words = ANSWERED_OTHERWISE.get((name, check["state"]), words)
    return {
        "name": PARTS[name],
        "words": words,
        "kind": kind,
        "icon": icon,
        "detail": reply_in_words(check["detail"]),
    }


def reply_in_words(reply: str) -> str:
    """What the mail server answered, word for word, or in the reader's language that there is none."""
    return _("stored, no mail server is configured") if reply == STORED else reply


def driver_in_words(driver: str) -> str:
    """Who turned the engine; a driver of the site's own is called by its name."""
    return str(DRIVERS.get(driver, driver))


def mail_server_in_words() -> str:
    """Where mail is handed in and how well the line is guarded; never the account or its password."""
    if not settings.EMAIL_HOST:
        return reply_in_words(STORED)
    line = "TLS" if settings.EMAIL_USE_SSL else "STARTTLS" if settings.EMAIL_USE_TLS else _("not encrypted")
    return f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}, {line}"


def figure(number: int) -> str:
    """1.043 in Vietnamese, 1,043 in English."""
    written = f"{number:,}"
    return written if get_language() == "en" else written.replace(",", ".")


def tag_of(envelope: Envelope) -> tuple[str, str]:
    """Colour and icon of the state; what was only stored reached nobody and is not shown as if it had."""
    is_stored = envelope.state == "sent" and envelope.server_reply == STORED
    return STORED_TAG if is_stored else TAGS[envelope.state]


def state_in_words(envelope: Envelope) -> str:
    """The state as a reader should understand it."""
    if envelope.state == "sent" and envelope.server_reply == STORED:
        return reply_in_words(STORED)
    if envelope.state == "queued" and envelope.attempts:
        return _("Will be tried again")
    if envelope.state == "failed" and envelope.is_test:
        return envelope.get_state_display()
    if envelope.state in ("failed", "suppressed"):
        return f"{envelope.get_state_display()}: {envelope.get_reason_display()}"
    return envelope.get_state_display()
