-- A bundle its day has passed over gives its contents to the next one. One that may have arrived keeps them.
WITH stale AS (
    UPDATE notifications_envelope
    SET state = 'suppressed', reason = 'superseded'
    WHERE kind = 'bundle' AND state = 'queued' AND possible_duplicates = 0 AND not_after <= %(now)s
    RETURNING id
)
UPDATE notifications_obligation obligation
SET state = 'planned', envelope_id = NULL
FROM stale
WHERE obligation.envelope_id = stale.id AND obligation.state = 'bound'
