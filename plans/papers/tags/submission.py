"""Tags of the report of one unit."""

from django.utils.translation import gettext_lazy as _

TAGS = {
    "unit": _("the unit"),
    "over": _(
        "the superior body in the letterhead; dots where the unit fills it in, empty where there is none"
    ),
    "issuer": _("the unit as the letterhead names it"),
    "issuer[]": _("one line of it"),
    "conference_day": _("the day of the conference, in words"),
    "origin": _("from which words the paper was made: handed in, or still a draft"),
    "rating": _("points and rating of the unit; empty where none were entered"),
    "strengths": _("what went well, paragraph by paragraph"),
    "strengths[]": _("one paragraph"),
    "weakness_count": _("how many weaknesses"),
    "none_found": _("the sentence of a unit that declares that it found no weakness; otherwise empty"),
    "chapters": _("the weaknesses by index"),
    "chapters[].number": _("the number of the index"),
    "chapters[].title": _("the index"),
    "chapters[].areas": _("its weaknesses by criterion"),
    "chapters[].areas[].letter": _("the letter of the criterion"),
    "chapters[].areas[].title": _("the criterion; empty where a weakness has none"),
    "chapters[].areas[].weaknesses": _("the weaknesses"),
    "chapters[].areas[].weaknesses[].sentence": _(
        "number, title and words of the weakness, with points lost"
    ),
    "chapters[].areas[].weaknesses[].objection": _("why the unit does not agree; empty where it does"),
    "external_causes": _("external causes, one line a weakness"),
    "external_causes[]": _("one of these lines"),
    "internal_causes": _("internal causes, one line a weakness"),
    "internal_causes[]": _("one of these lines"),
    "has_causes": _("whether any cause is named"),
    "head_responsibility": _("what the head of the unit answers for, paragraph by paragraph"),
    "head_responsibility[]": _("one paragraph"),
    "collective": _("the bodies that answer"),
    "collective[]": _("one of these lines"),
    "personal": _("the people who answer"),
    "personal[]": _("one of these lines"),
    "has_bearers": _("whether anybody is named who answers"),
    "remedies": _("the remedies by weakness"),
    "remedies[].heading": _("number and title of the weakness"),
    "remedies[].instead": _("what stands there when it has no remedy"),
    "remedies[].rows": _("its remedies"),
    "remedies[].rows[].number": _("the number of the remedy"),
    "remedies[].rows[].measure": _("the measure"),
    "remedies[].rows[].people": _("who carries it out and who takes part"),
    "remedies[].rows[].due": _("the deadline"),
    "remedies[].rows[].output": _("the expected output with its evidence"),
}
