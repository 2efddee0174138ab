-- One bundle for each person who is owed something and has none today; leadership reads the page of the
-- week. Colleagues follow one another: what those of a unit may see is then asked once for all of them.
WITH made AS (
    INSERT INTO notifications_envelope (
        recipient_id, address, kind, business_date, state, reason, created_at, not_before, not_after, next_attempt_at,
        attempts, setbacks, message_id, subject_line, text, html, content_sha256, server_reply, possible_duplicates)
    SELECT recipient.id, recipient.email, 'bundle', %(today)s, 'queued', '', %(now)s, %(now)s, %(not_after)s, %(now)s,
           0, 0, notifications_message_id('bundle ' || recipient.id || ' ' || %(today)s::date, %(host)s), '', '', '', '', '', 0
    FROM tracker_user recipient
    WHERE recipient.id IN (
        SELECT obligation.recipient_id
        FROM notifications_obligation obligation JOIN notifications_reminderrule rule ON rule.id = obligation.rule_id
        WHERE obligation.state = 'planned' AND obligation.fire_on <= %(today)s AND NOT rule.leaves_at_once
          AND obligation.audience <> 'leadership')
    ORDER BY (SELECT min(unit_id) FROM tracker_membership WHERE user_id = recipient.id), recipient.id
    ON CONFLICT (recipient_id, business_date) WHERE kind = 'bundle' DO NOTHING
    RETURNING id, recipient_id
)
UPDATE notifications_obligation obligation
SET state = 'bound', envelope_id = made.id
FROM made, notifications_reminderrule rule
WHERE obligation.recipient_id = made.recipient_id AND rule.id = obligation.rule_id AND NOT rule.leaves_at_once
  AND obligation.state = 'planned' AND obligation.fire_on <= %(today)s
  AND obligation.audience <> 'leadership'
