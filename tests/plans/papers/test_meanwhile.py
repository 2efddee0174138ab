"""The plan changes while its paper is being written: the paper is of one moment, and says of which."""

import pytest
from django.utils import timezone

from plans.models import Amendment, PaperJob, Plan
from tests import factories
from tests.factories import ISSUED, SUMMER, actor
from tests.plans.word_reader import lines_of

NOW = timezone.now()
SIGNED = {"number": "118/KH-UBND", "issued_on": ISSUED, "signer_name": "Nguyễn Văn A"}


@pytest.fixture
def written(review, home_affairs):
    """Builds the plan's paper; what is to happen meanwhile happens when its first rows are taken."""

    def build(meanwhile=lambda: None) -> tuple[str, str]:
        job = PaperJob.ask("plan", "docx", by=actor(home_affairs), today=SUMMER, now=NOW, review=review)
        changes = iter([meanwhile])
        job.build(today=SUMMER, now=NOW, tell=lambda done, total: next(changes, lambda: None)())
        assert job.state == "ready" and next(changes, None) is None
        with job.file.open("rb") as file:
            return " ".join(lines_of(file.read())), job.file_name

    return build


@pytest.fixture
def many(weakness, official, home_affairs):
    """Enough rows to be told of: how far a paper is, is told by twenties."""
    return [factories.tracked_action(weakness, official, home_affairs) for _ in range(25)]


@pytest.fixture
def amendment(many, issued, home_affairs) -> Amendment:
    by = {"by": actor(home_affairs), "today": SUMMER}
    amendment = Amendment.begin(issued, reason="Bão lũ", **by)
    for line in issued.items.all():
        amendment.change(line, **by, measure=f"{line.measure} (mới)")
    return amendment


def test_amended_meanwhile_it_is_the_version_it_was_begun_with(amendment, home_affairs, written):
    paper = SIGNED | {"number": "205/KH-UBND", "issued_on": SUMMER}
    old, _name = written(lambda: amendment.issue(by=actor(home_affairs), today=SUMMER, **paper))
    new, _name = written()

    assert "(mới)" not in old and "205/KH-UBND" not in old
    assert "Phiên bản 2" in new and new.count("(mới)") >= 26


def test_issued_meanwhile_it_is_the_draft_it_was_begun_with(many, draft, review, home_affairs, written):
    by = {"by": actor(home_affairs), "today": SUMMER, "reason": factories.ALL_THE_SAME}
    Plan.objects.get().send(**by)
    draft_paper, draft_name = written(lambda: Plan.objects.get().issue(**by, **SIGNED))
    review.refresh_from_db()
    paper, name = written()

    assert ("118/KH-UBND" in draft_paper, draft_name) == (False, "Ke-hoach-2022-du-thao.docx")
    assert ("118/KH-UBND" in paper, name) == (True, "Ke-hoach-2022-118-KH-UBND.docx")
