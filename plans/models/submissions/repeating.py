"""What was not finished of last year's review, taken over into this year's submission."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tracker.errors import Invalid, require
from tracker.models import Action, Cause, Chain, Review, Weakness
from tracker.models.row_key import new_key

FINISHED = ("done", "dropped")


def earlier_review(submission) -> Review | None:
    """The review before this one, or None for the first."""
    return earlier(submission.review)


def earlier(review: Review) -> Review | None:
    """The review before it; of a year from before this site there are results only."""
    before = Review.objects.held_here().filter(year__lt=review.year)
    return before.order_by("-year").first()


def unfinished(submission) -> QuerySet:
    """The unit's weaknesses of the earlier review with work left or none planned, and not taken over yet."""
    related = ("causes", "actions__coordinating_units", "actions__expected_evidence", "actions__owner")
    left = left_of(submission.review).filter(unit=submission.unit)
    return left.select_related("index").prefetch_related(*related)


def left_of(review: Review) -> QuerySet:
    """What the earlier review left undone, of all units, and is not taken over into this one yet."""
    taken = Weakness.objects.filter(review=review, repeats__isnull=False).values("repeats")
    return Weakness.objects.filter(review=earlier(review)).unresolved().exclude(pk__in=taken)


@transaction.atomic
def take_over(submission, weaknesses: list[Weakness], *, by, today: date) -> list[Weakness]:
    """Each becomes a weakness of this year that repeats the old one; what is left to do comes without dates."""
    if not weaknesses:
        raise Invalid({"weaknesses": _("Tick at least one weakness.")})
    return [_repeat(submission, each, by=by, today=today) for each in weaknesses]


def _repeat(submission, old: Weakness, *, by, today: date) -> Weakness:
    new = submission.add_weakness(
        by=by, today=today, title=old.title, statement=old.statement, index=old.index,
        criterion=old.criterion, repeats=old,
    )  # fmt: skip
    # Adding holds the submission, so that a colleague's twin of this is seen here.
    taken = old.repeated_by.filter(review=submission.review)
    require(taken.count() == 1, _("A colleague has just taken over “%(weakness)s”.") % {"weakness": old})
    chain = Chain(
        cause={new_key(): _cause(each) for each in old.causes.all()},
        action={
            new_key(): _action(each, new, today) for each in old.actions.all() if each.state not in FINISHED
        },
    )
    submission.write_chain(new, chain, by=by, today=today)
    return new


def _cause(old: Cause) -> dict:
    return {"kind": old.kind, "statement": old.statement}


def _action(old: Action, weakness: Weakness, today: date) -> dict:
    """The owner comes along when he is still of the unit; the unit itself never helps itself."""
    members = weakness.unit.memberships.valid_on(today).filter(user__is_active=True)
    is_here = bool(old.owner_id) and members.filter(user=old.owner_id).exists()
    return {
        "statement": old.statement,
        "expected_output": old.expected_output,
        "expected_evidence": [each.description for each in old.expected_evidence.all()],
        "coordinating_units": [unit for unit in old.coordinating_units.all() if unit != weakness.unit],
        "is_initiative": old.is_initiative,
        "owner": old.owner if is_here else None,
    }
