"""Tags of the letter that puts the plan before the People's Committee."""

from django.utils.translation import gettext_lazy as _

from . import handed_in, results

_PART = {
    "name": _("the index; for all of them the word for a sum"),
    "count": _("how many lines"),
    "units": _("how many units lead them"),
    "first_due": _("the first deadline"),
    "last_due": _("the last deadline"),
}
TAGS = (
    handed_in.TAGS
    | results.TAGS
    | {
        "grounds": _("the grounds of the plan without its own proposal"),
        "grounds[]": _("one of the grounds"),
        "accepted_count": _("how many actions Home Affairs has accepted"),
        "line_count": _("how many lines the plan has"),
        "merged_lines": _("how many lines merge several actions"),
        "merged_measures": _("how many actions these lines merge"),
        "left_out": _("accepted actions left out of the plan, each with the reason"),
        "left_out[]": _("one of these actions"),
        "indices": _("the lines by index"),
        "whole": _("all lines together"),
        "lead_groups": _("how many units of each group lead how many lines"),
        "lead_groups[]": _("one of these sentences"),
        "quarters": _("how many lines are due in each quarter"),
        "quarters[]": _("one of these sentences"),
        "doubts": _("the checks that are not met, each with its number"),
        "doubts[]": _("one of these checks"),
        "doubts_reason": _("why the plan is sent all the same; empty until it is sent"),
        "not_accepted": _("the units whose submission is not accepted, by how far they are"),
        "not_accepted[]": _("one of these sentences"),
    }
)
TAGS |= {f"{owner}.{name}": words for owner in ("indices[]", "whole") for name, words in _PART.items()}
