"""Until when one unit hands in, or that it need not: its own deadline, exemption, and taking that back."""

from datetime import date

from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, Refused, require
from tracker.models import Event
from tracker.vietnamese import tidy

OWED = ("not_started", "draft", "head_review", "returned")
EXEMPTIBLE = ("not_started", "draft")


class SubmissionDates:
    """Home Affairs treats one unit differently from the others; each time the reason is kept."""

    def why_no_date(self) -> str:
        """Why the unit can be given no deadline of its own; empty when it can."""
        if self.state == "exempt":
            return _("It need not hand in.")
        return self._why_closed() or ("" if self.state in OWED else self._why_handed_in())

    def why_not_exempt(self) -> str:
        """Why the unit cannot be exempted; empty when it can."""
        if self.state == "exempt":
            return _("It is exempt already.")
        return self._why_closed() or ("" if self.state in EXEMPTIBLE else self._why_begun())

    def why_not_expected_again(self) -> str:
        """Why there is no exemption to take back; empty when there is one."""
        return self._why_closed() or ("" if self.state == "exempt" else _("It is not exempt."))

    def grant_date(self, *, by, today: date, due_on: date, reason: str, version: int | None = None) -> None:
        """The unit hands in by this day; the deadline of all takes its own one away again."""
        self._expect_home_affairs(by)
        self._expect_none(self.why_no_date())
        self._expect_grantable(due_on, today)
        self._expect_reason(reason)
        own = None if due_on == self.review.submissions_due_on else due_on
        self._change("date_granted", by=by, today=today, version=version, reason=tidy(reason), due_on=own)

    def exempt(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """This unit need not hand in this year; the reason is kept."""
        self._expect_home_affairs(by)
        self._expect_none(self.why_not_exempt())
        self._expect_reason(reason)
        self._change("exempted", by=by, today=today, version=version, reason=tidy(reason), state="exempt")

    def expect_again(
        self, *, by, today: date, reason: str, due_on: date | None = None, version: int | None = None
    ) -> None:
        """The exemption is taken back: the unit goes on where it stood, with a deadline that can be kept."""
        self._expect_home_affairs(by)
        self._expect_none(self.why_not_expected_again())
        self._expect_time_left(due_on, today)
        self._expect_reason(reason)
        own = {} if due_on is None else {"due_on": due_on}
        self._change(
            "expected_again", by=by, today=today, version=version, reason=tidy(reason),
            state=self._state_before_exemption(), **own,
        )  # fmt: skip

    def _state_before_exemption(self) -> str:
        exempted = Event.objects.of(self).filter(verb="exempted").last()
        return exempted.before.get("state", "not_started") if exempted else "not_started"

    def _why_closed(self) -> str:
        return _("The review is closed; nothing of it changes any more.") if self._is_closed() else ""

    def _is_closed(self) -> bool:
        return self.review.state == "closed"

    def _why_handed_in(self) -> str:
        return _("It has handed in: the state is “%(state)s”.") % {"state": self.get_state_display()}

    def _why_begun(self) -> str:
        return _("It has gone too far for that: the state is “%(state)s”.") % {
            "state": self.get_state_display()
        }

    def _expect_home_affairs(self, by) -> None:
        require(rules.may_decide_submission(by, self), _("Only Home Affairs decides on a submission."))

    @staticmethod
    def _expect_none(reason: str) -> None:
        if reason:
            raise Refused(reason)

    def _expect_time_left(self, due_on: date | None, today: date) -> None:
        """Nobody is expected to hand in by a day that is over."""
        if due_on is not None:
            self._expect_in_review(due_on, today)
        elif self.deadline <= today:
            raise Invalid({"due_on": _("The deadline is over: give the unit a date after today.")})

    def _expect_grantable(self, due_on: date, today: date) -> None:
        self._expect_in_review(due_on, today)
        if due_on == self.deadline:
            raise Invalid({"due_on": _("That is its deadline already.")})

    def _expect_in_review(self, due_on: date, today: date) -> None:
        """After today, not before the others, and before the plan is due, unless that day is over, too."""
        of_all, plan_due_on = self.review.submissions_due_on, self.review.plan_due_on
        if due_on <= today:
            raise Invalid({"due_on": _("Give the unit a date after today.")})
        if due_on < of_all:
            words = _("Give the unit no less time than the others: not before %(day)s.")
            raise Invalid({"due_on": words % {"day": f"{of_all:%d/%m/%Y}"}})
        if today <= plan_due_on < due_on:
            words = _("The plan is due on %(day)s: give a date not after that.")
            raise Invalid({"due_on": words % {"day": f"{plan_due_on:%d/%m/%Y}"}})
