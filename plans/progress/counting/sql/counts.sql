-- What is counted of the entries f: each one action as it stood, with the day it is counted for and +1 or -1.
-- The meaning is that of tracker/models/time_status.py and tracker/standing.py; plans/progress/meaning.py says it in Python.
coalesce(sum(sign) FILTER (WHERE f.state = 'todo'), 0)::int AS todo,
coalesce(sum(sign) FILTER (WHERE f.state = 'doing'), 0)::int AS doing,
coalesce(sum(sign) FILTER (WHERE f.state = 'reported'), 0)::int AS reported,
coalesce(sum(sign) FILTER (WHERE f.state = 'returned'), 0)::int AS returned,
coalesce(sum(sign) FILTER (WHERE f.state = 'done' AND f.reported_on <= f.due_on), 0)::int AS done_on_time,
coalesce(sum(sign) FILTER (WHERE f.state = 'done' AND f.reported_on > f.due_on), 0)::int AS done_late,
coalesce(sum(sign) FILTER (WHERE f.state = 'dropped'), 0)::int AS dropped,
coalesce(sum(sign) FILTER (WHERE f.state IN ('todo', 'doing', 'returned') AND f.due_on < f.day), 0)::int AS overdue,
coalesce(sum(sign) FILTER (WHERE f.state IN ('todo', 'doing', 'returned')
                           AND f.due_on BETWEEN f.day AND f.day + {due_soon}), 0)::int AS due_soon,
coalesce(sum(sign) FILTER (WHERE f.state <> 'dropped' AND f.due_on > f.original_due_on), 0)::int AS extended,
coalesce(sum(sign) FILTER (WHERE f.state = 'done' AND f.reported_on <= f.original_due_on), 0)::int AS done_by_original,
coalesce(sum(sign) FILTER (WHERE f.state IN ('todo', 'doing', 'returned') AND f.original_due_on < f.day), 0)::int
    AS overdue_by_original,
coalesce(sum(sign * f.proof_expected) FILTER (WHERE f.state <> 'dropped'), 0)::int AS proof_expected,
coalesce(sum(sign * f.proof_given) FILTER (WHERE f.state <> 'dropped'), 0)::int AS proof_given
