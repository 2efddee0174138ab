"""The five steps of preparing a review: what each holds, whether it is done, and what is still to do."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.review_dates import hint
from plans.setting_up.readiness import Readiness
from plans.setting_up.ways import place_of_results
from tracker.calendar import WorkingCalendar
from tracker.models.review_preparation import DATES
from tracker.templatetags.page import day

DONE, PARTLY, NOT_YET = "done", "partly", "not_yet"


@dataclass(frozen=True)
class Step:
    """One line of the list; only what is wrong with the dates or units keeps the review from being opened."""

    number: int
    name: str
    title: str
    address: str
    state: str
    holds: str
    advice: str = ""


def steps_of(ready: Readiness, calendar: WorkingCalendar, *, may_change: bool) -> list[Step]:
    """Done in any order, the opening last; where nothing can be changed any more, two of them lead nowhere."""
    steps = [_dates(ready, calendar), _units(ready), _results(ready), _weaknesses(ready), _opening(ready)]
    return steps if may_change else [_without_way(step) for step in steps]


def next_step(steps: list[Step]) -> Step:
    """The first that is not done; the opening when all else is."""
    return next((step for step in steps if step.state != DONE), steps[-1])


def _dates(ready: Readiness, calendar: WorkingCalendar) -> Step:
    review = ready.review
    holds = _("Conference %(conference)s · units hand in until %(due)s · plan until %(plan)s")
    told = {"conference": review.conference_on, "due": review.submissions_due_on, "plan": review.plan_due_on}
    odd = [f"{day(each)}: {hint(each, calendar)}" for each in _idle(review, calendar)]
    advice = [past_words(), *odd] if _is_overdue(ready) else odd
    state = PARTLY if _is_overdue(ready) else DONE
    words = holds % {name: day(each) for name, each in told.items()}
    return Step(1, "dates", _("Information"), _place("review-dates", ready), state, words, " ".join(advice))


def past_words() -> str:
    return _("The date for handing in is over.")


def _is_overdue(ready: Readiness) -> bool:
    return ready.is_past and ready.review.state == "preparing"


def _idle(review, calendar: WorkingCalendar) -> list:
    days = [getattr(review, name) for name in DATES]
    return [each for each in days if not calendar.is_working_day(each)]


def _units(ready: Readiness) -> Step:
    units, homeless = len(ready.units), len(ready.without_group)
    groups = len({each.assessed.group_id for each in ready.units})
    holds = _("%(units)s units in %(groups)s groups") % {"units": units, "groups": groups}
    lacks = ngettext("%d unit has no group yet.", "%d units have no group yet.", homeless) % homeless
    state = NOT_YET if not units else PARTLY if homeless else DONE
    advice = lacks if homeless else "" if units else _("Without units the review cannot be opened.")
    return Step(2, "units", _("Units and groups"), _place("review-units", ready), state, holds, advice)


def _results(ready: Readiness) -> Step:
    known, lacking = ready.results, ", ".join(map(str, ready.lacking_results))
    holds = ngettext("%d index has a result", "%d indices have a result", known) % known
    nothing = _("Units would answer without knowing the results; it can be opened all the same.")
    missing = _("No result yet: %(indices)s.") % {"indices": lacking}
    state = NOT_YET if not known else PARTLY if lacking else DONE
    advice = nothing if not known else missing if lacking else ""
    return Step(3, "results", _("Index results"), place_of_results(ready.review), state, holds, advice)


def _weaknesses(ready: Readiness) -> Step:
    many = len(ready.weaknesses)
    holds = ngettext("%d weakness is assigned", "%d weaknesses are assigned", many) % many
    place = _place("review-weaknesses", ready)
    state = DONE if many else NOT_YET
    return Step(4, "weaknesses", _("Weaknesses assigned to units"), place, state, holds, _bare_units(ready))


def _bare_units(ready: Readiness) -> str:
    """Said while something can be done about it."""
    bare = len(ready.without_weaknesses) if ready.review.state == "preparing" else 0
    words = ngettext(
        "%d unit has none; it is asked to name its own.",
        "%d units have none; they are asked to name their own.",
        bare,
    )
    return words % bare if bare else ""


def _opening(ready: Readiness) -> Step:
    is_open = ready.review.state != "preparing"
    letters = len(ready.recipients)
    holds = ngettext("%d person gets the letter", "%d people get the letter", letters) % letters
    words = _("The units were told and hand in.") if is_open else holds
    state = DONE if is_open else NOT_YET
    return Step(5, "opening", _("Opening"), _place("review-opening", ready), state, words)


def _without_way(step: Step) -> Step:
    return replace(step, address="") if step.name in ("dates", "opening") else step


def _place(name: str, ready: Readiness) -> str:
    return reverse(name, kwargs={"year": ready.review.year})
