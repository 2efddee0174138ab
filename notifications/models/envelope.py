"""One e-mail to one person: what it said word for word, and what the mail server answered."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from notifications import rules

from .envelope_tallies import EnvelopeTallies
from .envelope_verbs import EnvelopeVerbs, ManyEnvelopesVerbs

BUNDLE, TEST = "bundle", "test"
BELONGINGS = {"extensions": "extensionrequest", "chases": "chase"}  # of an action: its requests and letters


class EnvelopeQuerySet(EnvelopeTallies, ManyEnvelopesVerbs, models.QuerySet):
    def visible_to(self, actor):
        """Home Affairs and administrators read every mail; everybody reads his own."""
        if actor.is_home_affairs or actor.is_admin:
            return self
        return self.filter(recipient=actor.user)

    def about(self, thing: models.Model):
        """The mails that told, or will tell, of this thing and of what belongs to it, newest first."""
        told = Q(obligations__subject_type=thing._meta.model_name, obligations__subject_id=thing.pk)
        for name, kind in BELONGINGS.items():
            if hasattr(thing, name):
                own = getattr(thing, name).order_by().values("pk")
                told |= Q(obligations__subject_type=kind, obligations__subject_id__in=own)
        return self.filter(told, obligations__state__in=("bound", "done")).distinct().order_by("-pk")

    def overdue_at(self, now):
        """Owed at this moment and not yet taken by the mail server."""
        return self.filter(state__in=("queued", "sending"), not_before__lte=now)

    def waiting(self):
        """Not in anybody's hands yet: these leave next, or when sending is released."""
        return self.filter(state__in=rules.WAITING)


class Envelope(EnvelopeVerbs, models.Model):
    """Queued, claimed with a lease, sent or failed; the Message-ID stays the same however often it is tried.

    A sender takes a lease on a queued mail to prepare it, and marks it as being sent before it opens its mouth:
    of a sender that dies before, the mail was certainly not sent.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Queued")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Accepted by the mail server")
        FAILED = "failed", _("Could not be sent")
        HELD = "held", _("Held")
        SUPPRESSED = "suppressed", _("Not sent")

    class Reason(models.TextChoices):
        SUPERSEDED = "superseded", _("the next bundle takes its place")
        EMPTY = "empty", _("nothing was left to tell")
        EXPIRED = "expired", _("too old to be of use")
        REFUSED = "refused", _("refused by the mail server")
        WORN_OUT = "worn_out", _("refused too often")
        UNWRITABLE = "unwritable", _("its text could not be written")
        NO_ADDRESS = "no_address", _("the person has no usable address")
        DISCARDED = "discarded", _("discarded by hand")

    recipient = models.ForeignKey(
        "tracker.User",
        models.PROTECT,
        related_name="envelopes",
        verbose_name=_("recipient"),
        db_index=False,  # envelope_recipient serves it; each mail is written twice, into every index
    )
    address = models.EmailField(_("address"), blank=True)
    kind = models.CharField(_("kind"), max_length=40)
    business_date = models.DateField(_("business date"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.QUEUED)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    created_at = models.DateTimeField(_("created at"))
    not_before = models.DateTimeField(_("not before"))
    not_after = models.DateTimeField(_("not after"))
    next_attempt_at = models.DateTimeField(_("next attempt"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    setbacks = models.PositiveSmallIntegerField(_("attempts used up"), default=0)
    lease_until = models.DateTimeField(_("lease until"), null=True)
    lease_token = models.UUIDField(_("lease token"), null=True)
    message_id = models.CharField("Message-ID", max_length=200)
    subject_line = models.CharField(_("subject"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField("HTML", blank=True)
    calendar = models.TextField(_("calendar attachment"), blank=True, db_default="")
    thread = models.CharField(_("conversation"), max_length=120, blank=True, db_default="")
    is_optional = models.BooleanField(_("can be declined"), db_default=False)
    content_sha256 = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    server_reply = models.CharField(_("answer of the mail server"), max_length=500, blank=True)
    possible_duplicates = models.PositiveSmallIntegerField(_("possible duplicates"), default=0)
    opened_at = models.DateTimeField(_("link opened at"), null=True)

    objects = EnvelopeQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["next_attempt_at", "id"], name="envelope_queued", condition=Q(state="queued")
            ),
            models.Index(fields=["lease_until"], name="envelope_sending", condition=Q(state="sending")),
            models.Index(fields=["recipient", "-id"], name="envelope_recipient"),
            models.Index(fields=["state", "-id"], name="envelope_state"),
            models.Index(fields=["kind", "-id"], name="envelope_kind"),
            models.Index(fields=["id"], name="envelope_doubtful", condition=Q(possible_duplicates__gt=0)),
            models.Index(fields=["-business_date", "-id"], name="envelope_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["message_id"], name="envelope_message_id_once"),
            models.UniqueConstraint(
                fields=["recipient", "business_date"],
                condition=Q(kind=BUNDLE),
                name="envelope_one_bundle_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("queued", "sending", "sent", "failed", "held", "suppressed")),
                name="envelope_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="sending", lease_token__isnull=False, lease_until__isnull=False)
                | Q(state="queued")
                | ~Q(state__in=("queued", "sending")) & Q(lease_token=None, lease_until=None),
                name="envelope_sending_under_a_lease",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) & ~Q(content_sha256="")
                | ~Q(state="sent") & Q(sent_at=None),
                name="envelope_sent_with_content",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("failed", "suppressed")) | ~Q(reason=""),
                name="envelope_ends_with_a_reason",
            ),
            models.CheckConstraint(condition=Q(not_after__gt=F("not_before")), name="envelope_has_a_time"),
        ]

    def __str__(self):
        return self.subject_line or self.kind

    @property
    def is_bundle(self) -> bool:
        return self.kind == BUNDLE

    @property
    def is_test(self) -> bool:
        """Sent by somebody to himself to try the mail server; nothing was owed."""
        return self.kind == TEST
