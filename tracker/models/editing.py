"""Home Affairs' own wording for the plan, kept beside the unit's words and never over them."""

from datetime import date

from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

LONGEST_TITLE = 200
BEFORE_THE_PLAN = ("open", "consolidating")


class WeaknessEditing:
    def edit(
        self, *, by, today: date, title: str = "", statement: str = "", version: int | None = None
    ) -> bool:
        """Word the weakness for the plan; blank lets the unit's words stand. True when it changed something."""
        own = {"edited_title": (title, self.title), "edited_statement": (statement, self.statement)}
        return _reword(self, self.review, own, by=by, today=today, version=version)


class ActionEditing:
    def edit(
        self, *, by, today: date, statement: str = "", output: str = "", version: int | None = None
    ) -> bool:
        """Word the action for the plan; blank lets the unit's words stand. True when it changed something."""
        own = {
            "edited_statement": (statement, self.statement),
            "edited_output": (output, self.expected_output),
        }
        return _reword(self, self.weakness.review, own, by=by, today=today, version=version)


def _reword(thing, review, words: dict[str, tuple[str, str]], *, by, today: date, version) -> bool:
    """Keep the new wording of each field; repeating what the unit wrote is no wording of one's own."""
    require(rules.may_edit_wording(by), _("Only Home Affairs words the plan."))
    require(review.state in BEFORE_THE_PLAN, _("The plan is issued; its wording stays as it is."))
    fields = {name: "" if tidy(new) == own else tidy(new) for name, (new, own) in words.items()}
    if len(fields.get("edited_title", "")) > LONGEST_TITLE:
        raise Invalid({"title": _("Shorten the title to at most 200 characters.")})
    changed = {name: text for name, text in fields.items() if text != getattr(thing, name)}
    if changed:
        thing._change("edited", by=by, today=today, version=version, **changed)
    return bool(changed)
