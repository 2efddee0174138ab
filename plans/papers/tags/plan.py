"""Tags of the July plan."""

from django.utils.translation import gettext_lazy as _

from . import results

_LINES = {
    "grounds": _("the grounds, one a paragraph"),
    "purpose": _("section I.1, paragraph by paragraph"),
    "requirements": _("section I.2, paragraph by paragraph"),
    "targets": _("section III, paragraph by paragraph"),
    "organisation": _("section V, paragraph by paragraph"),
}
_OF_A_LINE = {"text": _("the paragraph"), "is_heading": _("whether it is a heading such as “1. Sở Nội vụ”")}

TAGS = results.TAGS | _LINES | {f"{key}[].{name}": words for key in _LINES for name, words in _OF_A_LINE.items()} | {
    "conference_day": _("the day of the conference, in words"),
    "version_line": _("which version this is, once the plan was amended or an older version is printed"),
    "annex_reference": _("number, date and issuer of the plan, as annexes refer to it"),
    "item_count": _("how many lines the plan has"),
    "group_ratings": _("how the units were rated, one sentence a group"),
    "group_ratings[]": _("one of these sentences"),
    "chapters": _("the plan by index"),
    "chapters[].number": _("the number of the chapter in section IV"),
    "chapters[].letter": _("the letter of the index in section II"),
    "chapters[].roman": _("the Roman number of the index in Annex I"),
    "chapters[].title": _("the index"),
    "chapters[].heading": _("the heading of the chapter in section IV"),
    "chapters[].count": _("how many lines the index has"),
    "chapters[].fields_in_brief": _("its criteria with their number of lines, ready to follow a number"),
    "chapters[].fields": _("the measures of the index by criterion"),
    "chapters[].fields[].letter": _("the letter of the criterion"),
    "chapters[].fields[].title": _("the criterion; empty where a weakness has none"),
    "chapters[].fields[].measures": _("its measures"),
    "chapters[].fields[].measures[]": _("one measure"),
    "chapters[].rows": _("the lines of Annex I"),
    "chapters[].rows[].number": _("the number of the line"),
    "chapters[].rows[].criterion": _("the criterion, or the index"),
    "chapters[].rows[].weakness": _("the weakness"),
    "chapters[].rows[].points_lost": _("points lost; a dash where none were published"),
    "chapters[].rows[].causes": _("the causes, one a line"),
    "chapters[].rows[].measure": _("the remedial measure"),
    "chapters[].rows[].lead": _("the lead unit"),
    "chapters[].rows[].coordinating": _("the coordinating units"),
    "chapters[].rows[].due": _("the deadline as printed"),
    "chapters[].rows[].output": _("the expected output"),
    "chapters[].rows[].note": _("the note"),
    "lead_units": _("Annex II: the units that lead something"),
    "lead_units[].name": _("the unit"),
    "lead_units[].count": _("how many lines it leads"),
    "lead_units[].numbers": _("their numbers in Annex I"),
    "lead_units[].first_due": _("its first deadline"),
}  # fmt: skip
