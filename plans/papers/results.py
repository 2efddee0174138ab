"""The published results of a review, quoted as they were published: nothing is converted, nothing filled in."""

from dataclasses import dataclass
from itertools import groupby

from tracker.models import Province

from .wording import UNKNOWN, change, decimal, listed, short_decimal


@dataclass(frozen=True)
class Result:
    """One index in the plan: a sentence of the preamble and a line of the table."""

    sentence: str
    name: str
    value: str
    change: str
    rank: str
    rank_change: str
    region_rank: str


def results(review) -> list[Result]:
    published = list(review.results.select_related("index"))
    sentences = listed(_sentence(result) for result in published)
    return [_line(result, sentence) for result, sentence in zip(published, sentences, strict=True)]


def targets(review) -> list[str]:
    """To do better than last year, said with last year's figures; a number to reach is for the province to set."""
    published = review.results.select_related("index")
    return listed(f"Chỉ số {result.index.short_name}: {_better(result)}" for result in published)


def group_ratings(review) -> list[str]:
    """How many units of each group got which rating, with the published change."""
    published = review.group_ratings.select_related("group", "rating").order_by(
        "group__position", "rating__position", "pk"
    )
    by_group = groupby(published, key=lambda row: row.group)
    return listed(_group(group, list(rows), review.year - 1) for group, rows in by_group)


def _line(result, sentence: str) -> Result:
    return Result(
        sentence=sentence,
        name=result.index.short_name,
        value=_value(result) or UNKNOWN,
        change=change(result.change_value, result.unit_label) or UNKNOWN,
        rank=_rank(result) or UNKNOWN,
        rank_change=change(result.change_rank, "bậc") or UNKNOWN,
        region_rank=f"{result.region_rank}/{result.region_of}" if result.region_rank else UNKNOWN,
    )


def _sentence(result) -> str:
    parts = (
        _with_change(_score(result), change(result.change_value, result.unit_label)),
        _with_change(_place(result), change(result.change_rank, "bậc")),
        _place_in_region(result),
    )
    return f"Chỉ số {result.index.short_name} {', '.join(part for part in parts if part)}"


def _with_change(text: str, published_change: str) -> str:
    return f"{text} ({published_change})" if text and published_change else text


def _score(result) -> str:
    if result.value is None:
        return ""
    scale = f" trên thang điểm {short_decimal(result.scale)}" if result.scale else ""
    return f"đạt {decimal(result.value)} {result.unit_label}{scale}"


def _value(result) -> str:
    if result.value is None:
        return ""
    scale = f" ({short_decimal(result.scale)})" if result.scale else ""
    return f"{decimal(result.value)} {result.unit_label}{scale}"


def _rank(result) -> str:
    if result.rank is None:
        return ""
    return f"{'đồng hạng ' if result.is_tied else ''}{result.rank}/{result.rank_of}"


def _place(result) -> str:
    if result.rank is None:
        return ""
    return f"{'đồng hạng' if result.is_tied else 'xếp hạng'} {result.rank}/{result.rank_of} tỉnh, thành phố"


def _place_in_region(result) -> str:
    if result.region_rank is None:
        return ""
    return f"xếp hạng {result.region_rank}/{result.region_of} tỉnh, thành phố {Province.current().region}".rstrip()


def _better(result) -> str:
    aims = []
    if result.value is not None:
        aims.append(f"kết quả cao hơn {decimal(result.value)} {result.unit_label}")
    if result.rank is not None:
        aims.append(f"thứ hạng cao hơn hạng {result.rank}/{result.rank_of}")
    return ", ".join(aims) or "cải thiện kết quả"


def _group(group, rows: list, previous_year: int) -> str:
    ratings = ", ".join(_rating(row, previous_year) for row in rows)
    return f"{group.name_vi} ({sum(row.count for row in rows)} đơn vị): {ratings}"


def _rating(row, previous_year: int) -> str:
    verdict = f"xếp loại {row.rating.name_vi.lower()}" if row.rating.is_ranked else row.rating.name_vi.lower()
    published = change(row.change, "đơn vị")
    remark = f"{published} so với năm {previous_year}" if published else row.reason
    return f"{row.count} đơn vị {verdict}" + (f" ({remark})" if remark else "")
