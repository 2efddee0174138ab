-- What was last counted in these plans.
known AS (SELECT {facts} FROM plans_progressfact WHERE plan_id = ANY(%(plans)s))
