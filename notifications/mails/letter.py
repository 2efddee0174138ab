"""Writing a letter: three templates in one folder, in the reader's language."""

import re
import textwrap
from dataclasses import dataclass

from django.conf import settings
from django.template import Context, engines

from tracker.models import Province

from .draft import Draft
from .words import reason_for

FOLDER = "notifications/emails"
LONGEST_SUBJECT = 70
BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Letter:
    """The words of one mail and its dates, and the thing its thread is about when it is about one thing only."""

    subject: str
    text: str
    html: str
    about: tuple[str, int] | None = None
    calendar: str = ""
    is_optional: bool = False


def letter(name: str, draft: Draft, *, calendar: str = "", **context) -> Letter:
    """Render `subject.txt`, `body.txt` and `body.html` of this mail's folder."""
    context = _frame(draft) | context
    subject = " ".join(_plain_text(f"{name}/subject.txt", context).split())
    context["subject"] = subject
    return Letter(
        subject=textwrap.shorten(subject, LONGEST_SUBJECT, placeholder="…"),
        text=BLANK_LINES.sub("\n\n", _plain_text(f"{name}/body.txt", context).strip()) + "\n",
        html=_template(f"{name}/body.html").render(Context(context)),
        about=_single_thing(draft.items),
        calendar=calendar,
        is_optional=draft.is_optional,
    )


def _frame(draft: Draft) -> dict:
    """What every mail says besides its matter: to whom, why, and where to turn."""
    return {
        "draft": draft,
        "items": draft.items,
        "reader": draft.reader.user,
        "today": draft.today,
        "reason": reason_for(draft.first.obligation.audience),
        "settings_url": draft.link("mail-preferences"),
        "stop_url": draft.stop_link,
        "province": Province.current().name,
        "contact": settings.SUPPORT_CONTACT,
    }


def _single_thing(items) -> tuple[str, int] | None:
    things = {_thread_of(item) for item in items}
    return things.pop() if len(things) == 1 else None


def _thread_of(item) -> tuple[str, int]:
    """An extension belongs to the conversation about its action, a question to that about its thing."""
    owed = item.obligation
    if owed.subject_type == "extensionrequest":
        return "action", item.thing.action_id
    if owed.subject_type == "question":
        return item.thing.about._meta.model_name, item.thing.about.pk
    return owed.subject_type, owed.subject_id


def _plain_text(name: str, context: dict) -> str:
    return _template(name).render(Context(context, autoescape=False))


def _template(name: str):
    return engines["django"].engine.get_template(f"{FOLDER}/{name}")
