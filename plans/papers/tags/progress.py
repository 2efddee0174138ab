"""Tags of the report on the plan's progress."""

from django.utils.translation import gettext_lazy as _

_RESULTS = {
    "done_on_time": _("completed on time"),
    "done_late": _("completed late"),
    "open_in_time": _("not completed, still in time"),
    "overdue": _("not completed, overdue"),
}
_COUNTED = {"name": _("what is counted"), "total": _("all actions")} | _RESULTS
_LISTED = {
    "number": _("the number in Annex I of the plan"),
    "measure": _("the measure"),
    "lead": _("the lead unit"),
    "due": _("the deadline"),
}
_LISTS = {
    "overdue": _LISTED | {"days": _("days overdue")},
    "late": _LISTED | {"days": _("days late"), "done": _("when it was completed"), "cause": _("why it was late")},
    "extensions": _LISTED | {
        "original": _("the first deadline"), "requested": _("the deadline asked for"),
        "outcome": _("what was decided"), "reason": _("why it was asked for"),
    },
}  # fmt: skip

TAGS = {
    "counted_day": _("the day of the figures, in words"),
    "plan_reference": _("number, date and issuer of the plan; empty for a draft"),
    "total": _("the figures in all, in words"),
    "total.opening": _("how many actions there are"),
    "total.further": _("what waits to be verified and what was given up; may be empty"),
    "sum": _("the figures in all, as numbers"),
    "indices": _("the figures by index"),
    "groups": _("the figures by group of lead units"),
    "overdue": _("the overdue actions"),
    "late": _("the actions completed late"),
    "extensions": _("the extensions asked for"),
}
TAGS |= {f"total.{name}": words for name, words in _RESULTS.items()}
TAGS |= {
    f"{owner}.{name}": words for owner in ("sum", "indices[]", "groups[]") for name, words in _COUNTED.items()
}
TAGS |= {f"{owner}[].{name}": words for owner, names in _LISTS.items() for name, words in names.items()}
