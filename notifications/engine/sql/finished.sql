-- What came of a mail, written where id and token still match; a sender that was overtaken changes nothing.
finished AS (
    UPDATE notifications_envelope
    SET state = %(state)s, reason = %(reason)s, lease_token = NULL, lease_until = NULL, server_reply = %(server_reply)s,
        sent_at = %(sent_at)s, next_attempt_at = coalesce(%(next_attempt_at)s, next_attempt_at),
        setbacks = setbacks + %(setbacks)s, possible_duplicates = possible_duplicates + %(possible_duplicates)s
    WHERE id = %(done)s AND lease_token = %(token)s
    RETURNING id, state
),
told AS (
    UPDATE notifications_obligation obligation
    SET state = 'done'
    FROM finished
    WHERE obligation.envelope_id = finished.id AND obligation.state = 'bound' AND finished.state = 'sent'
),
tried AS (
    INSERT INTO notifications_deliveryattempt (envelope_id, at, outcome, server_reply, content_sha256)
    SELECT %(done)s, %(at)s, CASE WHEN EXISTS (SELECT FROM finished) THEN %(outcome)s ELSE 'overtaken' END,
           %(server_reply)s, %(tried_sha256)s
    RETURNING outcome
)
