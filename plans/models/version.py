"""The frozen wording of a plan, with its SHA-256."""

import hashlib
import json
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

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
    def freeze(cls, plan, today: date) -> "PlanVersion":
        """Keep the plan's wording as it is now under the next version number."""
        content = json.loads(_canonical([_wording(item) for item in _items(plan)]))
        return cls.objects.create(
            plan=plan,
            number=plan.versions.count() + 1,
            frozen_on=today,
            content=content,
            sha256=digest(content),
        )


def digest(content) -> str:
    """SHA-256 over the content as canonical JSON."""
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _canonical(content) -> str:
    return json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)


def _items(plan):
    related = plan.items.select_related("index", "criterion", "lead_unit")
    return related.prefetch_related("coordinating_units", "contributions__action")


def _wording(item) -> dict:
    words = {name: getattr(item, name) for name in WORDING}
    return words | {
        "index": item.index.code,
        "criterion": item.criterion.code if item.criterion else None,
        "lead_unit": item.lead_unit.name_vi,
        "coordinating_units": [unit.name_vi for unit in item.coordinating_units.all()],
        "actions": sorted(contribution.action.ref for contribution in item.contributions.all()),
    }
