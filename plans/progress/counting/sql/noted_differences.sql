-- The same differences become what was last counted.
noted AS (
    INSERT INTO plans_progressfact ({facts})
    SELECT {facts} FROM entries WHERE sign = 1
    ON CONFLICT (action_id) DO UPDATE SET {facts_taken}
),
forgotten AS (
    DELETE FROM plans_progressfact
    WHERE action_id IN (SELECT action_id FROM entries WHERE sign = -1 EXCEPT SELECT action_id FROM facts)
)
