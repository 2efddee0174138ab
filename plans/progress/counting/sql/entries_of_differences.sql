-- What is so now counts, what was last counted no longer does; what has not changed is neither.
gained AS (SELECT {facts} FROM facts EXCEPT SELECT {facts} FROM known),
lost AS (SELECT {facts} FROM known EXCEPT SELECT {facts} FROM facts),
entries AS (
    SELECT gained.*, 1 AS sign, day FROM gained JOIN days USING (plan_id)
    UNION ALL SELECT lost.*, -1, day FROM lost JOIN days USING (plan_id)
)
