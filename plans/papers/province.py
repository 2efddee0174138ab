"""Who issues the papers: the province's name as it stands in letterheads and sentences."""

from tracker.models import Province

SAMPLE_FOOTER = "Dữ liệu minh họa, không phải số liệu chính thức của {province}"
SAMPLE_MARK = (
    "Dữ liệu minh họa: nguyên nhân, biện pháp, cơ quan chủ trì, thời hạn và tiến độ do nhóm soạn; "
    "không phải số liệu chính thức của {province}"
)


def words(review) -> dict[str, str]:
    """The words every paper of a review needs; the sample mark is empty for real data."""
    name = Province.current().name
    return {
        "province": name,
        "province_capitals": name.upper(),
        "sample_mark": SAMPLE_MARK.format(province=name) if review.is_sample else "",
        "sample_footer": SAMPLE_FOOTER.format(province=name) if review.is_sample else "",
        "year": review.plan_year,
        "assessed_year": review.year,
        "previous_year": review.year - 1,
    }


def dated_at(day: str) -> str:
    """Place and date, as they stand under the motto."""
    return f"{Province.current().place}, {day}"
