"""The record: who people are, and the work that is tracked."""

from .action import Action
from .actor import Actor
from .event import Event
from .evidence import Evidence, ExpectedEvidence
from .extension import ExtensionRequest
from .index import CriteriaSet, Criterion, Index, IndexResult
from .people import Delegation, Membership, User
from .rating import GroupRating, Rating, RatingScale
from .receipt import Receipt
from .review import Review
from .time_status import TimeStatus
from .token import ApiToken
from .unit import Unit, UnitGroup
from .weakness import Cause, Responsibility, Weakness
from .working_day import WorkingDayException

__all__ = [
    "Action", "Actor", "ApiToken", "Cause", "CriteriaSet", "Criterion", "Delegation", "Event", "Evidence",
    "ExpectedEvidence", "ExtensionRequest", "GroupRating", "Index", "IndexResult", "Membership", "Rating",
    "RatingScale", "Receipt", "Responsibility", "Review", "TimeStatus", "Unit", "UnitGroup", "User", "Weakness",
    "WorkingDayException",
]  # fmt: skip
