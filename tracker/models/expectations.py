"""What is expected as proof of an accepted action, corrected by Home Affairs."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .action_proposal import kinds_of

LONGEST, MOST = 300, 20


class ExpectationVerbs:
    """The signed plan does not name the evidence, so no amendment is needed to correct what is expected."""

    @transaction.atomic
    def expect_evidence(
        self, *, by, today: date, kinds: Iterable[str], reason: str, version: int | None = None
    ) -> bool:
        """Expect exactly these kinds of proof; one for which evidence was brought keeps its place.

        True when that changed something. The history tells what was expected before.
        """
        require(
            rules.may_correct_evidence(by, self),
            _("Only Home Affairs corrects what is expected, while an accepted action is still to be done."),
        )
        wanted, before = kinds_of(kinds), self._expected()
        faults = self._faults_of_kinds(wanted)
        if not tidy(reason):
            faults["reason"] = _("Give the reason; it is shown to the people concerned.")
        if faults:
            raise Invalid(faults)
        after = [kind for kind in before if kind in wanted] + [kind for kind in wanted if kind not in before]
        if after == before:
            return False
        parts = {"expected_evidence": before}, {"expected_evidence": after}
        self._change(
            "evidence_expected", by=by, today=today, reason=tidy(reason), version=version, parts=parts
        )
        self._expect_kinds(wanted)
        return True

    def proven_kinds(self) -> list[str]:
        """The kinds for which evidence was brought, also when it was removed since: its entry names them."""
        proven = self.expected_evidence.exclude(evidence=None).distinct()
        return list(proven.values_list("description", flat=True))

    def _expected(self) -> list[str]:
        return list(self.expected_evidence.values_list("description", flat=True))

    def _faults_of_kinds(self, wanted: list[str]) -> dict[str, str]:
        if not wanted:
            return {"kinds": _("Name at least one kind of evidence.")}
        if len(wanted) > MOST or any(len(kind) > LONGEST for kind in wanted):
            limits = {"most": MOST, "longest": LONGEST}
            return {"kinds": _("At most %(most)s kinds, each of at most %(longest)s characters.") % limits}
        if lost := [kind for kind in self.proven_kinds() if kind not in wanted]:
            words = _("Evidence was brought for this already, so it stays as it is worded: %(kinds)s.")
            return {"kinds": words % {"kinds": "; ".join(f"“{kind}”" for kind in lost)}}
        return {}
