"""The plans: a unit's submission, the province's plan, and how far it is."""

from .completeness import Lack
from .import_job import ImportJob
from .item import Contribution, PlanItem
from .plan import Plan
from .snapshot import ProgressSnapshot
from .submission import Submission
from .submission_copy import SubmissionCopy
from .submission_file import SubmissionFile
from .submission_row import SubmissionRow
from .version import PlanVersion

__all__ = [
    "Contribution",
    "ImportJob",
    "Lack",
    "Plan",
    "PlanItem",
    "PlanVersion",
    "ProgressSnapshot",
    "Submission",
    "SubmissionCopy",
    "SubmissionFile",
    "SubmissionRow",
]
