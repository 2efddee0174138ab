"""The plans: a unit's submission, the province's plan, and how far it is."""

from .amendment import Amendment, AmendmentChange
from .closed_period import ClosedPeriod
from .completeness import Lack
from .import_job import ImportJob
from .item import Contribution, PlanItem
from .kept_apart import KeptApart
from .left_out import LeftOut
from .paper_job import PaperJob
from .paper_template import PaperKind, PaperTemplate
from .plan import Plan
from .progress_fact import ProgressFact, RollUpRun
from .snapshot import ProgressSnapshot
from .submission import Submission
from .submission_copy import SubmissionCopy
from .submission_file import SubmissionFile
from .submission_row import SubmissionRow
from .version import PlanVersion

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
