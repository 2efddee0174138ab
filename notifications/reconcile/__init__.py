"""A second opinion on the ledger: what the history says must have been owed for 14 days, against what is there.

It shares no SQL with the engine. The things are walked back through their history, the registers (roles, absences,
accounts, working days, rules) through the changes the database has noted; from both the plan of each business date
is worked out again, as it had to be when it was written.

It keeps silent rather than cry wolf. Not judged are: what came up and passed between two plans; news that may have
been heard before or after somebody else took over; lines written within an hour of a change are measured by both
states; news of mails that failed only by their envelope; things that were deleted; and everything from before the
changes of registers were noted.
"""

from .books import compare, last_run, open_discrepancies

__all__ = ["compare", "last_run", "open_discrepancies"]
