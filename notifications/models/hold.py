"""Sending is held: after a restore by itself, else by hand, until a person releases it."""

from datetime import date, datetime

from django.db import IntegrityError, connection, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications import rules
from tracker.errors import Invalid, Refused, require
from tracker.models import Event

from .envelope import Envelope
from .envelope_verbs import NOT_YOURS, because
from .obligation import Obligation

LONGEST_NOTE, MOST_SHOWN = 500, 5
IDENTITY = """
SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()),
                 (SELECT timeline_id FROM pg_control_checkpoint()),
                 (SELECT oid FROM pg_database WHERE datname = current_database()))
"""


class KnownDatabase(models.Model):
    """Which database we have been sending from: one restored elsewhere, or to another time, is a different one."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    identity = models.CharField(max_length=200)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="known_database_is_one_row")]

    def __str__(self):
        return self.identity

    @classmethod
    def is_the_same(cls) -> bool:
        """Whether we are where we were; where we were nowhere yet, this is the place from now on."""
        with connection.cursor() as cursor:
            cursor.execute(IDENTITY)
            present = cursor.fetchone()[0]
        known, _is_new = cls.objects.get_or_create(id=1, defaults={"identity": present})
        return known.identity == present

    @classmethod
    def is_here(cls) -> None:
        """From now on this is the place."""
        cls.objects.all().delete()
        cls.is_the_same()


class HoldQuerySet(models.QuerySet):
    def current(self) -> "Hold | None":
        return self.filter(released_at=None).first()

    def of_late(self):
        """The last few that were released."""
        past = self.exclude(released_at=None).select_related("begun_by", "released_by")
        return past[:MOST_SHOWN]

    @transaction.atomic
    def begin(self, *, by, today: date, cause: str, note: str = "") -> "Hold":
        """Nothing leaves from now on; what was queued is held. Raises Refused when sending is held already.

        Whoever holds by hand says why, else Invalid is raised.
        """
        require(rules.keeps_the_mail(by), NOT_YOURS)
        said = _fitting(because(note)) if cause == Hold.Cause.BY_HAND else note
        hold = self._alone(cause=cause, note=said, begun_by=by.user)
        Event.record(hold, "held", by=by, today=today, reason=said, after={"mails": hold.take_in()})
        return hold

    def _alone(self, **fields) -> "Hold":
        """The only hold there is; of two that begin at once the second is refused."""
        try:
            with transaction.atomic():
                return self.create(**fields)
        except IntegrityError:
            raise Refused(_("Sending is held already.")) from None


class Hold(models.Model):
    """From its beginning to its release no mail leaves; planning and binding go on."""

    class Cause(models.TextChoices):
        RESTORED = "restored", gettext_lazy("the database was restored or moved")
        BY_HAND = "by_hand", gettext_lazy("by hand")

    cause = models.CharField(gettext_lazy("cause"), max_length=10, choices=Cause)
    note = models.CharField(gettext_lazy("reason"), max_length=LONGEST_NOTE, blank=True)
    begun_at = models.DateTimeField(gettext_lazy("held since"), db_default=Now(), editable=False)
    begun_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("held by")
    )
    released_at = models.DateTimeField(gettext_lazy("released at"), null=True)
    released_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, related_name="+", verbose_name=gettext_lazy("released by")
    )

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("hold")
        verbose_name_plural = gettext_lazy("holds")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(models.Value(1), condition=Q(released_at=None), name="hold_one_at_a_time")
        ]

    def __str__(self):
        return self.get_cause_display()

    def take_in(self, now: datetime | None = None) -> int:
        """Hold what is queued by now; what a sender holds in its hands at this moment still leaves.

        A mail whose sender had died by the given moment may have arrived: it is counted, and held as well.
        """
        if now:
            dead = Envelope.objects.filter(state="sending", lease_until__lt=now)
            counted = {"possible_duplicates": F("possible_duplicates") + 1}
            dead.update(state="held", lease_token=None, lease_until=None, **counted)
        return Envelope.objects.filter(state="queued").update(
            state="held", lease_token=None, lease_until=None
        )

    @transaction.atomic
    def release(self, *, by, today: date) -> int:
        """Let mail leave again; returns how many were waiting. Raises Refused when somebody has done so."""
        require(rules.keeps_the_mail(by), NOT_YOURS)
        self._lock_open().update(released_at=Now(), released_by=by.user)
        KnownDatabase.is_here()
        Envelope.objects.filter(state="held").update(state="queued")
        waiting = Envelope.objects.waiting().count()
        Event.record(self, "released", by=by, today=today, after={"mails": waiting})
        return waiting

    @transaction.atomic
    def discard_waiting(self, *, by, today: date, reason: str) -> int:
        """None of the mails that wait shall leave, and what they were to tell is not told; returns how many.

        One line of history for all of them, on the hold; each mail and obligation carries the reason.
        """
        require(rules.keeps_the_mail(by), NOT_YOURS)
        said = because(reason)
        self._lock_open()
        nobody = {"lease_token": None, "lease_until": None}
        count = Envelope.objects.waiting().update(state="suppressed", reason="discarded", **nobody)
        untold = Obligation.objects.filter(
            state="bound", envelope__state="suppressed", envelope__reason="discarded"
        )
        untold.update(state="suppressed", reason="discarded")
        Event.record(self, "discarded", by=by, today=today, reason=said, after={"mails": count})
        return count

    def _lock_open(self) -> HoldQuerySet:
        """This hold's row, ours until the end of the transaction; raises Refused when it was released."""
        mine = Hold.objects.filter(pk=self.pk)
        if mine.filter(released_at=None).select_for_update().first() is None:
            raise Refused(_("Sending was released already."))
        return mine


def _fitting(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise Invalid({"reason": _("At most %(most)s characters.") % {"most": LONGEST_NOTE}})
    return note
