"""Results of a review: what was published of each index, how units were rated, and how ratings are spread."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, Refused, require
from tracker.vietnamese import tidy

from . import dimension_checks, rating_checks, result_checks
from .index import IndexResult

PUBLISHED = (
    "value", "unit_label", "scale", "rank", "rank_of", "is_tied", "region_rank", "region_of", "change_value",
    "change_rank", "published_on", "source", "note",
)  # fmt: skip


class ResultWriting:
    """Home Affairs writes results down as they were published, until the review is closed.

    Each verb answers how many rows were not so before; what is known already is not written again.
    """

    @transaction.atomic
    def write_result(
        self, *, by, today: date, index, version: int | None = None, keeps_contradiction=False, **published
    ) -> int:
        """Write down what was published of an index.

        Raises Invalid when a published change is not what last year's row says, unless it is to be kept so.
        """
        self._expect_results_open(by)
        kept = self.results.filter(index=index).first()
        result = kept or IndexResult(review=self, index=index)
        before = _figures(result)
        for name in published.keys() & set(PUBLISHED):
            setattr(result, name, _tidied(published[name]))
        expect_sound(result, today, keeps_contradiction)
        is_new = kept is None or before != _figures(result)
        if is_new:
            parts = _differences(before if kept else {}, _figures(result))
            self._change(
                "result_written", by=by, today=today, version=version, reason=str(index), parts=parts
            )
            result.save()
        return int(is_new)

    @transaction.atomic
    def write_dimensions(
        self, *, by, today: date, index, points: Mapping[int, dict], version: int | None = None
    ) -> int:
        """Write down the points of an index's criteria: criterion id -> value and note; without a value it goes."""
        self._expect_results_open(by)
        criteria = dimension_checks.expect_sound(index, points)
        kept = {each.criterion_id: each for each in self.criterion_results.filter(criterion__in=criteria)}
        before = {criteria[pk].code: _pair(each.value, each.note) for pk, each in kept.items()}
        written = {pk: _tidy_row(row, kept.get(pk)) for pk, row in points.items()}
        after = before | {criteria[pk].code: _pair(**row) for pk, row in written.items()}
        parts = _differences(before, {code: pair for code, pair in after.items() if pair[0] is not None})
        if any(parts):
            self._change(
                "dimensions_written", by=by, today=today, version=version, reason=str(index), parts=parts
            )
            _keep_dimensions(self, written)
        return len(parts[0] | parts[1])

    @transaction.atomic
    def write_ratings(
        self, *, by, today: date, ratings: Mapping[int, dict], version: int | None = None
    ) -> int:
        """Write down how units were rated: unit id -> rating, points and reason. "Not ranked" needs its reason."""
        self._expect_results_open(by)
        assessed = {each.unit_id: each for each in self.assessed_units.select_related("unit", "rating")}
        rating_checks.expect_assessed(ratings, assessed)
        before = {each.unit.code: _rated(each) for each in assessed.values()}
        for unit_id, row in ratings.items():
            for name, value in row.items():
                setattr(assessed[unit_id], name, _tidied(value))
        rating_checks.expect_sound([assessed[unit_id] for unit_id in ratings])
        parts = _differences(before, {each.unit.code: _rated(each) for each in assessed.values()})
        if any(parts):
            self._change("ratings_written", by=by, today=today, version=version, parts=parts)
            for unit_id in ratings:
                assessed[unit_id].save(update_fields=["rating", "points", "reason"])
        return len(parts[0] | parts[1])

    @transaction.atomic
    def write_distribution(
        self, *, by, today: date, rows: Mapping[str, dict], version: int | None = None
    ) -> int:
        """Write down the whole published distribution: under any keys, group, rating, count, change and reason."""
        self._expect_results_open(by)
        written = {key: row | {"reason": tidy(row.get("reason", ""))} for key, row in rows.items()}
        rating_checks.expect_sound_distribution(written)
        before = _spread(self.group_ratings.select_related("group", "rating").values_list(
            "group__code", "rating__code", "reason", "count", "change"))  # fmt: skip
        after = _spread((row["group"].code, row["rating"].code, row["reason"], row["count"], row["change"])
                        for row in written.values())  # fmt: skip
        parts = _differences(before, after)
        if any(parts):
            self._change("distribution_written", by=by, today=today, version=version, parts=parts)
            self.group_ratings.all().delete()
            for row in written.values():
                self.group_ratings.create(**row)
        return len(parts[0] | parts[1])

    def _expect_results_open(self, by) -> None:
        require(rules.may_write_results(by), _("Only Home Affairs writes results down."))
        if self.state == self.State.CLOSED:
            raise Refused(_("The review is closed; its results stay as they are."))


def expect_sound(result: IndexResult, today: date, keeps_contradiction: bool) -> None:
    """Raise Invalid, by field, unless the result may stand as it is."""
    found = result_checks.objections(result, today)
    if not keeps_contradiction:
        found |= result_checks.contradictions(result, year_before(result), found)
    if found:
        raise Invalid(found)


def year_before(result: IndexResult) -> IndexResult | None:
    """The same index, one year earlier."""
    earlier = IndexResult.objects.filter(index=result.index, review__year=result.review.year - 1)
    return earlier.select_related("review").first()


def _keep_dimensions(review, written: dict[int, dict]) -> None:
    for criterion_id, row in written.items():
        if row["value"] is None:
            review.criterion_results.filter(criterion=criterion_id).delete()
        else:
            review.criterion_results.update_or_create(criterion_id=criterion_id, defaults=row)


def _figures(result: IndexResult) -> dict:
    return {name: getattr(result, name) for name in PUBLISHED}


def _rated(assessed) -> list:
    return [assessed.rating and assessed.rating.code, assessed.points, assessed.reason]


def _spread(rows) -> dict[str, list]:
    return {" ".join(filter(None, row[:3])): list(row[3:]) for row in rows}


def _tidy_row(row: dict, kept) -> dict:
    """Points with their note; a note that is not spoken of stays."""
    return {"value": row.get("value"), "note": tidy(row.get("note", kept.note if kept else ""))}


def _pair(value, note: str) -> list:
    return [value, note]


def _tidied(value):
    return tidy(value) if isinstance(value, str) else value


def _differences(before: dict, after: dict) -> tuple[dict, dict]:
    """What the history keeps: only what is not as it was."""
    changed = [name for name in before | after if before.get(name) != after.get(name)]
    return (
        {name: before[name] for name in changed if name in before},
        {name: after[name] for name in changed if name in after},
    )
