"""The frozen wording of a plan, with its SHA-256."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from plans.papers.plan.frame import frame_of
from plans.reading.numbers import numbers_of
from tracker.models import Action

WORDING = (
    "position",
    "weakness_statement",
    "points_lost",
    "causes",
    "measure",
    "due_on",
    "due_phrase",
    "output",
    "note",
)


class PlanVersion(models.Model):
    """What the plan said when it was issued or amended; never changed afterwards."""

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="versions", verbose_name=_("plan"))
    number = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    sha256 = models.CharField(max_length=64)
    frame = models.JSONField(_("what stands around the lines"), default=dict, db_default={})
    frozen_on = models.DateField(_("frozen on"))
    amendment = models.OneToOneField(
        "plans.Amendment", models.PROTECT, null=True, related_name="made", verbose_name=_("amendment")
    )

    class Meta:
        verbose_name = _("plan version")
        verbose_name_plural = _("plan versions")
        ordering = ["plan", "number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once")]

    def __str__(self):
        return f"{self.plan} – {self.number}"

    @classmethod
    def freeze(cls, plan, today: date, amendment=None) -> "PlanVersion":
        """Keep the plan's wording as it is now under the next version number."""
        content = content_of(plan)
        return cls.objects.create(
            plan=plan,
            number=plan.versions.count() + 1,
            frozen_on=today,
            content=content,
            frame=frame_of(plan, len(content)),
            sha256=digest(content),
            amendment=amendment,
        )

    @property
    def is_unchanged(self) -> bool:
        """The words still give the SHA-256 that was kept with them."""
        return digest(self.content) == self.sha256

    @property
    def paper(self):
        """Whatever was signed: the plan, or the amendment that made this version."""
        return self.amendment or self.plan

    def before(self) -> "PlanVersion | None":
        return self.plan.versions.filter(number=self.number - 1).first()


def content_of(plan) -> list[dict]:
    """The lines that hold, in the words and the order of the annex."""
    numbers = numbers_of(plan)
    return as_kept([_wording(item, numbers[item.pk]) for item in _items(plan)])


def as_kept(lines: list[dict]) -> list[dict]:
    """The lines as JSON gives them back."""
    return json.loads(_canonical(lines))


def digest(content) -> str:
    """SHA-256 over the content as canonical JSON."""
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _canonical(content) -> str:
    return json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)


def _items(plan):
    related = plan.items.standing().select_related("index", "criterion", "lead_unit")
    refs = models.Prefetch("contributions__action", Action.objects.only("ref"))
    return related.prefetch_related("coordinating_units", refs).order_by("position", "pk")


def _wording(item, number: str) -> dict:
    refs = [contribution.action.ref for contribution in item.contributions.all()]
    return words_of_line(item, item.pk, number, item.coordinating_units.all(), refs)


def words_of_line(item, key, number: str, helping: Iterable, refs: list[str]) -> dict:
    """One line as it is frozen; it is known by its key."""
    return {name: getattr(item, name) for name in WORDING} | {
        "item": key,
        "number": number,
        "index": item.index.code,
        "criterion": item.criterion.code if item.criterion else None,
        "criterion_name": item.criterion.name_vi if item.criterion else None,
        "lead_unit": item.lead_unit.name_vi,
        "lead_unit_code": item.lead_unit.code,
        "coordinating_units": [unit.name_vi for unit in helping],
        "coordinating_codes": [unit.code for unit in helping],
        "actions": sorted(refs),
    }
