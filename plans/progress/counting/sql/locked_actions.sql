-- The plans in which these actions stand, or were last counted; what follows then sees all that was counted before.
PERFORM pg_advisory_xact_lock(hashtext('plans.progress'), plan_id)
FROM (SELECT item.plan_id::int AS plan_id
      FROM plans_contribution contribution JOIN plans_planitem item ON item.id = contribution.item_id
      WHERE contribution.action_id = ANY(%(actions)s)
      UNION SELECT plan_id::int FROM plans_progressfact WHERE action_id = ANY(%(actions)s) ORDER BY plan_id) plans
