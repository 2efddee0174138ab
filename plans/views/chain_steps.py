"""What the pressed button of the card asks for besides saving: a row more, a copy, a row less."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from plans.forms.chain import KEY, Added
from tracker.models.chain import PARTS


@dataclass(frozen=True)
class Step:
    """`add-cause`, `copy-action-3f9a`, `remove-action-3f9a`, `later`, or nothing: save and go on."""

    verb: str = ""
    part: str = ""
    key: str = ""
    shown: Added | None = None

    @classmethod
    def of(cls, request: HttpRequest) -> "Step":
        """What was pressed, or, after a page without JavaScript saved, which row it is to show."""
        if request.method != "POST":
            return cls(shown=_shown(request.GET))
        verb, part, key = [*request.POST.get("do", "").split("-"), "", ""][:3]
        if verb in ("add", "copy", "remove") and part in PARTS:
            return cls(verb, part, key if KEY.fullmatch(key) else "")
        return cls("later" if verb == "later" else "")

    @property
    def removes(self) -> str:
        """The row that this button takes out."""
        return f"{self.part}-{self.key}" if self.verb == "remove" else ""

    def lead_back(self, page: str, new_key: str) -> str:
        """The place on the page that was asked for; nothing when saving goes on elsewhere."""
        if self.verb == "remove":
            return f"{page}#{self.part}-rows"
        if self.verb not in ("add", "copy"):
            return ""
        query = {"them": self.part, "khoa": new_key} | ({"tu": self.key} if self.verb == "copy" else {})
        return f"{page}?{urlencode(query)}#row-{self.part}-{new_key}"

    def done(self, form) -> str:
        """The word of success; of a row taken out it repeats the words, so that none are lost by a slip."""
        row = next((row for row in form.all_rows if row.prefix == self.removes), None)
        if row is None or not row.row:
            return _("Saved.")
        return _("Removed, and the rest is saved. It read: “%(words)s”.") % {"words": row.row}


def _shown(query) -> Added | None:
    part, key, source = (query.get(name, "") for name in ("them", "khoa", "tu"))
    return Added(part, key, source) if part in PARTS and KEY.fullmatch(key) else None
