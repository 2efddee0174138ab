"""The addresses of the API under /api/: things, and the changes to them as things of their own."""

from django.urls import path, re_path, register_converter

from . import action_verbs, actions, docs, evidence, extensions, questions, reviews, units, weaknesses
from .endpoint import Nowhere


class Reference:
    """HD-2022-017 or HC-2021-001."""

    regex = "H[CD]-[0-9]{4}-[0-9]{1,9}"

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


register_converter(Reference, "reference")
ACTION = "v1/actions/<reference:ref>/"

urlpatterns = [
    path("schema/", docs.schema, name="api-schema"),
    path("docs/", docs.index, name="api-docs"),
    path("v1/units/", units.Units.as_view(), name="api-units"),
    path("v1/units/<slug:code>/", units.OneUnit.as_view(), name="api-unit"),
    path("v1/reviews/", reviews.Reviews.as_view(), name="api-reviews"),
    path("v1/reviews/<int:year>/", reviews.OneReview.as_view(), name="api-review"),
    path("v1/weaknesses/", weaknesses.Weaknesses.as_view(), name="api-weaknesses"),
    path("v1/weaknesses/<reference:ref>/", weaknesses.OneWeakness.as_view(), name="api-weakness"),
    path("v1/actions/", actions.Actions.as_view(), name="api-actions"),
    path(ACTION, actions.OneAction.as_view(), name="api-action"),
    path(f"{ACTION}history/", actions.History.as_view(), name="api-action-history"),
    path(f"{ACTION}progress/", action_verbs.Progress.as_view(), name="api-action-progress"),
    path(f"{ACTION}report/", action_verbs.Report.as_view(), name="api-action-report"),
    path(f"{ACTION}verification/", action_verbs.Verification.as_view(), name="api-action-verification"),
    path(f"{ACTION}return/", action_verbs.Return.as_view(), name="api-action-return"),
    path(f"{ACTION}drop/", action_verbs.Drop.as_view(), name="api-action-drop"),
    path(f"{ACTION}reopening/", action_verbs.Reopening.as_view(), name="api-action-reopening"),
    path(f"{ACTION}owner/", action_verbs.Owner.as_view(), name="api-action-owner"),
    path(
        f"{ACTION}expected-evidence/",
        action_verbs.ExpectedEvidence.as_view(),
        name="api-action-expected-evidence",
    ),
    path(f"{ACTION}evidence/", evidence.EvidenceList.as_view(), name="api-evidence"),
    path(f"{ACTION}evidence/documents/", evidence.Documents.as_view(), name="api-evidence-documents"),
    path(f"{ACTION}evidence/links/", evidence.Links.as_view(), name="api-evidence-links"),
    path(f"{ACTION}evidence/files/", evidence.Files.as_view(), name="api-evidence-files"),
    path(f"{ACTION}evidence/<int:pk>/removal/", evidence.Removal.as_view(), name="api-evidence-removal"),
    path(f"{ACTION}evidence/<int:pk>/content/", evidence.Content.as_view(), name="api-evidence-content"),
    path(f"{ACTION}extensions/", extensions.Extensions.as_view(), name="api-extensions"),
    path(
        f"{ACTION}extensions/<int:pk>/decision/", extensions.Decision.as_view(), name="api-extension-decision"
    ),
    path(
        f"{ACTION}extensions/<int:pk>/withdrawal/",
        extensions.Withdrawal.as_view(),
        name="api-extension-withdrawal",
    ),
    path("v1/questions/", questions.Questions.as_view(), name="api-questions"),
    path("v1/questions/<int:pk>/replies/", questions.Reply.as_view(), name="api-question-reply"),
    re_path(r"", Nowhere.as_view(), name="api-nowhere"),
]
