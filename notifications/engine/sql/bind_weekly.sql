-- The week's page: one e-mail for each person who is owed it, with what leadership is to be told once a week.
WITH owed AS (
    SELECT obligation.id, obligation.recipient_id, rule.anchor = 'week' AS is_the_page
    FROM notifications_obligation obligation JOIN notifications_reminderrule rule ON rule.id = obligation.rule_id
    WHERE obligation.state = 'planned' AND obligation.fire_on <= %(today)s
      AND (rule.anchor = 'week' OR obligation.audience = 'leadership' AND NOT rule.leaves_at_once)
),
parcel AS (
    SELECT recipient_id, array_agg(id) AS contents
    FROM owed
    GROUP BY recipient_id
    HAVING bool_or(is_the_page) OR %(is_weekly_day)s
),
made AS (
    INSERT INTO notifications_envelope (
        recipient_id, address, kind, business_date, state, reason, created_at, not_before, not_after, next_attempt_at,
        attempts, setbacks, message_id, subject_line, text, html, content_sha256, server_reply, possible_duplicates)
    SELECT recipient.id, recipient.email, 'weekly-overview', %(today)s, 'queued', '', %(now)s, %(now)s, %(not_after)s,
           %(now)s, 0, 0, notifications_message_id('weekly-overview ' || recipient.id || ' ' || %(today)s::date, %(host)s),
           '', '', '', '', '', 0
    FROM parcel JOIN tracker_user recipient ON recipient.id = parcel.recipient_id
    ORDER BY recipient.id
    ON CONFLICT (message_id) DO NOTHING
    RETURNING id, recipient_id
)
UPDATE notifications_obligation obligation
SET state = 'bound', envelope_id = made.id
FROM made JOIN parcel USING (recipient_id)
WHERE obligation.id = ANY (parcel.contents)
