"""The yearly reviews, with the published results they start from."""

from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.response import Response

from tracker.models import IndexResult, Review

from .endpoint import Endpoint
from .shapes import Coded, pages_of

AS_PUBLISHED = (
    "value", "unit_label", "scale", "rank", "rank_of", "is_tied", "region_rank", "region_of", "change_value",
    "change_rank", "published_on", "source", "note",
)  # fmt: skip


class ReviewRow(serializers.Serializer):
    """A review; its plan belongs to the year after."""

    year = serializers.IntegerField(help_text="The year assessed.")
    plan_year = serializers.IntegerField()
    state = serializers.ChoiceField(Review.State.choices)
    conference_on = serializers.DateField()
    submissions_due_on = serializers.DateField()
    plan_due_on = serializers.DateField()
    is_sample = serializers.BooleanField()
    version = serializers.IntegerField()


class ResultRow(serializers.ModelSerializer):
    """What was published of one index: value with unit and scale, rank with its denominator; each may be missing."""

    index = serializers.CharField(help_text="The index's code.")

    class Meta:
        model, fields = IndexResult, ("index", *AS_PUBLISHED)


class RatingRow(serializers.Serializer):
    """How many units of a group got a rating."""

    group = Coded()
    rating = Coded()
    is_ranked = serializers.BooleanField(
        help_text="False: the council decided not to rank, for the reason given."
    )
    count = serializers.IntegerField()
    change = serializers.IntegerField(allow_null=True, help_text="As published, against the year before.")
    reason = serializers.CharField()


class ReviewWhole(ReviewRow):
    """A review with the results it starts from."""

    results = ResultRow(many=True)
    ratings = RatingRow(many=True)


class Reviews(Endpoint):
    """The reviews you may know of, by year."""

    answer = pages_of(ReviewRow)

    def get(self, request):
        return self.page(self.found(Review.objects.with_results_for(self.actor)), _row, key=("year",))


class OneReview(Endpoint):
    """One review with the published results and ratings it starts from."""

    answer = ReviewWhole

    def get(self, request, year: int):
        review = get_object_or_404(Review.objects.with_results_for(self.actor), year=year)
        results = [_result(each) for each in review.results.select_related("index")]
        ratings = [_rating(each) for each in review.group_ratings.select_related("group", "rating")]
        whole = _row(review) | {"results": results, "ratings": ratings}
        return Response(whole, headers={"ETag": f'"{review.version}"'})


def _row(review: Review) -> dict:
    return {name: getattr(review, name) for name in ReviewRow().fields}


def _result(result: IndexResult) -> dict:
    return {"index": result.index.code} | {name: getattr(result, name) for name in AS_PUBLISHED}


def _rating(row) -> dict:
    return {
        "group": {"code": row.group.code, "name": row.group.name_vi},
        "rating": {"code": row.rating.code, "name": row.rating.name_vi},
        "is_ranked": row.rating.is_ranked, "count": row.count, "change": row.change, "reason": row.reason,
    }  # fmt: skip
