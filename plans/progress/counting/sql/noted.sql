-- The facts that differ from what was last counted are written, those of actions that left their plan go.
-- What is new is known to be new, because nobody else counts these plans now: writing it looks for no conflict.
strayed AS (
    SELECT {of_facts}, known.action_id AS known_id
    FROM facts FULL JOIN known USING (action_id)
    WHERE ({of_facts}) IS DISTINCT FROM ({of_known})
),
noted AS (
    INSERT INTO plans_progressfact ({facts}) SELECT {facts} FROM strayed WHERE known_id IS NULL
),
mended AS (
    UPDATE plans_progressfact kept SET {facts_mended} FROM strayed WHERE kept.action_id = strayed.action_id AND known_id IS NOT NULL
),
forgotten AS (
    DELETE FROM plans_progressfact WHERE action_id IN (SELECT known_id FROM strayed WHERE action_id IS NULL)
)
