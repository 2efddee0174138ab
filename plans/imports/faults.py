"""What can be wrong with a cell, in words that say how to mend it; kept as a code, told in the reader's language."""

from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext_lazy as _

WORDS = {
    "empty": _("This cannot stay empty."),
    "no_weakness": _("Say which weakness the row belongs to: its reference, or the words of a new one."),
    "foreign_ref": _("Your unit has no weakness of this reference. Choose one of yours, or write words for a new one."),
    "index_needed": _("A new weakness needs its index."),
    "title_long": _("At most 200 characters. Shorten it; the rest belongs into “Mô tả hạn chế”."),
    "settled": _("Home Affairs has accepted this weakness; nothing is added to it. Take the row out of the file."),
    "unknown_unit": _("No unit is called so. Did you mean this one?"),
    "unknown_person": _("Nobody of your unit is called so. Choose a person; Home Affairs opens missing accounts."),
    "namesakes": _("Two people of your unit share this name. Choose one by the e-mail address."),
    "own_unit": _("Your own unit leads; name only other units here."),
    "unknown_index": _("No index is called so."),
    "unknown_choice": _("Choose one of the list."),
    "kind_needed": _("Say whether the cause is internal (chủ quan) or external (khách quan)."),
    "cause_needed": _("A kind of cause is given, but the cause itself is missing."),
    "measure_needed": _("Owner, deadline or results are given, but the measure itself is missing."),
    "person_needed": _("A level is given, but not who is responsible."),
    "not_a_date": _("This is not a date. Write day/month/year, for example 30/06/2026."),
    "no_such_day": _("This day does not exist."),
    "month_first": _("The month seems to stand before the day. Write day/month/year."),
    "quarter": _("A quarter is no date. Write the last day on which it is to be done."),
    "month_only": _("A month is no date. Write the last day on which it is to be done."),
    "year_only": _("A year is no date. Write the last day on which it is to be done."),
    "past": _("The deadline has passed already. Choose a date from today on."),
    "too_far": _("Too far away; the year is probably a slip of the pen."),
    "too_long": _("At most %(most)s characters; shorten it."),
    "tcvn3": _("It seems to be typed in TCVN3 (.VnTime). Convert it to Unicode."),
    "vni": _("It seems to be typed in VNI. Convert it to Unicode."),
    "formula": _("The cell holds a formula without a result. Open the file in Excel and save it, or type the value."),
    "error": _("Excel shows an error in this cell. Type the value itself."),
    "refused": "%(words)s",
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """One cell that cannot be taken: where it is, what is wrong, and what it should perhaps say."""

    row: int
    column: str
    value: str
    problem: str
    suggestion: str = ""
    words: dict = field(default_factory=dict)

    @property
    def told(self) -> str:
        return WORDS[self.problem] % self.words if self.words else str(WORDS[self.problem])

    def as_json(self) -> dict:
        return asdict(self)
