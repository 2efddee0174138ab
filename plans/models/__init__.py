"""The plans: a unit's submission, the province's plan, and how far it is."""

from plans.models.amendments.amendment import Amendment, AmendmentChange
from plans.models.imports.job import ImportJob
from plans.models.papers.job import PaperJob
from plans.models.papers.template import PaperKind, PaperTemplate
from plans.models.planning.item import Contribution, PlanItem
from plans.models.planning.kept_apart import KeptApart
from plans.models.planning.left_out import LeftOut
from plans.models.planning.plan import Plan
from plans.models.planning.version import PlanVersion
from plans.models.progress.closed_period import ClosedPeriod
from plans.models.progress.fact import ProgressFact, RollUpRun
from plans.models.progress.snapshot import ProgressSnapshot
from plans.models.submissions.completeness import Lack
from plans.models.submissions.copy import SubmissionCopy
from plans.models.submissions.file import SubmissionFile
from plans.models.submissions.row import SubmissionRow
from plans.models.submissions.submission import Submission

__all__ = [
    "Amendment",
    "AmendmentChange",
    "ClosedPeriod",
    "Contribution",
    "ImportJob",
    "KeptApart",
    "Lack",
    "LeftOut",
    "PaperJob",
    "PaperKind",
    "PaperTemplate",
    "Plan",
    "PlanItem",
    "PlanVersion",
    "ProgressFact",
    "ProgressSnapshot",
    "RollUpRun",
    "Submission",
    "SubmissionCopy",
    "SubmissionFile",
    "SubmissionRow",
]
