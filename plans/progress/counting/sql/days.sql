-- The day under which each plan was last counted, when it is the day asked for or a later one.
days AS (
    SELECT plan_id, day
    FROM (SELECT plan_id FROM facts UNION SELECT plan_id FROM known) plans
    CROSS JOIN LATERAL (SELECT kept.on AS day FROM plans_progresssnapshot kept
                        WHERE kept.plan_id = plans.plan_id ORDER BY kept.on DESC LIMIT 1) latest
    WHERE day >= %(on)s
)
