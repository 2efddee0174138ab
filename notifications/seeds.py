"""The rules in force from the first day, as the reminder table of the design has them; a row is never edited later.

They are written after every `migrate`, where they are missing: a newer row of the same code stays as it is.
"""

from datetime import date

from notifications.models import EventFloor, ReminderRule

FIRST_DAY = date(2000, 1, 1)
OWNER, FORMER_OWNER, OFFICIAL, HEAD = "owner", "former_owner", "official", "unit_head"
HOME_AFFAIRS, LEADERSHIP, SECOND_CONTACT = "home_affairs", "leadership", "second_contact"
ASKER, WATCHER, PERSON, STARTER = "asker", "watcher", "person", "starter"
WATCHED = [
    "action.returned",
    "action.verified",
    "action.dropped",
    "action.reopened",
    "extensionrequest.approved",
]
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
    "weekly-overview": ("week", [0], None, [HOME_AFFAIRS, LEADERSHIP]),
    "delivery-failed": ("failure", [0], None, [SECOND_CONTACT, HOME_AFFAIRS]),
    "job-done": ("job", [0], None, [STARTER]),
}
LISTENING = {
    # code: events, whom
    "account-invited": (["user.invited", "user.enabled"], [PERSON]),
    "account-password": (["user.password_forgotten"], [PERSON]),
    "action-assigned": (["action.assigned"], [OWNER]),
    "action-evidence": (["action.evidence_expected"], [OWNER, HEAD]),
    "action-handed-over": (["action.assigned"], [FORMER_OWNER]),
    "action-reported": (["action.reported"], [HOME_AFFAIRS]),
    "action-returned": (["action.returned", "action.reopened"], [OWNER, HEAD]),
    "action-verified": (["action.verified"], [OWNER, HEAD]),
    "action-watched": (WATCHED, [WATCHER]),
    "chase-signed": (["chase.file_attached"], [OFFICIAL, HEAD]),
    "extension-asked": (["extensionrequest.asked"], [HOME_AFFAIRS]),
    "extension-decided": (["extensionrequest.approved", "extensionrequest.refused"], [OWNER, HEAD]),
    "plan-amended": (["amendment.amended"], [OWNER, HEAD]),
    "plan-issued": (["plan.issued"], [OWNER, HEAD]),
    "question-answered": (["question.answered"], [ASKER, OFFICIAL]),
    "question-asked": (["question.asked", "question.followed_up"], [HOME_AFFAIRS]),
    "review-opened": (["review.opened"], [OFFICIAL, HEAD]),
    "submission-accepted": (["submission.accepted"], [OFFICIAL, HEAD]),
    "submission-date": (
        ["submission.date_granted", "submission.exempted", "submission.expected_again"],
        [OFFICIAL, HEAD],
    ),
    "submission-reconsidered": (["submission.reconsidered"], [OFFICIAL, HEAD]),
    "submission-returned": (["submission.returned"], [OFFICIAL, HEAD]),
    "submission-returned-by-head": (["submission.returned_by_head"], [OFFICIAL]),
    "submission-submitted": (["submission.submitted"], [OFFICIAL, HEAD, HOME_AFFAIRS]),
    "submission-to-head": (["submission.sent_to_head"], [HEAD]),
    "unit-chased": (["chase.chased"], [OFFICIAL, HEAD]),
    "weakness-assigned": (["submission.weakness_given"], [OFFICIAL, HEAD]),
}
OPTIONAL = {
    "action-reported", "action-watched", "decision-waiting", "extension-asked", "job-done", "question-asked",
    "weekly-overview",
}  # fmt: skip
IN_THE_BUNDLE = {
    "action-reported",
    "action-watched",
    "extension-asked",
    "question-asked",
}  # of the news; all other news leaves at once
AT_ONCE = {
    "delivery-failed",
    "job-done",
    "weekly-overview",
}  # of what is counted; all other reminders wait for the bundle
RECEIPTS = {"account-invited", "account-password", "submission-submitted"}


def write_missing(**_) -> None:
    """Add the rules and the event floor where there are none."""
    known = set(ReminderRule.objects.values_list("code", flat=True))
    ReminderRule.objects.bulk_create(rule for rule in _rules() if rule.code not in known)
    EventFloor.objects.get_or_create(id=1)


def _rules():
    for code, (anchor, offsets, repeat, audiences) in COUNTING.items():
        days = {"anchor": anchor, "offsets": offsets, "repeat_every": repeat}
        yield _rule(code, audiences, leaves_at_once=code in AT_ONCE, **days)
    for code, (verbs, audiences) in LISTENING.items():
        yield _rule(code, audiences, anchor="event", verbs=verbs, leaves_at_once=code not in IN_THE_BUNDLE)


def _rule(code: str, audiences: list[str], **fields) -> ReminderRule:
    return ReminderRule(
        code=code, valid_from=FIRST_DAY, audiences=audiences, is_compulsory=code not in OPTIONAL,
        tells_the_doer=code in RECEIPTS, **fields,
    )  # fmt: skip
