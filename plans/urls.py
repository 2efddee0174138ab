"""The addresses of the plans."""

from django.urls import path

from plans.views import (
    handing_in,
    issues,
    papers,
    plans,
    receipts,
    submission_files,
    submission_words,
    submissions,
)

HERE = "ban-nop/<int:year>/<slug:unit>/"

urlpatterns = [
    path("ke-hoach/", plans.current, name="plans"),
    path("ke-hoach/<int:year>/", plans.show, name="plan"),
    path("ke-hoach/<int:year>/tong-hop/", plans.compile_draft, name="plan-draft"),
    path("ke-hoach/<int:year>/trinh/", plans.send, name="plan-sending"),
    path("ke-hoach/<int:year>/ban-hanh/", issues.create, name="plan-issue"),
    path("ke-hoach/<int:year>/ke-hoach.docx", papers.plan, name="plan-paper"),
    path("ban-nop/", submissions.current, name="submissions"),
    path(HERE, submissions.show, name="submission"),
    path(HERE + "diem-manh/", submission_words.strengths, name="submission-strengths"),
    path(HERE + "trach-nhiem/", submission_words.head, name="submission-head"),
    path(HERE + "tep/", submission_files.index, name="submission-files"),
    path(HERE + "tep/<int:pk>/", submission_files.download, name="submission-file"),
    path(HERE + "tep/<int:pk>/go-bo/", submission_files.remove, name="submission-file-removal"),
    path(HERE + "kiem-tra/", handing_in.check, name="submission-check"),
    path(HERE + "trinh/", handing_in.to_head, name="submission-to-head"),
    path(HERE + "nop/", handing_in.submit, name="submission-submit"),
    path(HERE + "tra-lai/", handing_in.return_to_official, name="submission-return"),
    path(HERE + "rut/", handing_in.recall, name="submission-recall"),
    path(HERE + "bien-nhan/", receipts.show, name="submission-receipt"),
]
