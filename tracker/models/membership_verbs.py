"""Roles begin and end on a date, by verbs; the person's history tells of both."""

from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require

from .event import Event
from .unit import Unit

A_YEAR, ONE_DAY = timedelta(days=366), timedelta(days=1)


class MembershipVerbs:
    """Begin, end, and pass on the work of whoever leaves."""

    @classmethod
    @transaction.atomic
    def begin(cls, *, by, today: date, user, unit, role: str, valid_from: date) -> "MembershipVerbs":
        """The person holds the role in the unit from this date on. An administrator may open the administration."""
        require(rules.may_appoint(by, role), _("Only an administrator appoints to this role."))
        unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
        user._lock()
        _expect_near("valid_from", valid_from, today)
        _expect_standing(unit, valid_from)
        cls._expect_once(user, unit, role, valid_from)
        held = cls.objects.create(user=user, unit=unit, role=role, valid_from=valid_from)
        if role == cls.Role.ADMIN and not user.is_staff:
            user.is_staff = True
            user.save(update_fields=["is_staff"])
        held._tell("role_begun", by=by, today=today, after=held._as_told())
        return held

    @transaction.atomic
    def end(self, *, by, today: date, valid_to: date, successor=None) -> int:
        """The role ends after this day. Whoever leaves the unit hands its open actions over, today, all or none.

        Returns how many were handed over. Raises Invalid when nobody is named who takes them.
        """
        self.user._lock()
        require(type(self).objects.filter(pk=self.pk).exists(), _("This role was taken away a moment ago."))
        self.refresh_from_db()
        require(rules.may_appoint(by, self.role), _("Only an administrator ends this role."))
        require(not self.is_over(today), _("This role is over already."))
        self._expect_last_day(valid_to, today)
        if self.role == self.Role.ADMIN:
            type(self).expect_another_administrator(self.user, today)
        handed_over = self._hand_over(successor, by, today) if self.leaves_unit(valid_to) else 0
        self._cease(valid_to, by, today)
        return handed_over

    def pass_with_unit(self, passing, *, keeps_heads: bool, comes_along: bool) -> None:
        """The unit ends: so does the role; who comes along holds it in the receiver, a head as long as it has none."""
        self.user._lock()
        self._cease(passing.valid_to, passing.by, passing.today)
        role = self.role if self.role != self.Role.UNIT_HEAD or keeps_heads else self.Role.OFFICIAL
        begins = max(self.valid_from or passing.valid_to, passing.valid_to + ONE_DAY)
        there = type(self).objects.from_day(begins).filter(user=self.user, unit=passing.receiver, role=role)
        if not comes_along or there.exists():
            return
        held = type(self).objects.create(user=self.user, unit=passing.receiver, role=role, valid_from=begins)
        held._tell("role_begun", by=passing.by, today=passing.today, after=held._as_told())

    def is_over(self, today: date) -> bool:
        return self.valid_to is not None and self.valid_to < today

    def leaves_unit(self, valid_to: date) -> bool:
        """The person holds no other role in the unit beyond that day."""
        beyond = type(self).objects.from_day(valid_to + ONE_DAY).filter(user=self.user, unit=self.unit)
        return not beyond.exclude(pk=self.pk).exists()

    def open_actions(self):
        """What the person owns in the unit and has still to do."""
        open_states = self.user.owned_actions.model.objects.filter(state__in=("todo", "doing", "returned"))
        return open_states.filter(owner=self.user, lead_unit=self.unit)

    def _hand_over(self, successor, by, today: date) -> int:
        actions = list(
            self.open_actions()
            .select_related("lead_unit")
            .order_by("pk")
            .select_for_update(of=("self",), no_key=True)
        )
        if actions and (successor is None or successor.pk == self.user_id):
            raise Invalid({"successor": _("Choose who takes over the open actions.")})
        for action in actions:
            action.pass_on(by=by, today=today, owner=successor)
        return len(actions)

    def _cease(self, valid_to: date, by, today: date) -> None:
        """A role that had not begun is taken away; history remembers it."""
        before, last = self._as_told(), valid_to
        if self.valid_from and valid_to < self.valid_from:
            self._tell(
                "role_ended", by=by, today=today, before=before, after={"valid_to": None, "was_held": False}
            )
            self.delete()
            return
        type(self).objects.filter(pk=self.pk).update(valid_to=last)
        self.valid_to = last
        self._tell("role_ended", by=by, today=today, before=before, after={"valid_to": last})

    def _tell(self, verb: str, *, by, today: date, before=None, after=None) -> None:
        with translation.override("vi"):  # the language of the record
            words = f"{self.get_role_display()} – {self.unit.name_vi}"
        Event.record(self.user, verb, by=by, today=today, reason=words, before=before, after=after)

    def _as_told(self) -> dict:
        return {
            "unit": self.unit.code,
            "role": self.role,
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
        }

    @classmethod
    def _expect_once(cls, user, unit, role: str, valid_from: date) -> None:
        held = cls.objects.from_day(valid_from).filter(user=user, unit=unit, role=role).first()
        if held:
            words = _(
                "%(name)s holds this role here already%(until)s. Choose a later day, or end that first."
            )
            until = _(" until %(date)s") % {"date": f"{held.valid_to:%d/%m/%Y}"} if held.valid_to else ""
            raise Invalid({"valid_from": words % {"name": user.full_name, "until": until}})

    def _expect_last_day(self, valid_to: date, today: date) -> None:
        _expect_near("valid_to", valid_to, today)
        if valid_to < today - ONE_DAY:
            raise Invalid(
                {"valid_to": _("Choose yesterday or a later day; what was done until now stays as it was.")}
            )
        if self.valid_to and valid_to > self.valid_to:
            words = _("The role ends on %(date)s already. Choose an earlier day.")
            raise Invalid({"valid_to": words % {"date": f"{self.valid_to:%d/%m/%Y}"}})

    @classmethod
    def expect_another_administrator(cls, user, today: date) -> None:
        """Somebody else keeps running the site; of two who take each other's place away, the second is refused."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('administrators'))")
        lasting = cls.objects.valid_on(today).filter(valid_to=None, role=cls.Role.ADMIN)
        others = lasting.filter(user__is_active=True).exclude(user=user)
        require(others.exists(), _("Nobody else runs this site. Appoint another administrator first."))


def _expect_near(name: str, day: date, today: date) -> None:
    if abs(day - today) > A_YEAR:
        raise Invalid({name: _("Choose a day within a year of today.")})


def _expect_standing(unit, day: date) -> None:
    if unit.valid_to and unit.valid_to < day:
        words = _(
            "%(unit)s no longer exists after %(date)s. Invite people to the unit that took its work over."
        )
        raise Invalid({"valid_from": words % {"unit": unit, "date": f"{unit.valid_to:%d/%m/%Y}"}})
    if unit.valid_from and day < unit.valid_from:
        words = _("%(unit)s begins on %(date)s. Choose that day or a later one.")
        raise Invalid({"valid_from": words % {"unit": unit, "date": f"{unit.valid_from:%d/%m/%Y}"}})
