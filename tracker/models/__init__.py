"""The record: who people are, and the work that is tracked."""

from .action import Action
from .actor import Actor
from .assessed_unit import AssessedUnit
from .chain import Chain
from .delegation import Delegation
from .event import Event
from .evidence import Evidence, ExpectedEvidence
from .extension import ExtensionRequest
from .index import CriteriaSet, Criterion, CriterionResult, Index, IndexResult
from .people import Membership, User
from .province import Province
from .question import Question, Reply
from .rating import GroupRating, Rating, RatingScale
from .receipt import Receipt
from .review import Review
from .saved_filter import SavedFilter
from .time_status import TimeStatus
from .token import ApiToken
from .unit import Unit, UnitGroup
from .watch import Watch
from .weakness import Cause, Responsibility, Weakness
from .working_day import WorkingDayException

__all__ = [
    "Action", "Actor", "ApiToken", "AssessedUnit", "Cause", "Chain", "CriteriaSet", "Criterion", "CriterionResult",
    "Delegation", "Event", "Evidence", "ExpectedEvidence", "ExtensionRequest", "GroupRating", "Index",
    "IndexResult", "Membership", "Province", "Question", "Rating", "RatingScale", "Receipt", "Reply",
    "Responsibility", "Review", "SavedFilter", "TimeStatus", "Unit", "UnitGroup", "User", "Watch", "Weakness",
    "WorkingDayException",
]  # fmt: skip
