"""The history: one line for everything that happened to a thing, never changed, chained by hashes per thing."""

import hashlib
import json
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.signals import event_recorded, event_written

HASHED = (
    "subject", "subject_id", "number", "verb", "happened_on", "recorded_at", "actor_id", "actor_name", "role",
    "unit_id", "channel", "request_id", "reason", "before", "after", "previous_hash",
)  # fmt: skip
WORDING_VERBS = ("edited",)
EVIDENCE_VERBS = ("evidence_added", "evidence_removed")


class EventQuerySet(models.QuerySet):
    def of(self, thing: models.Model):
        """The history of one thing, oldest first."""
        return self.filter(subject=thing._meta.model_name, subject_id=thing.pk).order_by("number")

    def visible_to(self, actor, action):
        """Without the lines about what the reader may not see itself: evidence, and wording not issued yet."""
        hidden = () if rules.may_see_evidence(actor, action) else EVIDENCE_VERBS
        hidden += () if rules.may_see_wording(actor, action) else WORDING_VERBS
        return self.exclude(verb__in=hidden) if hidden else self

    def last_of(self, thing: models.Model):
        return self.of(thing).reverse().only("number", "hash").first()

    def last_of_each(self, things: list[models.Model]) -> dict[int, tuple[int, str]]:
        """The number and the hash of the last line of each of these things of one kind, by the thing's key."""
        theirs = self.filter(
            subject=things[0]._meta.model_name, subject_id__in=[thing.pk for thing in things]
        )
        last = theirs.order_by("subject_id", "-number").distinct("subject_id")
        return {
            pk: (number, digest) for pk, number, digest in last.values_list("subject_id", "number", "hash")
        }


class Event(models.Model):
    """Something happened to a thing on a business date, done by somebody, through a door."""

    subject = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    number = models.PositiveIntegerField()
    verb = models.CharField(_("what"), max_length=40)
    happened_on = models.DateField(_("on"))
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    actor = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, related_name="+", verbose_name=_("who")
    )
    actor_name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, blank=True)
    unit = models.ForeignKey(
        "tracker.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("unit")
    )
    channel = models.CharField(max_length=20)
    request_id = models.CharField(max_length=64, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("history")
        ordering = ["pk"]
        indexes = [models.Index(fields=["recorded_at"], name="event_recorded_at")]
        constraints = [
            models.UniqueConstraint(fields=["subject", "subject_id", "number"], name="event_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="event_number_from_1"),
        ]

    def __str__(self):
        return f"{self.subject} {self.subject_id} #{self.number}: {self.verb}"

    @classmethod
    def record(cls, thing, verb, *, by, today: date, reason="", before=None, after=None) -> "Event":
        """Append one line to the thing's history; it is announced when the transaction commits.

        The caller holds the thing's row lock, so that numbers and hashes follow one another.
        """
        return cls.record_all([(thing, before, after, reason)], verb, by=by, today=today)[0]

    @classmethod
    def record_all(cls, told: list[tuple], verb: str, *, by, today: date) -> list["Event"]:
        """The same for several things of one kind, each with before, after and reason: written, announced together."""
        last = cls.objects.last_of_each([thing for thing, *_change in told])
        said = {"verb": verb, "happened_on": today} | _who(by)
        events = [
            cls._following(last.get(thing.pk, (0, "")), thing, *change, **said) for thing, *change in told
        ]
        cls.objects.bulk_create(events)
        event_written.send(sender=cls, events=events)
        transaction.on_commit(lambda: event_recorded.send(sender=cls, events=events), robust=True)
        return events

    @classmethod
    def _following(
        cls, last: tuple[int, str], thing, before: dict | None, after: dict | None, reason: str, **said
    ) -> "Event":
        """The line that follows the thing's last one."""
        number, digest = last
        event = cls(
            subject=thing._meta.model_name, subject_id=thing.pk, number=number + 1, previous_hash=digest,
            before=_plain_values(before), after=_plain_values(after), reason=reason, **said,
        )  # fmt: skip
        event.hash = event.compute_hash()
        return event

    def compute_hash(self) -> str:
        """SHA-256 over the line and the hash before it, in canonical JSON."""
        line = {name: getattr(self, name) for name in HASHED}
        text = json.dumps(line, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def _who(by) -> dict:
    return {
        "actor": by.user, "actor_name": by.signature, "role": by.role, "unit": by.unit,
        "channel": by.channel, "request_id": by.request_id,
    }  # fmt: skip


def _plain_values(values: dict | None) -> dict:
    """The values as JSON will give them back, so that the hash can be checked later."""
    return json.loads(json.dumps(values or {}, cls=DjangoJSONEncoder))
