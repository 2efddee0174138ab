"""A plan as it is printed: a draft as it stands, an issued plan as it was frozen."""

from dataclasses import dataclass
from functools import cached_property

from plans.models.planning.version import PlanVersion, content_of

from .annex import Line, lines_of
from .coordination import Coordination
from .frame import frame_of


@dataclass(frozen=True)
class Printed:
    """The lines and what stands around them; `version` is the frozen one they are taken from."""

    plan: object
    version: PlanVersion | None
    is_asked_for: bool  # this very version, not the plan

    @cached_property
    def content(self) -> list[dict]:
        return self.version.content if self.version else content_of(self.plan)

    @property
    def has_lines_only(self) -> bool:
        """A version from before what stands around the lines was frozen with them."""
        return self.version is not None and not self.version.frame

    @cached_property
    def frame(self) -> dict:
        """Today's, of a draft and where none was frozen; the paper of such a version says so."""
        is_kept = self.version and self.version.frame
        return self.version.frame if is_kept else frame_of(self.plan, len(self.content))

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of(self.content, self.frame["titles"], Coordination(self.plan.review.conference_on))

    @property
    def amendments(self) -> list:
        """Those that made the version what it is, in their order."""
        until = self.version.number if self.version else 0
        versions = self.plan.versions.filter(number__lte=until).exclude(amendment=None)
        return [each.amendment for each in versions.select_related("amendment").order_by("number")]


def printed(subject) -> Printed:
    """Of a plan that is issued, the version in force; of a version, that one."""
    if isinstance(subject, PlanVersion):
        return Printed(subject.plan, subject, is_asked_for=True)
    return Printed(subject, subject.versions.order_by("number").last(), is_asked_for=False)
