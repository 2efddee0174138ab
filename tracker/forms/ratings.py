"""What is written down of ratings: each unit's own, and how they are spread over the groups."""

from django import forms
from django.utils.translation import gettext as _

from tracker.models import Rating

from .figures import FigureField, WholeField
from .verb import VerbForm

SPARE = 1  # empty rows offered for further reasons of "not ranked"


class RatingsForm(VerbForm):
    """A row for each assessed unit: rating, points, and the reason when it is not ranked."""

    def __init__(self, request, review, assessed: list, ratings: list[Rating]):
        super().__init__(request, review)
        self.assessed, self.ratings = assessed, {str(each.pk): each for each in ratings}
        offered = [("", _("not entered")), *((pk, each.name) for pk, each in self.ratings.items())]
        for each in assessed:
            code, kept = each.unit.code, str(each.rating_id or "")
            self._add(
                f"rating_{code}", forms.ChoiceField(choices=offered, required=False), each, _("rating"), kept
            )
            self._add(f"points_{code}", FigureField(max_digits=6), each, _("points"), each.points)
            reason = forms.CharField(max_length=300, required=False)
            self._add(f"reason_{code}", reason, each, _("reason"), each.reason)

    @property
    def rows(self) -> list:
        """Each unit with its three fields."""
        return [(each, *(self[f"{name}_{each.unit.code}"] for name in ("rating", "points", "reason")))
                for each in self.assessed]  # fmt: skip

    def words(self) -> dict:
        ratings = {each.unit_id: self._typed(each.unit.code) for each in self.assessed}
        return {"version": self.cleaned_data["version"], "ratings": ratings}

    def _typed(self, code: str) -> dict:
        typed = self.cleaned_data
        rating = self.ratings.get(typed[f"rating_{code}"])
        return {"rating": rating, "points": typed[f"points_{code}"], "reason": typed[f"reason_{code}"]}

    def _add(self, name: str, field, assessed, what: str, kept) -> None:
        field.label = f"{assessed.unit.name} – {what}"
        field.widget.attrs["aria-label"] = field.label
        field.initial = kept
        self.fields[name] = field


class DistributionForm(VerbForm):
    """For each group and rating how many units, the published change, and the reason when they are not ranked."""

    def __init__(self, request, review, groups: list, ratings: list[Rating], kept: list):
        super().__init__(request, review)
        self.places = _places(groups, ratings, kept)
        for key, (group, rating, row) in self.places.items():
            about = f"{group.name}, {rating.name}"
            self._add(f"count_{key}", WholeField(least=0), about, _("units"), row and row.count)
            change = WholeField(least=-999)
            self._add(f"change_{key}", change, about, _("published change"), row and row.change)
            if not rating.is_ranked:
                reason = forms.CharField(max_length=300, required=False)
                self._add(f"reason_{key}", reason, about, _("reason"), row and row.reason)

    @property
    def groups(self) -> list:
        """Each group with its rows: rating, count, change, and the reason's field where there is one."""
        shown: dict = {}
        for key, (group, rating, _row) in self.places.items():
            reason = self[f"reason_{key}"] if f"reason_{key}" in self.fields else None
            shown.setdefault(group, []).append((rating, self[f"count_{key}"], self[f"change_{key}"], reason))
        return list(shown.items())

    def words(self) -> dict:
        rows = {key: self._typed(key, group, rating) for key, (group, rating, _row) in self.places.items()}
        filled = {key: row for key, row in rows.items() if row["count"] or row["change"] or row["reason"]}
        return {"version": self.cleaned_data["version"], "rows": filled}

    def _typed(self, key: str, group, rating) -> dict:
        typed = self.cleaned_data
        return {"group": group, "rating": rating, "count": typed[f"count_{key}"],
                "change": typed[f"change_{key}"], "reason": typed.get(f"reason_{key}", "")}  # fmt: skip

    def _add(self, name: str, field, about: str, what: str, kept) -> None:
        field.label, field.initial = f"{about} – {what}", kept
        field.widget.attrs["aria-label"] = field.label
        self.fields[name] = field


def _places(groups: list, ratings: list[Rating], kept: list) -> dict[str, tuple]:
    """Key -> group, rating and what is kept; "not ranked" has a row for each reason and a spare one."""
    places = {}
    for group in groups:
        for rating in ratings:
            rows = [row for row in kept if (row.group_id, row.rating_id) == (group.pk, rating.pk)]
            wanted = max(len(rows), 1) if rating.is_ranked else len(rows) + SPARE
            for number in range(wanted):
                row = rows[number] if number < len(rows) else None
                places[f"{group.code}-{rating.code}-{number}"] = (group, rating, row)
    return places
