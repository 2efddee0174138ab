-- The review whose plan is being watched, from the first working day of this week on; once a week, even when the
-- calendar of the week is changed after its overview was owed.
this_week AS (
    SELECT 'review' AS subject_type, review.id AS subject_id, review.year::text AS subject_ref, 'week' AS anchor,
           week.due_on, NULL::bigint AS unit_id, NULL::bigint AS owner_id
    FROM tracker_review review
    CROSS JOIN (SELECT min(day) AS due_on FROM working_day
                WHERE day >= date_trunc('week', %(today)s::timestamp)::date) AS week
    WHERE review.state = 'monitoring' AND %(only)s::bigint[] IS NULL AND NOT EXISTS (
        SELECT FROM notifications_obligation owed JOIN notifications_reminderrule rule ON rule.id = owed.rule_id
        WHERE owed.subject_type = 'review' AND owed.subject_id = review.id AND rule.anchor = 'week'
          AND owed.due_on >= date_trunc('week', %(today)s::timestamp)::date AND owed.due_on <> week.due_on)
)
