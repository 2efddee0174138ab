"""The plan's content as an amendment finds it, and as it leaves it: read from versions once it is issued."""

from plans.models.amendments.words import units_named
from plans.models.planning.line_words import unsaved_line
from plans.models.planning.version import as_kept, content_of, words_of_line
from plans.reading.numbers import Annex
from tracker.models import Action, Unit

Content = list[dict]


def around(amendment) -> tuple[Content, Content]:
    """What the plan says before the amendment and what it will say, or says, with it."""
    if amendment.state == "issued":
        made = amendment.made
        return made.before().content, made.content
    now = content_of(amendment.plan)
    return now, planned(amendment, now)


def planned(amendment, now: Content) -> Content:
    """The content with every planned change in it; a line to be added is known by its action."""
    after = dict(amendment.changes.filter(kind="change").values_list("item", "after"))
    gone = set(amendment.changes.filter(kind="withdraw").values_list("item", flat=True))
    added = [change.action for change in amendment.changes.filter(kind="add").in_order()]
    units = units_named(after.values())
    kept = [line | _words(after.get(line["item"], {}), units) for line in now if line["item"] not in gone]
    return kept + _added(amendment.plan, added)


def _words(after: dict, units: dict[str, Unit]) -> dict:
    """What is planned, with units by code and by name."""
    words = dict(after)
    if "lead_unit" in after:
        lead = units[after["lead_unit"]]
        words |= {"lead_unit_code": lead.code, "lead_unit": lead.name_vi}
    if "coordinating_units" in after:
        helping = [unit for code, unit in units.items() if code in after["coordinating_units"]]
        words["coordinating_codes"] = [unit.code for unit in helping]
        words["coordinating_units"] = [unit.name_vi for unit in helping]
    return words


def _added(plan, actions: list) -> Content:
    """As they will stand, with the numbers they will carry."""
    annex, lines = Annex(plan), {action: unsaved_line(plan, action) for action in actions}
    for action, line in lines.items():
        line.lead_unit = action.lead_unit
        line.position = annex.add(action.ref, line.index_id)
    numbers = annex.numbers()
    return as_kept(
        [
            words_of_line(
                line, action.ref, numbers[action.ref], action.coordinating_units.all(), [action.ref]
            )
            for action, line in lines.items()
        ]
    )


def can_join(amendment):
    """Accepted actions of the review that no line holds and that are not to be added yet, the left-out ones too."""
    taken = amendment.changes.exclude(action=None).values("action")
    accepted = Action.objects.tracked().filter(weakness__review=amendment.plan.review, contribution=None)
    outside = accepted.exclude(state="dropped").exclude(pk__in=taken)
    behind = outside.select_related("lead_unit", "weakness__index", "left_out")
    return behind.order_by("weakness__index__position", "ref")
