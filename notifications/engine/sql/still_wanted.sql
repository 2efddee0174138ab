-- Whom the rules still want to be told of what is in scope, as things stand now.
wanted AS (
    SELECT scope.id AS obligation_id, standing.unit_id, standing.owner_id, told.audience
    FROM scope
    JOIN notifications_reminderrule rule ON rule.id = scope.rule_id
    JOIN standing ON standing.subject_type = scope.subject_type AND standing.subject_id = scope.subject_id
     AND standing.anchor = rule.anchor AND standing.due_on = scope.due_on
    CROSS JOIN LATERAL unnest(rule.audiences) AS told(audience)
  UNION ALL
    SELECT scope.id, happened.unit_id, happened.owner_id, told.audience
    FROM scope
    JOIN notifications_reminderrule rule ON rule.id = scope.rule_id
    JOIN happened ON happened.event_id = scope.event_id
    CROSS JOIN LATERAL unnest(rule.audiences) AS told(audience)
)
