"""The dates of a mail as a calendar file, and what the deadline of each thing is called in a calendar."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from notifications.calendar_file import Entry, written
from plans.models import Submission
from tracker.models import Action

from . import links
from .draft import Draft


def of_actions(actions: Iterable[Action], draft: Draft) -> str:
    """The deadlines of these actions; those of closed ones, and of others' from now on, are called off."""
    is_given_away = draft.first.obligation.audience == "former_owner"
    entries = [entry_of_action(action, is_over=is_given_away) for action in actions]
    return _file(entries, draft.envelope.created_at)


def of_submissions(submissions: Iterable[Submission], draft: Draft) -> str:
    """The dates by which these units are to hand in; that of an exempt one is called off."""
    entries = [entry_of_submission(each, is_over=each.state == "exempt") for each in submissions]
    return _file(entries, draft.envelope.created_at)


def entry_of_action(action: Action, *, is_over: bool = False) -> Entry:
    """The same in mails and in the feed, so that calendars know it again."""
    return Entry(
        f"action-{action.ref}", action.version, action.due_on, f"{action.ref} {action.statement}",
        links.to_thing("action", action), is_over=is_over or not action.is_open,
    )  # fmt: skip


def entry_of_submission(submission: Submission, *, is_over: bool = False) -> Entry:
    """Its date is its own or the review's: both count their changes."""
    unit, year = submission.unit, submission.review.year
    return Entry(
        f"submission-{year}-{unit.code}", submission.version + submission.review.version, submission.deadline,
        _("Submission of %(unit)s for the review of %(year)s") % {"unit": unit.name, "year": year},
        links.to_thing("submission", submission), is_over=is_over,
    )  # fmt: skip


def _file(entries: list[Entry], written_at: datetime) -> str:
    """Nothing for nothing. The moment is the mail's own, so that the same mail has the same file."""
    return written(entries, written_at).decode().replace("\r\n", "\n") if entries else ""
