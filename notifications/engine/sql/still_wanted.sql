-- Whom the rules still want to be told of what is in scope, as things stand now.
wanted AS (
    SELECT scope.id AS obligation_id, scope.subject_type, scope.subject_id, scope.rule_id, standing.unit_id, standing.owner_id,
           NULL::bigint AS former_owner_id, NULL::bigint AS unreached_id, told.audience
    FROM scope
    JOIN notifications_reminderrule rule ON rule.id = scope.rule_id
    JOIN standing ON standing.subject_type = scope.subject_type AND standing.subject_id = scope.subject_id
     AND standing.anchor = rule.anchor AND standing.due_on = scope.due_on
    CROSS JOIN LATERAL unnest(rule.audiences) AS told(audience)
  UNION ALL
    SELECT scope.id, scope.subject_type, scope.subject_id, scope.rule_id, happened.unit_id, happened.owner_id, happened.former_owner_id, NULL, told.audience
    FROM scope
    JOIN notifications_reminderrule rule ON rule.id = scope.rule_id
    JOIN happened ON happened.event_id = scope.event_id
    CROSS JOIN LATERAL unnest(rule.audiences) AS told(audience)
    WHERE NOT happened.only_helps OR told.audience = 'unit_head'
  UNION ALL  -- an overview of this week: last week's figures are not sent
    SELECT scope.id, scope.subject_type, scope.subject_id, scope.rule_id, NULL, NULL, NULL, NULL, told.audience
    FROM scope
    JOIN notifications_reminderrule rule ON rule.id = scope.rule_id AND rule.anchor = 'week'
    JOIN tracker_review review ON review.id = scope.subject_id AND review.state = 'monitoring'
    CROSS JOIN LATERAL unnest(rule.audiences) AS told(audience)
    WHERE scope.due_on >= date_trunc('week', %(today)s::timestamp)::date
  UNION ALL
    SELECT scope.id, scope.subject_type, scope.subject_id, scope.rule_id, NULL, NULL, NULL, failed.recipient_id, told.audience
    FROM scope
    JOIN notifications_reminderrule rule ON rule.id = scope.rule_id AND rule.anchor = 'failure'
    JOIN notifications_envelope failed ON failed.id = scope.subject_id AND failed.state = 'failed'
    CROSS JOIN LATERAL unnest(rule.audiences) AS told(audience)
  UNION ALL
    SELECT scope.id, scope.subject_type, scope.subject_id, scope.rule_id, NULL, unseen.starter_id, NULL, NULL, told.audience
    FROM scope
    JOIN notifications_reminderrule rule ON rule.id = scope.rule_id AND rule.anchor = 'job'
    JOIN unseen ON unseen.subject_type = scope.subject_type AND unseen.subject_id = scope.subject_id
     AND unseen.occurrence = scope.occurrence
    CROSS JOIN LATERAL unnest(rule.audiences) AS told(audience)
)
