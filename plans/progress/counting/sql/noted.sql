-- The facts that differ from what was last counted are written, those of actions that left their plan go.
strayed AS (
    SELECT action_id, facts.action_id IS NULL AS has_left
    FROM facts FULL JOIN known USING (action_id)
    WHERE ({of_facts}) IS DISTINCT FROM ({of_known})
),
noted AS (
    INSERT INTO plans_progressfact ({facts})
    SELECT {facts} FROM facts WHERE action_id IN (SELECT action_id FROM strayed WHERE NOT has_left)
    ON CONFLICT (action_id) DO UPDATE SET {facts_taken}
),
forgotten AS (
    DELETE FROM plans_progressfact WHERE action_id IN (SELECT action_id FROM strayed WHERE has_left)
)
