"""The life of a plan: drafted, sent to the People's Committee, perhaps taken back, issued with a signed paper."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.checking import checks as plan_checks
from plans.models.planning import signed_file as scans
from plans.models.planning import texts as plan_texts
from plans.models.planning.freezing import freeze_dates
from plans.models.planning.scanned import Scanned
from plans.models.planning.signed_paper import expect_signed_paper, hold_numbers
from plans.models.planning.version import PlanVersion
from tracker import rules
from tracker.errors import Invalid, Refused, require
from tracker.vietnamese import tidy


class PlanLife(Scanned):
    """Each step is done by one person: whoever comes a moment later reads what the other did."""

    def checks(self, today: date) -> list[plan_checks.Check]:
        """What a plan should hold before it is sent or issued, each met or not on that day."""
        return plan_checks.checks_of(self, today)

    @transaction.atomic
    def send(self, *, by, today: date, reason: str = "", version: int | None = None) -> None:
        """Put the draft before the People's Committee; what a check finds lacking needs a written reason."""
        self._lock()
        self._expect_state("draft")
        require(rules.may_send_plan(by), _("Only Home Affairs sends the plan."))
        require(
            self.items.exists(),
            _("The plan has no items yet: accept a submission and compile it first."),
        )
        self._change("sent", by=by, today=today, version=version, reason=tidy(reason), state="sent",
                     sent_on=today, **self._unmet(today, reason))  # fmt: skip

    @transaction.atomic
    def recall(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """The People's Committee wants changes: the plan is a draft again, and is worked on."""
        self._lock()
        self._expect_state("sent")
        require(rules.may_send_plan(by), _("Only Home Affairs takes the plan back."))
        if not tidy(reason):
            raise Invalid({"reason": _("Say what is to be changed; it stays in the history.")})
        self._change("called_back", by=by, today=today, version=version, reason=tidy(reason), state="draft",
                     sent_on=None, unmet=[], unmet_reason="")  # fmt: skip

    @transaction.atomic
    def issue(self, *, by, today: date, number: str, issued_on: date, signer_name: str, signer_title: str = "",
              signed_file=None, reason: str = "", version: int | None = None) -> None:  # fmt: skip
        """Record what the signed paper says; from now on the dates are the baseline and the content is frozen."""
        hold_numbers()
        self._lock()
        self._expect_not_issued()
        self._expect_state("sent")
        require(rules.may_issue_plan(by), _("Only Home Affairs records the issue."))
        words = {"number": number, "signer_name": signer_name, "signer_title": signer_title}
        paper = words | {"issued_on": issued_on, "since": self.review.conference_on, "today": today}
        fields = _all_of(
            lambda: expect_signed_paper(self, **paper),
            lambda: scans.examined(signed_file),
            lambda: self._unmet(today, reason),
        )
        fields |= {name: tidy(text) for name, text in words.items()}
        self._change("issued", by=by, today=today, version=version, reason=tidy(reason), state="issued",
                     issued_on=issued_on, **fields)  # fmt: skip
        self._start(by, today)
        scans.keep(self, signed_file)

    @transaction.atomic
    def write_texts(self, *, by, today: date, version: int | None = None, **texts: str) -> bool:
        """Write the plan's own texts while it is a draft; a blank one gives way to the standing text again."""
        self._lock()
        self._expect_state("draft")
        require(rules.may_edit_plan(by), _("Only Home Affairs writes the texts of the plan."))
        after = {name: text for name, text in (self.texts | plan_texts.tidied(texts)).items() if text}
        if after == self.texts:
            return False
        self._change("texts_written", by=by, today=today, version=version, texts=after)
        return True

    def _expect_not_issued(self) -> None:
        if self.is_issued:
            words = _("The plan is issued already: %(number)s of %(day)s.")
            raise Refused(words % {"number": self.number, "day": f"{self.issued_on:%d/%m/%Y}"})

    def _unmet(self, today: date, reason: str) -> dict:
        """The columns that keep what was lacking and why the plan went all the same."""
        unmet = [check.name for check in self.checks(today) if not check.is_met]
        if unmet and not tidy(reason):
            words = ngettext(
                "%(count)s check is not met: say why the plan goes on all the same, or mend it first.",
                "%(count)s checks are not met: say why the plan goes on all the same, or mend them first.",
                len(unmet),
            )
            raise Invalid({"reason": words % {"count": len(unmet)}})
        return {"unmet": unmet, "unmet_reason": tidy(reason) if unmet else ""}

    def _start(self, by, today: date) -> None:
        """What follows from the issue: dates and wording are frozen, and the review moves on to watching."""
        freeze_dates(self, by=by, today=today)
        PlanVersion.freeze(self, today)
        if self.review.state == self.review.State.OPEN:
            self.review.consolidate(by=by, today=today)
        if self.review.state == self.review.State.CONSOLIDATING:
            self.review.monitor(by=by, today=today)


def _all_of(*examinations) -> dict:
    """The columns that all of them find; or Invalid with the objections of all of them."""
    columns, wrong = {}, {}
    for examine in examinations:
        try:
            columns |= examine() or {}
        except Invalid as refusal:
            wrong |= refusal.errors
    if wrong:
        raise Invalid(wrong)
    return columns
