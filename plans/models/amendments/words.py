"""The words an amendment will give a line, kept as they stand in a frozen version; and what they may not say."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from plans.models.planning.item_verbs import FIGURES, kept
from tracker.errors import Invalid
from tracker.models import Unit
from tracker.models.time_status import OPEN

UNITS = ("lead_unit", "coordinating_units")
TEXTS = ("weakness_statement", "causes", "measure", "output", "note", "due_phrase")
WORDS = (*TEXTS, "due_on", *UNITS)


def difference(item, planned: dict, words: dict) -> dict:
    """What is planned for the line, together with these words, as far as it differs from the line as it stands."""
    now = as_it_stands(item)
    wanted = planned | plain(_checked(item, as_fields(planned), words))
    found = {name: value for name, value in wanted.items() if value != now[name]}
    if "due_on" in found:
        expect_day(item, date.fromisoformat(found["due_on"]))
        if FIGURES.search(item.due_phrase):  # the old date in words would contradict the new one
            found.setdefault("due_phrase", "")
    return found


def as_it_stands(item) -> dict:
    """The line's words in the form in which changes are kept: dates as text, units by code."""
    helping = sorted(unit.code for unit in item.coordinating_units.all())
    return {name: getattr(item, name) for name in TEXTS} | {
        "due_on": item.due_on.isoformat(), "lead_unit": item.lead_unit.code, "coordinating_units": helping,
    }  # fmt: skip


def _checked(item, planned: dict, words: dict) -> dict:
    """What was given, once all of the line together can stand; nothing given about a field leaves it as planned."""
    given = {name: value for name, value in words.items() if name in WORDS and value is not None}
    whole = planned | given
    helping = whole.pop("coordinating_units", None)
    item.expect_sound(whole, list(item.coordinating_units.all() if helping is None else helping))
    return {name: kept(value) for name, value in given.items()}


def plain(words: dict) -> dict:
    return {name: _plain(value) for name, value in words.items()}


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Unit):
        return value.code
    return value if isinstance(value, str) else sorted(unit.code for unit in value)


def as_fields(after: dict, units: dict[str, Unit] | None = None) -> dict:
    """What is planned as the line's own fields take it: dates as dates, units as units, known by their codes."""
    found = {name: value for name, value in after.items() if name not in (*UNITS, "due_on")}
    units = units_named([after]) if units is None else units
    if "due_on" in after:
        found["due_on"] = date.fromisoformat(after["due_on"])
    if "lead_unit" in after:
        found["lead_unit"] = units[after["lead_unit"]]
    if "coordinating_units" in after:
        found["coordinating_units"] = [units[code] for code in units if code in after["coordinating_units"]]
    return found


def units_named(planned: Iterable[dict]) -> dict[str, Unit]:
    """The units that these changes name, by code, in the order in which units are listed."""
    named = [(after.get("lead_unit"), *after.get("coordinating_units", ())) for after in planned]
    codes = {code for each in named for code in each if code}
    return {unit.code: unit for unit in Unit.objects.filter(code__in=codes)} if codes else {}


def ended(codes: set[str]) -> Unit | None:
    """One of these units that is no more, if there is one."""
    return Unit.objects.filter(code__in=codes, valid_to__isnull=False).first() if codes else None


def expect_day(item, due_on: date) -> None:
    """Raise Invalid unless the line's work can still be given this date."""
    if why_not := why_not_on(item, due_on):
        raise Invalid({"due_on": why_not})


def why_not_on(item, due_on: date) -> str:
    """Why the deadline cannot become this day; empty when it can."""
    open_ones = [part.action for part in item.contributions.all() if part.action.state in OPEN]
    if not open_ones:
        return _(
            "Nothing of this line is open any more: its work is reported, completed or dropped. The date stays."
        )
    if due_on < item.plan.issued_on:
        return _("The date lies before the plan was issued. Choose a later date.")
    late = [action.ref for action in open_ones if action.starts_on and due_on < action.starts_on]
    if late:
        return _("%(actions)s would begin after this date. Choose a later date.") % {
            "actions": ", ".join(late)
        }
    return ""


def why_it_stays(item) -> str:
    """Why the line cannot be withdrawn; empty when it can."""
    states = {part.action.ref: part.action.state for part in item.contributions.all()}
    waiting = [ref for ref, state in states.items() if state == "reported"]
    if waiting:
        return _("%(actions)s is reported and waits for verification. Decide on the report first.") % {
            "actions": ", ".join(waiting)
        }
    if not any(state in OPEN for state in states.values()):
        return _("Nothing of this line is open any more; what was achieved stays in the plan.")
    return ""


def why_it_cannot_join(plan, action) -> str:
    """Why the action cannot become a line of the plan; empty when it can."""
    if action.weakness.review_id != plan.review_id:
        return _("%(ref)s belongs to another review.") % {"ref": action.ref}
    if hasattr(action, "contribution"):
        return _("%(ref)s stands in the plan already.") % {"ref": action.ref}
    if action.accepted_on is None:
        return _("%(ref)s is not accepted yet: accept its submission first.") % {"ref": action.ref}
    if action.state == "dropped":
        return _("%(ref)s was dropped; it cannot be added to the plan.") % {"ref": action.ref}
    return ""
