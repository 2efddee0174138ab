"""Preparing a review: its dates, and which units are assessed in which groups that year."""

from collections.abc import Mapping
from datetime import date

from django.db import connection, transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require

from .assessed_unit import AssessedUnit
from .tracked import create
from .unit import Unit, UnitGroup

DATES = ("conference_on", "submissions_due_on", "plan_due_on")


class ReviewPreparation:
    """What Home Affairs settles before the review is opened."""

    @classmethod
    @transaction.atomic
    def prepare(cls, *, by, today: date, year: int, is_sample: bool = False, **dates: date):
        """Begin the review of an assessed year, with the units and groups of the one before.

        A unit that has been dissolved is replaced by its successors. Raises Invalid for impossible dates.
        """
        require(rules.may_run_review(by), _("Only Home Affairs runs the review."))
        _one_at_a_time()
        review = cls(year=year, is_sample=is_sample, **dates)
        _expect_year(review)
        _expect_order(review)
        create(review, "prepared", by=by, today=today)
        AssessedUnit.objects.bulk_create(_carried_over(review))
        return review

    @classmethod
    @transaction.atomic
    def remember(cls, *, by, today: date, year: int, conference_on: date, is_sample: bool = False):
        """A year from before this site was used: it holds results to compare with, and nobody hands in anything."""
        require(rules.may_run_review(by), _("Only Home Affairs runs the review."))
        _one_at_a_time()
        dates = dict.fromkeys(DATES, conference_on)
        review = cls(year=year, state=cls.State.PAST, is_sample=is_sample, **dates)
        _expect_year(review)
        _expect_order(review)
        _expect_earlier(review)
        if conference_on > today:
            raise Invalid({"conference_on": _("This day is still to come.")})
        return create(review, "remembered", by=by, today=today)

    @transaction.atomic
    def revise(self, *, by, today: date, version: int | None = None, **changed) -> None:
        """Correct the year or the dates while nobody has been told of them."""
        self._expect_preparing(by)
        _expect_unnumbered(self, changed.get("year", self.year))
        revised = type(self)(pk=self.pk, **{name: getattr(self, name) for name in ("year", *DATES)} | changed)
        _expect_year(revised)
        _expect_order(revised)
        self._change("dates_set", by=by, today=today, version=version, **changed)

    @transaction.atomic
    def choose_units(self, *, by, today: date, groups: Mapping[int, int], version: int | None = None) -> None:
        """Say which units are assessed this year and in which group each: unit id -> group id."""
        self._expect_preparing(by)
        _expect_units(self, groups)
        _expect_unburdened(self, groups)
        before = {each.unit.code: each.group and each.group.code for each in self._assessed()}
        self.assessed_units.exclude(unit__in=groups).delete()
        for unit_id, group_id in groups.items():
            self.assessed_units.update_or_create(unit_id=unit_id, defaults={"group_id": group_id})
        after = {each.unit.code: each.group.code for each in self._assessed()}
        self._change("units_chosen", by=by, today=today, version=version, parts=(before, after))

    def _assessed(self):
        return self.assessed_units.select_related("unit", "group")

    def _expect_preparing(self, by) -> None:
        """No colleague assigns weaknesses meanwhile."""
        require(rules.may_run_review(by), _("Only Home Affairs runs the review."))
        type(self).objects.select_for_update().get(pk=self.pk)
        self._expect_state(self.State.PREPARING)


def _carried_over(review) -> list[AssessedUnit]:
    """The units of the review before in their groups of then, or, the first time, every unit that is assessed."""
    last = type(review).objects.filter(year__lt=review.year).order_by("-year").first()
    known = last and list(last.assessed_units.select_related("unit").order_by("pk"))
    places = _still_there(known, review) if known else _all_reviewed(review)
    return [AssessedUnit(review=review, unit_id=unit, group_id=group) for unit, group in places.items()]


