-- Rows of the day that nothing falls under any more.
vanished AS (
    DELETE FROM plans_progresssnapshot kept
    WHERE kept.plan_id = ANY(%(plans)s) AND kept.on = %(on)s
      AND NOT EXISTS (SELECT FROM counted WHERE (counted.plan_id, counted.dimension, counted.key)
                                              = (kept.plan_id, kept.dimension, kept.key))
)
