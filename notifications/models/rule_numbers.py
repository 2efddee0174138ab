"""Which numbers and whom a rule may name: nonsense is answered field by field before anything is written."""

from django.utils.translation import gettext as _

from tracker.errors import Invalid

CHANGEABLE = ("offsets", "repeat_every", "in_working_days", "audiences", "is_compulsory")
FURTHEST = 365
WORK = {"official", "unit_head", "home_affairs"}
AUDIENCES_OF = {
    "action_due": WORK | {"owner", "leadership"},
    "action_progress": WORK | {"owner", "leadership"},
    "submission_due": WORK | {"leadership"},
    "decision": WORK | {"leadership"},
    "week": {"home_affairs", "leadership"},
    "failure": {"second_contact", "home_affairs"},
    "job": {"starter"},
}
AUDIENCES_OF_EVENTS = {
    "action.assigned": WORK | {"owner", "former_owner"},
    "action": WORK | {"owner"},
    "amendment": WORK | {"owner"},
    "extensionrequest": WORK | {"owner"},
    "plan": WORK | {"owner"},
    "question": WORK | {"asker"},
    "user": {"person"},
}
WATCHED = {"action", "extensionrequest"}
COUNTS_FORWARD = {"action_progress", "decision"}
COUNTS_NOTHING = {"event", "week", "failure", "job"}


def possible_audiences(rule) -> set[str]:
    """Whom a rule of this kind can name: only people who are known from what it is about."""
    if rule.anchor != "event":
        return AUDIENCES_OF[rule.anchor]
    return set.intersection(*map(_told_of, rule.verbs))


def has_offsets(rule) -> bool:
    """News, the weekly overview, failures and jobs come when they come: they have no offsets to choose."""
    return rule.anchor not in COUNTS_NOTHING


def sound(rule, changes: dict) -> dict:
    """The changes as they will be kept. Raises Invalid for every field that no such rule can have."""
    if unknown := set(changes) - _changeable(rule):
        raise Invalid({name: _("This cannot be changed in this rule.") for name in sorted(unknown)})
    errors, kept = {}, {}
    for name, value in changes.items():
        try:
            kept[name] = CHECKS[name](rule, value)
        except ValueError as error:
            errors[name] = str(error)
    if errors:
        raise Invalid(errors)
    return kept


def _changeable(rule) -> set[str]:
    return set(CHANGEABLE) if has_offsets(rule) else {"audiences", "is_compulsory"}


def _told_of(event: str) -> set[str]:
    subject = event.partition(".")[0]
    told = AUDIENCES_OF_EVENTS.get(event) or AUDIENCES_OF_EVENTS.get(subject, WORK)
    return told | {"watcher"} if subject in WATCHED else told


def _offsets(rule, offsets) -> list[int]:
    if not isinstance(offsets, list | tuple) or not offsets:
        raise ValueError(_("Give at least one number of days."))
    if not all(_is_whole(value) and abs(value) <= FURTHEST for value in offsets):
        raise ValueError(_("Give whole numbers from -365 to 365."))
    if len(set(offsets)) < len(offsets):
        raise ValueError(_("Each number of days can stand here only once."))
    if rule.anchor in COUNTS_FORWARD and min(offsets) < 0:
        raise ValueError(_("This rule counts from what has happened: give 0 or more."))
    return sorted(offsets)


def _repeat_every(rule, days) -> int | None:
    if days is not None and not (_is_whole(days) and 1 <= days <= FURTHEST):
        raise ValueError(_("Give a whole number from 1 to 365, or leave it empty."))
    return days


def _audiences(rule, audiences) -> list[str]:
    if not isinstance(audiences, list | tuple) or not audiences:
        raise ValueError(_("Name at least one group of people."))
    if unknown := [name for name in audiences if name not in rule.Audience.values]:
        raise ValueError(_("Nobody is called “%(name)s” here.") % {"name": unknown[0]})
    if len(set(audiences)) < len(audiences):
        raise ValueError(_("Each group of people can stand here only once."))
    if impossible := [name for name in audiences if name not in possible_audiences(rule)]:
        names = ", ".join(str(rule.Audience(name).label) for name in impossible)
        raise ValueError(_("This rule cannot tell: %(names)s.") % {"names": names})
    return [name for name in rule.audiences if name in audiences] + [
        name for name in audiences if name not in rule.audiences
    ]


def _yes_or_no(rule, value) -> bool:
    if not isinstance(value, bool):
        raise ValueError(_("Say yes or no."))
    return value


def _is_whole(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


CHECKS = {
    "offsets": _offsets,
    "repeat_every": _repeat_every,
    "in_working_days": _yes_or_no,
    "audiences": _audiences,
    "is_compulsory": _yes_or_no,
}
