-- The day under which each of these plans was last counted.
days AS (
    SELECT plan_id, day
    FROM (SELECT DISTINCT plan_id FROM known) plans
    CROSS JOIN LATERAL (SELECT kept.on AS day FROM plans_progresssnapshot kept
                        WHERE kept.plan_id = plans.plan_id ORDER BY kept.on DESC LIMIT 1) latest
)
