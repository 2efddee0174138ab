"""One line of a bundle, in HTML by its template and in text by itself."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .words import indented


@dataclass(frozen=True)
class Row:
    """One thing in a bundle: its section, how pressing it is, what it is, and the facts."""

    section: str
    lead: str
    ref: str
    title: str
    facts: tuple[str, ...]
    url: str = ""
    is_late: bool = False
    thing: tuple[str, int, bool] = ("", 0, False)

    @property
    def headline(self) -> str:
        """The row as the subject of a mail that has no other."""
        name = (
            _("submission of %(unit)s") % {"unit": self.ref}
            if self.section == "submission"
            else f"{self.ref} {self.title}"
        )
        return f"{self.lead}: {name}"

    @property
    def facts_in_a_line(self) -> str:
        return " · ".join(self.facts)

    @property
    def in_text(self) -> str:
        """The row as lines of a text mail; made here, because templates are slow at it."""
        lines = (
            indented(f"{self.lead} – {self.ref}"),
            indented(self.title, 4),
            indented(self.facts_in_a_line, 4),
            f"    {self.url}",
        )
        return "\n".join(line for line in lines if line.strip())
