"""Tags of the chasing letter."""

from django.utils.translation import gettext_lazy as _

TAGS = {
    "about": _("what the letter is about: “overdue” or “submission”"),
    "addressees": _("whom the letter goes to"),
    "addressees[]": _("one of the units"),
    "only_addressee": _("the unit, when the letter goes to one alone; otherwise empty"),
    "subject_line": _("the subject under the number"),
    "opening": _("on what grounds Home Affairs writes"),
    "paragraphs": _("the text of the letter without its last paragraph"),
    "paragraphs[]": _("one paragraph"),
    "closing": _("the last paragraph of the text"),
    "annex_title": _("the title of the annex"),
    "annex_reference": _("number, date and issuer of this paper, as its annex refers to it"),
    "groups": _("the annex: the units that are chased"),
    "groups[].name": _("the unit"),
    "groups[].rows": _("its overdue actions"),
    "groups[].rows[].number": _("the number in the annex"),
    "groups[].rows[].ref": _("the reference of the action"),
    "groups[].rows[].measure": _("the measure"),
    "groups[].rows[].due": _("the deadline"),
    "groups[].rows[].days": _("days overdue"),
    "groups[].due": _("the deadline of the submission"),
    "groups[].days": _("days overdue"),
    "groups[].lacks": _("how far the submission is, and what it lacks"),
}
