-- Which rule listens to which event, and whom it wants to be told.
wanted AS (
    SELECT happened.*, rule.id AS rule_id, rule.tells_the_doer, told.audience, told.rank
    FROM happened
    JOIN notifications_reminderrule rule
      ON rule.anchor = 'event' AND happened.subject_type || '.' || happened.verb = ANY (rule.verbs)
     AND happened.due_on >= rule.valid_from AND happened.due_on <= coalesce(rule.valid_to, 'infinity')
    CROSS JOIN LATERAL unnest(rule.audiences) WITH ORDINALITY AS told(audience, rank)
    WHERE NOT happened.only_helps OR told.audience = 'unit_head'
)
