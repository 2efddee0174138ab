"""Which mails a person can receive at all, and which of them he or she may decline."""

from datetime import date

from notifications.models import ReminderRule
from notifications.models.envelope import BUNDLE
from tracker.models import Actor, Watch

UNIT = {"owner", "former_owner", "official", "second_contact", "asker"}
STARTER = "starter"  # of papers and imports: anybody
AUDIENCES = {
    "official": UNIT,
    "unit_head": UNIT | {"unit_head"},
    "home_affairs": {"home_affairs"},
    "leadership": {"leadership"},
}


def rules_for(reader: Actor, today: date) -> list[ReminderRule]:
    """The rules in force that name the reader in one of his roles."""
    told_as = {STARTER}.union(*(AUDIENCES.get(role, ()) for role in reader.roles), _as_watcher(reader))
    return list(
        ReminderRule.objects.in_force(today).filter(audiences__overlap=sorted(told_as)).order_by("code")
    )


def _as_watcher(reader: Actor) -> set[str]:
    """Whoever watches an action is told of it, whatever his role."""
    return {"watcher"} if Watch.objects.filter(user=reader.user).exists() else set()


def optional_in(kind: str, reader: Actor, today: date) -> list[str]:
    """The rules behind this kind of mail that the reader may decline."""
    return [
        rule.code for rule in rules_for(reader, today) if not rule.is_compulsory and kind_of(rule) == kind
    ]


def kind_of(rule: ReminderRule) -> str:
    """The kind of mail in which this rule speaks."""
    return rule.code if rule.leaves_at_once else BUNDLE