def _still_there(known: list[AssessedUnit], review) -> dict[int, int | None]:
    valid = set(Unit.objects.valid_on(review.conference_on).values_list("pk", flat=True))
    places: dict[int, int | None] = {}
    for each in known:
        for unit in [each.unit] if each.unit_id in valid else heirs_of(each.unit, valid):
            places.setdefault(unit.pk, each.group_id if unit.pk == each.unit_id else unit.group_id)
    return places


def heirs_of(unit: Unit, valid: set[int], seen: frozenset[int] = frozenset()) -> list[Unit]:
    """Who took over the unit's work and is still there, through any number of mergers."""
    found: list[Unit] = []
    for heir in unit.successors.exclude(pk__in=seen):
        found += [heir] if heir.pk in valid else heirs_of(heir, valid, seen | {unit.pk, heir.pk})
    return found


def _all_reviewed(review) -> dict[int, int | None]:
    reviewed = Unit.objects.reviewed().valid_on(review.conference_on)
    return dict(reviewed.values_list("pk", "group"))


def _one_at_a_time() -> None:
    """Two colleagues who begin the same year together: the second finds it begun."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('prepare_review'))")


def _expect_year(review) -> None:
    if type(review).objects.filter(year=review.year).exclude(pk=review.pk).exists():
        raise Invalid({"year": _("There is a review of %(year)s already.") % {"year": review.year}})


def _expect_earlier(review) -> None:
    """A year after one that was reviewed here is prepared like any other."""
    if type(review).objects.opened().filter(year__lt=review.year).exists():
        raise Invalid(
            {"year": _("Earlier years were reviewed here already; prepare this one as a new review.")}
        )


def _expect_unnumbered(review, year: int) -> None:
    if year != review.year and review.weaknesses.exists():
        message = _("Its weaknesses are numbered HC-%(year)s already; withdraw them first.")
        raise Invalid({"year": message % {"year": review.year}})


def _expect_order(review) -> None:
    """The conference looks back on a year that is over; then the units hand in; then comes the plan."""
    if review.conference_on.year <= review.year:
        raise Invalid({"conference_on": _("The conference on the year %(year)s is held once that year is over.")
                       % {"year": review.year}})  # fmt: skip
    if review.submissions_due_on < review.conference_on:
        raise Invalid({"submissions_due_on": _("Units cannot hand in before the conference.")})
    if review.plan_due_on < review.submissions_due_on:
        raise Invalid({"plan_due_on": _("The plan follows the submissions; give a later date.")})


def _expect_units(review, groups: Mapping[int, int]) -> None:
    # Held, in the order in which mergers hold them: none of them is dissolved before it is chosen.
    held = Unit.objects.filter(pk__in=groups).order_by("pk").select_for_update(no_key=True)
    valid = Unit.objects.valid_on(review.conference_on).filter(pk__in=[each.pk for each in held])
    missing = set(groups) - set(valid.values_list("pk", flat=True))
    if not groups:
        raise Invalid({"groups": _("Choose at least one unit.")})
    if missing:
        gone = Unit.objects.filter(pk__in=missing)
        names = ", ".join(map(str, gone)) or _("unknown")
        raise Invalid({"groups": _("Not there on the day of the conference: %(units)s.") % {"units": names}})
    known = UnitGroup.objects.filter(pk__in=set(groups.values()))
    if known.count() != len(set(groups.values())):
        raise Invalid({"groups": _("Choose a group for each unit.")})


def _expect_unburdened(review, groups: Mapping[int, int]) -> None:
    """A unit that leaves the review would take its weaknesses out of sight."""
    left = review.weaknesses.exclude(unit=None).exclude(unit__in=groups).select_related("unit")
    if names := ", ".join(sorted({str(each.unit) for each in left})):
        message = _("They have weaknesses in this review, withdraw those first: %(units)s.")
        raise Invalid({"groups": message % {"units": names}})
