"""The rules in force from the first day, as the reminder table of the design has them; a row is never edited later.

They are written after every `migrate`, where they are missing: a newer row of the same code stays as it is.
"""

from datetime import date

from notifications.models import EventFloor, ReminderRule

FIRST_DAY = date(2000, 1, 1)
OWNER, OFFICIAL, HEAD, HOME_AFFAIRS, LEADERSHIP = (
    "owner",
    "official",
    "unit_head",
    "home_affairs",
    "leadership",
)
COUNTING = {
    # code: anchor, offsets, then every, whom
    "action-due": ("action_due", [-7, -3, -1, 0], None, [OWNER]),
    "action-overdue-1": ("action_due", [1], None, [OWNER, HEAD]),
    "action-overdue-7": ("action_due", [7], None, [OWNER, HEAD, HOME_AFFAIRS]),
    "action-overdue-15": ("action_due", [15], 10, [OWNER, HEAD, HOME_AFFAIRS, LEADERSHIP]),
    "action-quiet": ("action_progress", [14], None, [OWNER]),
    "submission-due-7": ("submission_due", [-7], None, [OFFICIAL]),
    "submission-due": ("submission_due", [-3, -1, 0], None, [OFFICIAL, HEAD]),
    "submission-overdue": ("submission_due", [1], 3, [HEAD, HOME_AFFAIRS]),
    "decision-waiting": ("decision", [3], 3, [HOME_AFFAIRS]),
}
IN_CALENDAR_DAYS = {"action-quiet"}
OPTIONAL = {"decision-waiting"}
LISTENING = {
    # code: events, whom; all of it leaves at once
    "action-assigned": (["action.assigned"], [OWNER]),
    "action-returned": (["action.returned", "action.reopened"], [OWNER, HEAD]),
    "action-verified": (["action.verified"], [OWNER, HEAD]),
    "extension-decided": (["extensionrequest.approved", "extensionrequest.refused"], [OWNER, HEAD]),
    "plan-issued": (["plan.issued"], [OWNER, HEAD]),
    "review-opened": (["review.opened"], [OFFICIAL, HEAD]),
    "submission-accepted": (["submission.accepted"], [OFFICIAL, HEAD]),
    "submission-returned": (["submission.returned"], [OFFICIAL, HEAD]),
    "submission-returned-by-head": (["submission.returned_by_head"], [OFFICIAL]),
    "submission-to-head": (["submission.sent_to_head"], [HEAD]),
}


def write_missing(**_) -> None:
    """Add the rules and the event floor where there are none."""
    known = set(ReminderRule.objects.values_list("code", flat=True))
    ReminderRule.objects.bulk_create(rule for rule in _rules() if rule.code not in known)
    EventFloor.objects.get_or_create(id=1)


def _rules():
    for code, (anchor, offsets, repeat, audiences) in COUNTING.items():
        yield ReminderRule(
            code=code, valid_from=FIRST_DAY, anchor=anchor, offsets=offsets, repeat_every=repeat, audiences=audiences,
            in_working_days=code not in IN_CALENDAR_DAYS, is_compulsory=code not in OPTIONAL,
        )  # fmt: skip
    for code, (verbs, audiences) in LISTENING.items():
        yield ReminderRule(
            code=code,
            valid_from=FIRST_DAY,
            anchor="event",
            verbs=verbs,
            audiences=audiences,
            leaves_at_once=True,
        )
