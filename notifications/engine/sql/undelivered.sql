-- Mails that failed in the last days, with the rule that was in force on their business date.
wanted AS (
    SELECT 'envelope' AS subject_type, failed.id AS subject_id, coalesce(nullif(left(failed.address, 60), ''), left(person.full_name, 60)) AS subject_ref,
           failed.business_date AS due_on, 0 AS occurrence, rule.id AS rule_id, NULL::bigint AS unit_id, NULL::bigint AS owner_id,
           NULL::bigint AS former_owner_id, failed.recipient_id AS unreached_id, told.audience, told.rank
    FROM notifications_envelope failed
    JOIN tracker_user person ON person.id = failed.recipient_id
    JOIN notifications_reminderrule rule ON rule.anchor = 'failure'
     AND failed.business_date BETWEEN rule.valid_from AND coalesce(rule.valid_to, 'infinity')
    CROSS JOIN LATERAL unnest(rule.audiences) WITH ORDINALITY AS told(audience, rank)
    WHERE failed.state = 'failed' AND failed.kind <> rule.code
      AND coalesce((SELECT max(attempt.at) FROM notifications_deliveryattempt attempt WHERE attempt.envelope_id = failed.id),
                   failed.created_at) >= %(since)s
)
