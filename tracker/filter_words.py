"""What a list of actions is narrowed by, in words: for chips, paper and exports."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tracker.filters import ActionFilter
from tracker.models import Action, User
from tracker.templatetags.page import day

IN_SENTENCE = frozenset(
    {
        "state", "time", "index", "evidence", "initiative", "watched", "unit", "group", "result", "health",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Narrowing:
    """One filter that is set: its parameter, its label, and its value as people call it."""

    name: str
    label: str
    value: str

    @property
    def words(self) -> str:
        return f"{self.label}: {self.value}"

    @property
    def short(self) -> str:
        """Enough where the value says of itself what it is."""
        return self.value if self.name in IN_SENTENCE else self.words


def narrowings(found: ActionFilter) -> list[Narrowing]:
    """The filters that are set and sound, in the order of the form."""
    asked = found.form.cleaned_data if found.is_valid() else {}
    return [
        Narrowing(name, str(found.form.fields[name].label), _value(found, name, value))
        for name, value in asked.items()
        if value not in (None, "")
    ]


def sentence(asked: list[Narrowing]) -> str:
    """All of them in one line."""
    return "; ".join(each.words for each in asked) or _("all actions you may see")


def _value(found, name: str, value) -> str:
    if name == "owner":
        return _("me") if value == "me" else _owner(found.actor, int(value))
    if isinstance(value, date):
        return day(value)
    choices = getattr(found.form.fields[name], "choices", ())
    return str(dict(choices).get(value, value))


def _owner(actor, number: int) -> str:
    """A name only where the reader meets it on an action of his."""
    theirs = Action.objects.visible_to(actor).filter(owner=number)
    known = User.objects.filter(pk=number).first() if theirs.exists() else None
    return known.full_name if known else _("one person")
