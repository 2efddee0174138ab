"""A unit is dissolved, or merged into others: its open work passes on, its history stays under its name."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, Refused, require
from tracker.vietnamese import tidy

from .event import Event
from .unit_passing import Passing

ONE_DAY, A_YEAR = timedelta(days=1), timedelta(days=366)
OPEN_ROUND = ("open", "consolidating")


class UnitVerbs:
    """The one way in which a unit ends."""

    @transaction.atomic
    def dissolve(
        self,
        *,
        by,
        today: date,
        valid_to: date,
        reason: str,
        successors=(),
        receiver=None,
        takes_people: bool = False,
    ) -> Passing:
        """The unit ends after this day; the receiver, one of the successors, takes over what is open, all or nothing.

        Raises Invalid for units that cannot succeed, Refused while the unit still owes something only it can do.
        """
        require(rules.may_manage_people(by), _("Only Home Affairs and administrators end a unit."))
        successors = self._lock_with(successors)
        self._expect_alive(today)
        self._expect_no_submission()
        _expect_words(valid_to, self.valid_from, reason, today)
        self._expect_successors(successors, today)
        receiver = receiver or (successors[0] if len(successors) == 1 else None)
        passing = Passing(self, receiver, by, today, valid_to, tidy(reason))
        _expect_receiver(passing, successors)
        before = {"valid_to": self.valid_to, "successors": []}
        type(self).objects.filter(pk=self.pk).update(valid_to=valid_to)
        self.valid_to = valid_to
        self.successors.set(successors)
        passing.pass_all(takes_people=takes_people and receiver is not None)
        after = {"valid_to": valid_to, "successors": [each.code for each in successors], **passing.counts}
        Event.record(self, "dissolved", by=by, today=today, reason=tidy(reason), before=before, after=after)
        return passing

    def owed_submissions(self):
        """What it has still to hand in, or to have decided, in a review that runs."""
        running = self.submissions.filter(review__state__in=OPEN_ROUND)
        return running.exclude(state__in=("accepted", "exempt"))

    def is_over(self, today: date) -> bool:
        return self.valid_to is not None and self.valid_to < today

    def _lock_with(self, successors) -> list:
        """Both sides, always in the same order: two mergers at once cannot wait for each other."""
        wanted = {self.pk, *(each.pk for each in successors)}
        locked = {
            each.pk: each
            for each in type(self).objects.filter(pk__in=wanted).order_by("pk").select_for_update(no_key=True)
        }
        self.refresh_from_db()
        return [locked[each.pk] for each in successors]

    def _expect_alive(self, today: date) -> None:
        if self.valid_to is not None:
            words = _("%(unit)s was ended already, with %(date)s as its last day.")
            raise Refused(words % {"unit": self, "date": f"{self.valid_to:%d/%m/%Y}"})

    def _expect_no_submission(self) -> None:
        """Only the unit can finish its submission, and only Home Affairs decides on it: first that, then the end.

        A review that is opened meanwhile is found out, because it is looked for while prepared first, then as owed.
        """
        if self.assessments.filter(review__state="preparing").exists():
            raise Refused(_("It is among the units of the review in preparation. Take it out there first."))
        owed = self.owed_submissions().select_related("review").first()
        if owed:
            words = _(
                "Its submission for the review of %(year)s is “%(state)s”. Accept it first, or exempt the unit "
                "with the reason; then end the unit."
            )
            raise Refused(words % {"year": owed.review.year, "state": owed.get_state_display()})

    def _expect_successors(self, successors: list, today: date) -> None:
        for each in successors:
            if each.pk == self.pk:
                raise Invalid({"successors": _("A unit cannot be merged into itself.")})
            if each.valid_to is not None:
                words = _("%(unit)s is itself dissolved. Choose the unit that took its work over.")
                raise Invalid({"successors": words % {"unit": each}})
            if each.leads_to(self):
                words = _(
                    "%(unit)s was itself succeeded by this unit: the two would follow each other in a circle."
                )
                raise Invalid({"successors": words % {"unit": each}})
            if each.valid_from and each.valid_from > today:
                words = _("%(unit)s does not exist yet; it begins on %(date)s.")
                raise Invalid({"successors": words % {"unit": each, "date": f"{each.valid_from:%d/%m/%Y}"}})

    def leads_to(self, unit) -> bool:
        """Whether that unit is among the successors, their successors, and so on."""
        seen, following = set(), [self.pk]
        while following:
            seen.update(following)
            steps = type(self).successors.through.objects.filter(from_unit__in=following)
            following = [number for number in steps.values_list("to_unit", flat=True) if number not in seen]
        return unit.pk in seen - {self.pk}


def _expect_words(valid_to: date, valid_from: date | None, reason: str, today: date) -> None:
    errors = {}
    if not today - A_YEAR <= valid_to < today:
        errors["valid_to"] = _(
            "Choose yesterday, or another day of the last year: the work passes on at once."
        )
    elif valid_from and valid_to < valid_from:
        errors["valid_to"] = _("The unit did not exist yet on that day. Choose a later one.")
    if not tidy(reason):
        errors["reason"] = _("Give the reason, for example the number of the resolution.")
    if errors:
        raise Invalid(errors)


def _expect_receiver(passing: Passing, successors: list) -> None:
    if passing.receiver is None and passing.has_work:
        which = "receiver" if successors else "successors"
        raise Invalid({which: _("It has open work. Choose the unit that takes it over.")})
    if passing.receiver is not None and passing.receiver.pk not in {each.pk for each in successors}:
        raise Invalid({"receiver": _("Choose one of the successors.")})
