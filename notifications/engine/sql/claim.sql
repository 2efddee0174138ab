-- Take one e-mail that is due, or one whose sender died with it; the latter may have arrived, so it is counted.
UPDATE notifications_envelope
SET state = 'sending', lease_token = %(token)s, lease_until = %(lease_until)s, attempts = attempts + 1,
    possible_duplicates = possible_duplicates + (state = 'sending')::int
WHERE id = (
    SELECT id FROM notifications_envelope
    WHERE state = 'queued' AND next_attempt_at <= %(now)s AND (not_after > %(now)s OR possible_duplicates > 0)
       OR state = 'sending' AND lease_until < %(now)s
    ORDER BY next_attempt_at, id
    LIMIT 1
    FOR UPDATE SKIP LOCKED)
RETURNING *
