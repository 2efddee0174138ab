"""The honest words for what became of a mail: a mail server can say that it took it, never that it was read."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications.models import Envelope

STORED = "stored, no mail server configured"
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
    "reminders": gettext_lazy("Reminders"),
}
ANSWERS = {
    "ok": (gettext_lazy("normal"), "ok", "tick"),
    "late": (gettext_lazy("late"), "warn", "clock"),
    "down": (gettext_lazy("does not answer"), "bad", "alert"),
}


def is_remarkable(check: dict[str, str] | str) -> bool:
    """Something is wrong with this part, or mail is only stored."""
    return isinstance(check, dict) and (check["state"] != "ok" or check["detail"] == STORED)


def part_in_words(name: str, check: dict[str, str]) -> dict[str, str]:
    """A part of the health report for the screen."""
    words, kind, icon = ANSWERS[check["state"]]
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


def state_in_words(envelope: Envelope) -> str:
    """The state as a reader should understand it."""
    if envelope.state == "sent" and envelope.server_reply == STORED:
        return reply_in_words(STORED)
    if envelope.state == "queued" and envelope.attempts:
        return _("Will be tried again")
    if envelope.state in ("failed", "suppressed"):
        return f"{envelope.get_state_display()}: {envelope.get_reason_display()}"
    return envelope.get_state_display()
