-- What was last counted of these actions.
known AS (SELECT {facts} FROM plans_progressfact WHERE action_id = ANY(%(actions)s))
