"""A letter in a few words, to be pasted into Zalo or a text message: what is owed, and where it is read."""

from django.conf import settings
from django.urls import reverse

from notifications.models import Chase
from notifications.models.chase_subjects import in_words


def message_of(chase: Chase) -> str:
    """In the language of letters between offices, as it stood when the letter was sent."""
    address = f"{settings.SITE_URL}{reverse('chase', kwargs={'pk': chase.pk})}"
    return f"Sở Nội vụ đôn đốc {chase.unit.name_vi}: {_owed(chase)}. Chi tiết: {address}"


def _owed(chase: Chase) -> str:
    if then := chase.submission_then():
        year, due = chase.submission.review.year, f"{then['due_on']:%d/%m/%Y}"
        return f"chưa nộp báo cáo kiểm điểm công tác CCHC năm {year}, hạn {due}, {in_words(then['days'])}"
    late = chase.actions_then()
    return f"{len(late)} biện pháp quá hạn, lâu nhất {max(row['days'] for row in late)} ngày" if late else ""
