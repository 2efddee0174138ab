"""Whether the latest amendment touched a unit: one sentence, and the lines it means."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.models import Plan, PlanVersion
from plans.versions.differences import differences
from plans.versions.lines import FIELDS, number_of
from plans.versions.touching import OWN, Touching
from tracker.templatetags.page import day


@dataclass(frozen=True)
class LatestAmendment:
    """The version it made, and the numbers of the unit's own lines in it and of those it helps with."""

    version: PlanVersion
    own: list[str]
    helped: list[str]

    @classmethod
    def of(cls, plan: Plan, unit_ids: set[int]) -> "LatestAmendment | None":
        """Nothing for a plan that was never amended, and for those who are of no unit."""
        if plan.state != "amended" or not unit_ids:
            return None
        version = plan.versions.select_related("amendment", "plan").last()
        found = differences(version.before().content, version.content)
        changes = [each for each in found if _is_shown(each)]
        touching = Touching(changes, unit_ids)
        parts = [(touching.part(each), number_of(each.line)) for each in changes]
        own = [number for part, number in parts if part == OWN]
        return cls(version, own, [number for part, number in parts if part and part != OWN])

    @property
    def lines(self) -> list[str]:
        return self.own + self.helped

    @property
    def words(self) -> str:
        paper = self.version.paper
        facts = {"number": paper.number, "day": day(paper.issued_on), "lines": _(" and ").join(self._counts)}
        if not self.lines:
            return _("Amendment %(number)s of %(day)s changed nothing of your unit's.") % facts
        return _("Amendment %(number)s of %(day)s changed %(lines)s.") % facts

    @property
    def _counts(self) -> list[str]:
        own = ngettext("%(count)s line of your unit's", "%(count)s lines of your unit's", len(self.own))
        helped = ngettext(
            "%(count)s line your unit helps with", "%(count)s lines your unit helps with", len(self.helped)
        )
        counted = [(own, len(self.own)), (helped, len(self.helped))]
        return [words % {"count": count} for words, count in counted if count]


def _is_shown(change) -> bool:
    """A field that only the database knows is nobody's affair."""
    return change.kind != "changed" or any(field.name in FIELDS for field in change.fields)
