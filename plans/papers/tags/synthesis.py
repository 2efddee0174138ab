"""Tags of the summary of all submissions."""

from django.utils.translation import gettext_lazy as _

from . import handed_in

_COUNT = {
    "name": _("the index or the criterion; for all of them the word for a sum"),
    "weaknesses": _("how many weaknesses"),
    "units": _("how many units have them"),
    "points": _("points lost; a dash where none were published"),
    "external": _("how many external causes"),
    "internal": _("how many internal causes"),
    "causes": _("how many causes"),
    "actions": _("how many actions"),
    "initiatives": _("how many initiatives among the actions"),
    "first_due": _("the first deadline"),
    "last_due": _("the last deadline"),
}
_LINE = {
    "number": _("the number of the unit"),
    "name": _("the unit"),
    "due": _("the deadline"),
    "day": _("when it handed in"),
    "standing": _("how far its submission is"),
    "remark": _("days late, or why it is exempt"),
} | {name: _COUNT[name] for name in ("weaknesses", "external", "internal", "actions", "initiatives")}
TAGS = handed_in.TAGS | {
    "tallies": _("how many units stand where, group by group"),
    "late": _("the units that handed in late"),
    "late[].name": _("the unit"),
    "late[].due": _("the deadline"),
    "late[].day": _("when it handed in"),
    "late[].days": _("days late"),
    "missing_count": _("units that have not handed in"),
    "missing": _("these units, one sentence a group"),
    "missing[]": _("one of these sentences"),
    "exempt": _("the exempt units, each with the reason"),
    "exempt[]": _("one of these units"),
    "with_strengths": _("how many units say what went well"),
    "without_weakness": _("how many units found no weakness"),
    "head_answers": _("in how many units the head says what he answers for"),
    "whole": _("all that was found, counted"),
    "indices": _("what was found, by index"),
    "indices[].whole": _("the index, counted"),
    "indices[].criteria": _("its criteria, counted"),
    "assigned": _("weaknesses assigned by Home Affairs"),
    "own": _("weaknesses the units found themselves"),
    "contested": _("weaknesses the units do not agree with"),
    "repeated": _("weaknesses of an earlier year that came back"),
    "external_share": _("the share of external causes"),
    "internal_share": _("the share of internal causes"),
    "bearers": _("who answers, counted; never who it is"),
    "bearers.answered": _("weaknesses for which somebody answers"),
    "bearers.bodies": _("how often a body was named"),
    "bearers.people": _("how often a person was named"),
    "bearers.direct": _("of them directly responsible"),
    "bearers.related": _("of them involved"),
    "bearers.heads": _("of them as head of the unit"),
    "initiatives": _("the initiatives"),
    "initiatives[].measure": _("the measure"),
    "initiatives[].unit": _("the unit"),
    "initiatives[].due": _("the deadline"),
    "groups": _("the annex: the units by group"),
    "groups[].title": _("the group and how many units it has"),
    "groups[].lines": _("its units"),
}
TAGS |= {f"tallies[].{name}": words for name, words in handed_in.STANDINGS.items()}
TAGS |= {
    f"{owner}.{name}": words
    for owner in ("whole", "indices[].whole", "indices[].criteria[]")
    for name, words in _COUNT.items()
}
TAGS |= {f"groups[].lines[].{name}": words for name, words in _LINE.items()}
