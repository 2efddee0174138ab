"""The tags of the published results, which plan and submission both quote."""

from django.utils.translation import gettext_lazy as _

TAGS = {
    "results": _("the published results, one for each index"),
    "results[].sentence": _("the result as a sentence"),
    "results[].name": _("the index"),
    "results[].value": _("the score with its unit and scale"),
    "results[].change": _("the change of the score"),
    "results[].rank": _("the rank in the country"),
    "results[].rank_change": _("the change of the rank"),
    "results[].region_rank": _("the rank in the region"),
}
