-- One count at a time in each plan; always in the same order, so that two cannot wait for each other.
SET LOCAL work_mem = '64MB';
SELECT pg_advisory_xact_lock(hashtext('plans.progress'), plan_id)
FROM (SELECT id::int AS plan_id FROM plans_plan WHERE id = ANY(%(plans)s) ORDER BY id) plans;
