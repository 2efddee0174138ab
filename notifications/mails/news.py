"""The mails that leave at once: one function each, with three templates of the same name."""

from datetime import date

from tracker.models import Action, Actor

from . import links
from .contents import Item
from .letter import Letter, letter


def action_assigned(items: list[Item], reader: Actor, today: date) -> Letter:
    """An action is yours from now on."""
    return _about_things("action_assigned", items, reader, today)


def action_returned(items: list[Item], reader: Actor, today: date) -> Letter:
    """The report did not hold, or a completed action was reopened: here is why."""
    return _about_things("action_returned", items, reader, today)


def action_verified(items: list[Item], reader: Actor, today: date) -> Letter:
    """Home Affairs confirmed that the action is complete."""
    return _about_things("action_verified", items, reader, today)


def extension_decided(items: list[Item], reader: Actor, today: date) -> Letter:
    """More time was granted or refused."""
    return _about_things("extension_decided", items, reader, today)


def submission_to_head(items: list[Item], reader: Actor, today: date) -> Letter:
    """The official has finished; the head decides."""
    return _about_things("submission_to_head", items, reader, today)


def submission_returned(items: list[Item], reader: Actor, today: date) -> Letter:
    """Home Affairs, or the head, wants something changed."""
    return _about_things("submission_returned", items, reader, today)


def submission_accepted(items: list[Item], reader: Actor, today: date) -> Letter:
    """Home Affairs has taken the submission."""
    return _about_things("submission_accepted", items, reader, today)


def review_opened(items: list[Item], reader: Actor, today: date) -> Letter:
    """The yearly review is open: what to hand in, and until when."""
    return _about_things("review_opened", items, reader, today)


def plan_issued(items: list[Item], reader: Actor, today: date) -> Letter:
    """The plan has its number: here are your actions in it."""
    mine = items[0].thing.actions.visible_to(reader).exclude(state="dropped").select_related("lead_unit")
    own = mine.filter(owner=reader.user) | mine.filter(
        lead_unit__in=[held.unit_id for held in reader.memberships]
    )
    return _about_things("plan_issued", items, reader, today, actions=_listed(own))


def _about_things(name: str, items: list[Item], reader: Actor, today: date, **context) -> Letter:
    owed = items[0].obligation
    return letter(
        name, items=items, reader=reader.user, today=today, why=owed.audience, thing=items[0].thing, event=owed.event,
        button_url=links.to_thing(owed.subject_type, items[0].thing), **context,
    )  # fmt: skip


def _listed(actions) -> list[Action]:
    return list(actions.distinct().order_by("due_on", "ref"))
