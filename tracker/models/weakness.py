"""A weakness found by the review, why it is there, and who answers for it."""

from datetime import date

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.errors import Invalid
from tracker.vietnamese import plain, tidy

from .amending import WeaknessAmending
from .editing import WeaknessEditing
from .row_key import key_field
from .tracked import Tracked, create
from .weakness_assigning import WeaknessAssigning
from .weakness_chain import ChainWriting
from .weakness_queryset import WeaknessQuerySet


class Weakness(ChainWriting, WeaknessAssigning, WeaknessEditing, WeaknessAmending, Tracked):
    """What the review found lacking, in one unit or province-wide, under one index."""

    class Origin(models.TextChoices):
        ASSIGNED = "assigned", _("assigned by Home Affairs")
        FOUND = "found", _("found by the unit")

    ref = models.CharField(_("reference"), max_length=20, unique=True, editable=False)
    review = models.ForeignKey(
        "tracker.Review", models.PROTECT, related_name="weaknesses", verbose_name=_("review")
    )
    unit = models.ForeignKey(
        "tracker.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="weaknesses",
        verbose_name=_("unit"),
    )
    index = models.ForeignKey(
        "tracker.Index", models.PROTECT, related_name="weaknesses", verbose_name=_("index")
    )
    criterion = models.ForeignKey(
        "tracker.Criterion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="weaknesses",
        verbose_name=_("criterion"),
    )
    title = models.CharField(_("title"), max_length=200)
    statement = models.TextField(_("statement"))
    points_lost = models.DecimalField(_("points lost"), max_digits=6, decimal_places=2, null=True, blank=True)
    repeats = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by", verbose_name=_("repeats")
    )
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.ASSIGNED)
    objection = models.TextField(_("why the unit does not agree"), blank=True, db_default="")
    edited_title = models.CharField(_("title in the plan"), max_length=200, blank=True, db_default="")
    edited_statement = models.TextField(_("statement in the plan"), blank=True, db_default="")
    source = models.JSONField(_("source"), default=dict, blank=True)
    is_sample = models.BooleanField(_("sample data"), default=False, editable=False)
    plain = models.TextField(editable=False, default="")

    objects = WeaknessQuerySet.as_manager()

    class Meta:
        verbose_name = _("weakness")
        verbose_name_plural = _("weaknesses")
        ordering = ["ref"]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(statement=""), name="weakness_is_stated"),
            models.CheckConstraint(
                condition=Q(points_lost=None) | Q(points_lost__gte=0), name="weakness_points_lost"
            ),
        ]

    def __str__(self):
        return f"{self.ref} {self.title}"

    def save(self, **kwargs):
        self.title, self.statement = tidy(self.title), tidy(self.statement)
        self.plain = plain(f"{self.ref} {self.title} {self.statement}")
        super().save(**kwargs)

    @property
    def title_in_plan(self) -> str:
        """Home Affairs' wording when it wrote one, else the unit's."""
        return self.edited_title or self.title

    @property
    def statement_in_plan(self) -> str:
        return self.edited_statement or self.statement

    @property
    def live_actions(self) -> list:
        """The actions that are still meant to be done."""
        return [action for action in self.actions.all() if action.state != "dropped"]

    @classmethod
    @transaction.atomic
    def record(cls, *, by, today: date, review, **fields) -> "Weakness":
        """Write down a weakness under the review's next number."""
        weakness = cls(ref=review.next_weakness_ref(), review=review, **fields)
        _expect_words(title=weakness.title, statement=weakness.statement)
        return create(weakness, "recorded", by=by, today=today, title=weakness.title)

    @transaction.atomic
    def add_cause(self, *, by, today: date, kind: str, statement: str) -> "Cause":
        """Say why the weakness is there: internal (chủ quan) or external (khách quan)."""
        _expect_words(statement=statement)
        cause = self.causes.create(kind=kind, statement=tidy(statement), position=self.causes.count() + 1)
        self._change("cause_added", by=by, today=today, reason=cause.statement)
        return cause

    @transaction.atomic
    def name_responsible(self, *, by, today: date, **fields) -> "Responsibility":
        """Name a person or an organisation that answers for the weakness."""
        responsibility = self.responsibilities.create(**fields)
        self._change("responsible_named", by=by, today=today)
        return responsibility


class Cause(models.Model):
    """Why the weakness is there."""

    class Kind(models.TextChoices):
        INTERNAL = "internal", _("internal")
        EXTERNAL = "external", _("external")

    weakness = models.ForeignKey(Weakness, models.PROTECT, related_name="causes", verbose_name=_("weakness"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    statement = models.TextField(_("statement"))
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    key = key_field()

    class Meta:
        verbose_name = _("cause")
        verbose_name_plural = _("causes")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["weakness", "key"], name="cause_row_once")]

    def __str__(self):
        return self.statement


class Responsibility(models.Model):
    """Who answers for the weakness: a person or an organisation, and how closely. Shown to few."""

    class Level(models.TextChoices):
        DIRECT = "direct", _("directly responsible")
        RELATED = "related", _("involved")
        HEAD = "head", _("as head of the unit")

    weakness = models.ForeignKey(
        Weakness, models.PROTECT, related_name="responsibilities", verbose_name=_("weakness")
    )
    person = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        "tracker.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    position_title = models.CharField(_("position held"), max_length=120, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Level)
    key = key_field()

    class Meta:
        verbose_name = _("responsibility")
        verbose_name_plural = _("responsibilities")
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, organisation__isnull=False)
                | Q(person__isnull=False, organisation=None),
                name="responsibility_one_bearer",
            ),
            models.UniqueConstraint(fields=["weakness", "key"], name="responsibility_row_once"),
        ]

    def __str__(self):
        return str(self.person or self.organisation)


def _expect_words(**texts: str) -> None:
    if missing := {
        name: str(_("Say it in words; this cannot stay empty."))
        for name, text in texts.items()
        if not tidy(text)
    }:
        raise Invalid(missing)
