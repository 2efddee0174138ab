"""How an office changes while people work: absences, accounts, roles, working days, rules and declined mails."""

from datetime import timedelta

from notifications.models import OptOut, ReminderRule
from tracker.models import Delegation, Membership, WorkingDayException

OPTIONAL = ["decision-waiting", "action-reported", "extension-asked", "weekly-overview"]


class Administration:
    """What an administrator, or each person for himself, may change on any day."""

    def be_absent(self):
        unit = self.dice.choice(self.units)
        away, there = self.dice.sample(self.staff[unit.pk], 2)
        first = self.today + timedelta(days=self.dice.randrange(-2, 3))
        last = first + timedelta(days=self.dice.randrange(0, 6))
        Delegation.objects.create(absentee=away, stand_in=there, starts_on=first, ends_on=last)

    def come_back_early(self):
        Delegation.objects.filter(ends_on__gte=self.today).delete()

    def disable(self):
        unit = self.dice.choice(self.units)
        person = self._worker(unit.pk)
        person.is_active = not person.is_active
        person.save(update_fields=["is_active"])

    def join_or_leave(self):
        unit = self.dice.choice(self.units)
        held = Membership.objects.filter(unit=unit)
        match self.dice.randrange(4):
            case 0:
                self.staff[unit.pk][2] = self._hire(unit, "official")
            case 1:
                held.filter(role="official").order_by("pk").first().delete() if held.count() > 3 else None
            case 2:
                held.filter(role="official", valid_from=None).update(
                    valid_from=self.today - timedelta(days=9)
                )
            case _:
                held.filter(user=self.staff[unit.pk][0]).update(
                    role=self.dice.choice(["official", "unit_head"])
                )

    def change_the_calendar(self):
        day = self.today + timedelta(days=self.dice.randrange(-6, 12))
        changed, is_new = WorkingDayException.objects.get_or_create(
            day=day, defaults={"is_working": self.dice.random() < 0.5, "reason": "Hoán đổi"}
        )
        if not is_new:
            changed.delete()

    def change_a_rule(self):
        admin = self._by(self.admin)
        rule = (
            ReminderRule.objects.filter(valid_to=None, valid_from__lte=self.today)
            .exclude(offsets=[])
            .order_by("code")
        )
        rule = self.dice.choice(rule.filter(anchor__in=("action_due", "submission_due")))
        begins = self.today + timedelta(days=self.dice.randrange(1, 4))
        offsets = sorted({value + self.dice.choice([0, 0, 1]) for value in rule.offsets})
        rule.supersede(
            **admin, valid_from=begins, offsets=offsets, repeat_every=self.dice.choice([None, 2, 5])
        )

    def decline(self):
        person, kind = self.dice.choice([*self.home, self.leader]), self.dice.choice(OPTIONAL)
        if OptOut.objects.filter(user=person, kind=kind, wanted_again_at=None).exists():
            OptOut.objects.want_again(person, kind, today=self.today)
        else:
            OptOut.objects.decline(person, kind, today=self.today)
