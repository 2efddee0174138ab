-- Actions that are not as they were last counted, then rows that do not add up; of plans that were counted before.
SELECT plan_id, action.ref AS what
FROM (SELECT action_id, coalesce(facts.plan_id, known.plan_id) AS plan_id
      FROM facts FULL JOIN known USING (action_id)
      WHERE ({of_facts}) IS DISTINCT FROM ({of_known})) strayed
JOIN tracker_action action ON action.id = strayed.action_id
WHERE plan_id IN (SELECT plan_id FROM days)
UNION ALL
SELECT plan_id, trim(dimension || ' ' || key)
FROM counted
FULL JOIN (SELECT plan_id, dimension, key, {names} FROM plans_progresssnapshot JOIN days USING (plan_id) WHERE "on" = day)
    kept USING (plan_id, dimension, key)
WHERE ({counted_names}) IS DISTINCT FROM ({kept_names})
ORDER BY 1, 2
