"""Tags that the summary and the letter to the People's Committee share: who handed in, and how units were rated."""

from django.utils.translation import gettext_lazy as _

STANDINGS = {
    "name": _("the group; for all of them the word for a sum"),
    "total": _("all units"),
    "exempt": _("units that need not hand in"),
    "owing": _("units that have to hand in"),
    "handed_in": _("units that have handed in"),
    "on_time": _("units that handed in on time"),
    "late": _("units that handed in late"),
    "returned": _("units that were sent it back and have not handed in again"),
    "missing": _("units that have not handed in"),
    "accepted": _("units whose submission is accepted"),
    "examined": _("units whose submission is being examined"),
}
TAGS = {
    "counted_day": _("the day of the figures, in words"),
    "conference_day": _("the day of the conference, in words"),
    "handed_in_opening": _("how many units there are and until when they had to hand in"),
    "handed_in_share": _("the share of units that have handed in"),
    "tally": _("how many units stand where, all together"),
    "group_ratings": _("how the units were rated, one sentence a group"),
    "group_ratings[]": _("one of these sentences"),
    "annex_reference": _("number, date and issuer of this paper, as its annex refers to it"),
} | {f"tally.{name}": words for name, words in STANDINGS.items()}
