-- What leaves at once: one e-mail for each person and kind of news.
WITH parcel AS (
    SELECT obligation.recipient_id, rule.code AS kind, array_agg(obligation.id) AS contents,
           string_agg(concat_ws(' ', subject_type, subject_id, due_on, occurrence), ' ' ORDER BY subject_type, subject_id, due_on, occurrence) AS key
    FROM notifications_obligation obligation JOIN notifications_reminderrule rule ON rule.id = obligation.rule_id
    WHERE obligation.state = 'planned' AND rule.leaves_at_once AND rule.anchor <> 'week'
    GROUP BY obligation.recipient_id, rule.code
),
made AS (
    INSERT INTO notifications_envelope (
        recipient_id, address, kind, business_date, state, reason, created_at, not_before, not_after, next_attempt_at,
        attempts, setbacks, message_id, subject_line, text, html, content_sha256, server_reply, possible_duplicates)
    SELECT recipient.id, recipient.email, parcel.kind, %(today)s, 'queued', '', %(now)s, %(now)s, %(not_after)s, %(now)s,
           0, 0, notifications_message_id(concat_ws(' ', parcel.kind, recipient.id, parcel.key), %(host)s), '', '', '', '', '', 0
    FROM parcel JOIN tracker_user recipient ON recipient.id = parcel.recipient_id
    ORDER BY recipient.id, parcel.kind
    RETURNING id, recipient_id, kind
)
UPDATE notifications_obligation obligation
SET state = 'bound', envelope_id = made.id
FROM made JOIN parcel USING (recipient_id, kind)
WHERE obligation.id = ANY (parcel.contents)
