-- A bundle or page of the week whose time has passed gives its contents to the next one; one that may have arrived
-- keeps them. Other mail that could not leave for so long is of no use to anybody any more.
WITH stale AS (
    UPDATE notifications_envelope
    SET state = 'suppressed', lease_token = NULL, lease_until = NULL,
        reason = CASE WHEN kind IN ('bundle', 'weekly-overview') THEN 'superseded' ELSE 'expired' END
    WHERE state IN ('queued', 'held') AND possible_duplicates = 0 AND not_after <= %(now)s
    RETURNING id, reason
)
UPDATE notifications_obligation obligation
SET state = CASE stale.reason WHEN 'superseded' THEN 'planned' ELSE 'suppressed' END,
    reason = CASE stale.reason WHEN 'superseded' THEN '' ELSE 'expired' END,
    envelope_id = CASE stale.reason WHEN 'superseded' THEN NULL ELSE stale.id END
FROM stale
WHERE obligation.envelope_id = stale.id AND obligation.state = 'bound'
