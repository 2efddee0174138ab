"""Tags of the amendment with its annex of before and after."""

from django.utils.translation import gettext_lazy as _

_CELLS = {
    "number": _("the number of the line in Annex I of the plan"),
    "criterion": _("the criterion, or the index"),
    "weakness": _("the weakness"),
    "causes": _("the causes, one a line"),
    "measure": _("the remedial measure"),
    "lead": _("the lead unit"),
    "coordinating": _("the coordinating units"),
    "due": _("the deadline as printed"),
    "output": _("the expected output"),
    "note": _("the note"),
    "reason": _("why; empty where none was given"),
}
_LISTS = {"added": _("lines that join the plan"), "withdrawn": _("lines that leave the plan")}

TAGS = _LISTS | {f"{key}[].{name}": words for key in _LISTS for name, words in _CELLS.items()} | {
    "annex_reference": _("number, date and issuer of the amendment, as the annex refers to it"),
    "plan_reference": _("number, date and issuer of the plan that is amended"),
    "plan_number": _("number and symbol of the plan that is amended"),
    "earlier": _("earlier amendments of the plan; empty when this is the first"),
    "reason": _("why the plan is amended"),
    "summary": _("how many lines change, come and go, one sentence each"),
    "summary[]": _("one of these sentences"),
    "changed": _("lines that stay with other words"),
    "changed[].number": _("the number of the line in Annex I of the plan"),
    "changed[].measure": _("the remedial measure as it was"),
    "changed[].lead": _("the lead unit as it was"),
    "changed[].reason": _("why; empty where none was given"),
    "changed[].differences": _("what differs in the line, cell by cell"),
    "changed[].differences[].name": _("the head of the cell in Annex I"),
    "changed[].differences[].before": _("what it said"),
    "changed[].differences[].after": _("what it says from now on"),
}  # fmt: skip
