"""The addresses of the plans under /api/v1/: things, and the changes to them as things of their own."""

from django.urls import path

from . import (
    amendments,
    apart,
    compiling,
    items,
    next_year,
    papers,
    period_end,
    periods,
    plans,
    progress,
    publication,
    templates,
    versions,
    workbench,
)

PLAN = "plans/<int:year>/"
ITEMS, VERSION, AMENDMENT = f"{PLAN}items/", f"{PLAN}versions/<int:number>/", f"{PLAN}amendments/<int:pk>/"
TEMPLATE = "paper-templates/<slug:kind>/"

urlpatterns = [
    path("plans/", plans.Plans.as_view(), name="api-plans"),
    path(PLAN, plans.OnePlan.as_view(), name="api-plan"),
    path(f"{PLAN}compiling/", compiling.Compiling.as_view(), name="api-plan-compiling"),
    path(f"{PLAN}checks/", plans.PlanChecks.as_view(), name="api-plan-checks"),
    path(f"{PLAN}sending/", plans.PlanSending.as_view(), name="api-plan-sending"),
    path(f"{PLAN}recall/", plans.PlanRecall.as_view(), name="api-plan-recall"),
    path(f"{PLAN}issue/", plans.PlanIssue.as_view(), name="api-plan-issue"),
    path(f"{PLAN}signed-file/", plans.SignedFile.as_view(), name="api-plan-signed-file"),
    path(f"{PLAN}period-end/", period_end.PeriodEnd.as_view(), name="api-plan-period-end"),
    path(f"{PLAN}publication/", publication.Publication.as_view(), name="api-plan-publication"),
    path(ITEMS, items.Items.as_view(), name="api-plan-items"),
    path(f"{ITEMS}<int:pk>/", items.OneItem.as_view(), name="api-plan-item"),
    path(f"{PLAN}unplaced/", workbench.Unplaced.as_view(), name="api-plan-unplaced"),
    path(f"{PLAN}left-out/", workbench.LeftOutRows.as_view(), name="api-plan-left-out"),
    path(f"{PLAN}proposals/", workbench.Proposals.as_view(), name="api-plan-proposals"),
    path(f"{PLAN}taking/", workbench.Taking.as_view(), name="api-plan-taking"),
    path(f"{PLAN}taking-out/", workbench.TakingOut.as_view(), name="api-plan-taking-out"),
    path(f"{PLAN}leaving-out/", workbench.LeavingOut.as_view(), name="api-plan-leaving-out"),
    path(f"{PLAN}bringing-back/", workbench.BringingBack.as_view(), name="api-plan-bringing-back"),
    path(f"{PLAN}merging/", workbench.Merging.as_view(), name="api-plan-merging"),
    path(f"{PLAN}splitting/", workbench.Splitting.as_view(), name="api-plan-splitting"),
    path(f"{PLAN}moving/", workbench.Moving.as_view(), name="api-plan-moving"),
    path(f"{PLAN}keeping-apart/", workbench.KeepingApart.as_view(), name="api-plan-keeping-apart"),
    path(f"{PLAN}kept-apart/", apart.KeptApartLines.as_view(), name="api-plan-kept-apart"),
    path(f"{PLAN}proposing-again/", apart.ProposingAgain.as_view(), name="api-plan-proposing-again"),
    path(f"{PLAN}versions/", versions.Versions.as_view(), name="api-plan-versions"),
    path(VERSION, versions.OneVersion.as_view(), name="api-plan-version"),
    path(f"{VERSION}differences/", versions.Differences.as_view(), name="api-plan-differences"),
    path(f"{PLAN}amendments/", amendments.Amendments.as_view(), name="api-amendments"),
    path(AMENDMENT, amendments.OneAmendment.as_view(), name="api-amendment"),
    path(f"{AMENDMENT}changes/", amendments.Changes.as_view(), name="api-amendment-changes"),
    path(
        f"{AMENDMENT}changes/<int:change>/undoing/",
        amendments.Undoing.as_view(),
        name="api-amendment-undoing",
    ),
    path(f"{AMENDMENT}additions/", amendments.Additions.as_view(), name="api-amendment-additions"),
    path(f"{AMENDMENT}withdrawals/", amendments.Withdrawals.as_view(), name="api-amendment-withdrawals"),
    path(f"{AMENDMENT}extensions/", amendments.GrantedDates.as_view(), name="api-amendment-extensions"),
    path(f"{AMENDMENT}issue/", amendments.AmendmentIssue.as_view(), name="api-amendment-issue"),
    path(f"{AMENDMENT}cancel/", amendments.AmendmentCancelling.as_view(), name="api-amendment-cancel"),
    path(
        f"{AMENDMENT}signed-file/", amendments.AmendmentSignedFile.as_view(), name="api-amendment-signed-file"
    ),
    path(f"{PLAN}progress/", progress.PlanProgress.as_view(), name="api-plan-progress"),
    path(f"{PLAN}progress/actions/", progress.ProgressActions.as_view(), name="api-plan-progress-actions"),
    path(f"{PLAN}periods/", periods.Periods.as_view(), name="api-plan-periods"),
    path(f"{PLAN}periods/<int:pk>/", periods.OnePeriod.as_view(), name="api-plan-period"),
    path(f"{PLAN}papers/", papers.Papers.as_view(), name="api-plan-papers"),
    path(f"{PLAN}papers/<int:pk>/", papers.OnePaper.as_view(), name="api-plan-paper"),
    path(f"{PLAN}papers/<int:pk>/writing/", papers.PaperWriting.as_view(), name="api-plan-paper-writing"),
    path(f"{PLAN}papers/<int:pk>/file/", papers.PaperFile.as_view(), name="api-plan-paper-file"),
    path("paper-templates/", templates.Templates.as_view(), name="api-paper-templates"),
    path(TEMPLATE, templates.Replacing.as_view(), name="api-paper-template"),
    path(f"{TEMPLATE}file/", templates.TemplateFile.as_view(), name="api-paper-template-file"),
    path(f"{TEMPLATE}restoring/", templates.Restoring.as_view(), name="api-paper-template-restoring"),
    path(f"{PLAN}next-year/", next_year.NextYearComeback.as_view(), name="api-plan-next-year"),
]
