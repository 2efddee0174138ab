-- Their starters, under the rule in force on the day of the outcome, once it has waited long enough to be seen.
wanted AS (
    SELECT unseen.subject_type, unseen.subject_id, unseen.subject_ref, (unseen.unseen_since AT TIME ZONE %(zone)s)::date AS due_on,
           unseen.occurrence, rule.id AS rule_id, NULL::bigint AS unit_id, unseen.starter_id AS owner_id,
           NULL::bigint AS former_owner_id, NULL::bigint AS unreached_id, told.audience, told.rank
    FROM unseen
    JOIN notifications_reminderrule rule ON rule.anchor = 'job'
     AND (unseen.unseen_since AT TIME ZONE %(zone)s)::date BETWEEN rule.valid_from AND coalesce(rule.valid_to, 'infinity')
    CROSS JOIN LATERAL unnest(rule.audiences) WITH ORDINALITY AS told(audience, rank)
    WHERE unseen.unseen_since BETWEEN %(since)s AND %(until)s
)
