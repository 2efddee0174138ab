"""What was chosen before a letter is written: about what, how sternly, which units. It stands in the page's address."""

from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode

from notifications.models import Chase
from tracker.models import Unit


@dataclass(frozen=True)
class Choice:
    """The subject, the level (empty until it is chosen), and the codes of the units."""

    about: str
    level: str
    codes: tuple[str, ...]

    @classmethod
    def of(cls, query: QueryDict) -> "Choice":
        """As the address or the form says it; a subject or level nobody knows is not found."""
        about, level = query.get("about", Chase.About.OVERDUE), query.get("level", "")
        if about not in Chase.About or level not in ("", *Chase.Level):
            raise Http404
        return cls(about, level, tuple(dict.fromkeys(query.getlist("unit"))))

    @cached_property
    def units(self) -> list[Unit]:
        """In the official order. An unknown code is not found."""
        units = list(Unit.objects.filter(code__in=self.codes).select_related("group"))
        if len(units) != len(self.codes):
            raise Http404
        return units

    @property
    def address(self) -> str:
        """Where these units can be chosen anew."""
        return f"{reverse('chase-many')}?{self._query()}"

    @property
    def levels(self) -> list[tuple[str, str, str]]:
        """Each level with its name and where its text is written to these units."""
        return [(value, words, f"{self.address}&level={value}") for value, words in Chase.Level.choices]

    def _query(self) -> str:
        return urlencode({"about": self.about, "unit": self.codes}, doseq=True)
