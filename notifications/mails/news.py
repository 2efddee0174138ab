"""The mails that leave at once: one function each, with three templates of the same name."""

from plans.models import Submission

from . import calendar, plan_parts
from .draft import Draft
from .letter import Letter, letter
from .receipt import receipt_of


def action_assigned(draft: Draft) -> Letter:
    """An action is yours from now on."""
    return _about_things("action_assigned", draft, calendar=_dates(draft))


def action_handed_over(draft: Draft) -> Letter:
    """An action that was yours is somebody else's from now on."""
    return _about_things("action_handed_over", draft, calendar=_dates(draft))


def action_returned(draft: Draft) -> Letter:
    """The report did not hold, or a completed action was reopened: here is why."""
    return _about_things("action_returned", draft)


def action_verified(draft: Draft) -> Letter:
    """Home Affairs confirmed that the action is complete."""
    return _about_things("action_verified", draft, calendar=_dates(draft))


def extension_decided(draft: Draft) -> Letter:
    """More time was granted or refused."""
    moved = [item.thing.action for item in draft.items if item.thing.state == "approved"]
    return _about_things("extension_decided", draft, calendar=calendar.of_actions(moved, draft))


def question_answered(draft: Draft) -> Letter:
    """Home Affairs has answered what the unit asked."""
    return _about_things("question_answered", draft)


def submission_submitted(draft: Draft) -> Letter:
    """The receipt: what was handed in, when, and by whom."""
    receipts, where = [receipt_of(item) for item in draft.items], draft.first.thing
    address = draft.link("submission-receipt", where.review.year, where.unit.code)
    return _about_things("submission_submitted", draft, receipts=receipts, button_url=address)


def submission_to_head(draft: Draft) -> Letter:
    """The official has finished; the head decides."""
    where = draft.first.thing
    address = draft.link("submission-check", where.review.year, where.unit.code)
    return _about_things("submission_to_head", draft, button_url=address)


def submission_returned(draft: Draft) -> Letter:
    """Home Affairs, or the head, wants something changed."""
    return _about_things("submission_returned", draft)


def submission_accepted(draft: Draft) -> Letter:
    """Home Affairs has taken the submission."""
    return _about_things("submission_accepted", draft)


def submission_reconsidered(draft: Draft) -> Letter:
    """Home Affairs took its acceptance back; the submission is examined again."""
    return _about_things("submission_reconsidered", draft)


def submission_date(draft: Draft) -> Letter:
    """Home Affairs gave the unit its own deadline, exempted it, or expects it after all."""
    dates = calendar.of_submissions([item.thing for item in draft.items], draft)
    return _about_things("submission_date", draft, calendar=dates)


def review_opened(draft: Draft) -> Letter:
    """The yearly review is open: what to hand in, and until when."""
    return _about_things("review_opened", draft, calendar=calendar.of_submissions(_submissions(draft), draft))


def weakness_assigned(draft: Draft) -> Letter:
    """After the opening Home Affairs assigned one more weakness."""
    return _about_things("weakness_assigned", draft)


def plan_issued(draft: Draft) -> Letter:
    """The plan has its number: here is what is yours in it, what is your unit's, and what your unit helps with."""
    parts = plan_parts.of(draft)
    return _about_things("plan_issued", draft, parts=parts, calendar=calendar.of_actions(parts.led, draft))


def _dates(draft: Draft) -> str:
    return calendar.of_actions([item.thing for item in draft.items], draft)


def _submissions(draft: Draft) -> list[Submission]:
    """What the reader's units are to hand in."""
    owed = Submission.objects.filter(unit__in=draft.reader.working_unit_ids, review=draft.first.thing)
    return list(owed.exclude(state="exempt").select_related("unit", "review").order_by("unit"))


def _about_things(name: str, draft: Draft, **context) -> Letter:
    first = draft.first
    button = {"button_url": draft.link_to(first.obligation.subject_type, first.thing)}
    return letter(name, draft, thing=first.thing, event=first.event, **(button | context))
