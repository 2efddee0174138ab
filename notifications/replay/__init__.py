"""The replay: the sample's months lived day by day in a database of its own, every mail and paper kept in a folder."""

from .output import Output, OutputError
from .own_database import OwnDatabaseError, own_database
from .replay import Replay, ReplayError

__all__ = ["Output", "OutputError", "OwnDatabaseError", "Replay", "ReplayError", "own_database"]
