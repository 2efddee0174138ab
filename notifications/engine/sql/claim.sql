-- Take the next e-mails that are due, and those whose sender died with them; of the latter the ones that were
-- being sent may have arrived, so they are counted. While sending is held nothing is taken.
UPDATE notifications_envelope
SET state = 'queued', lease_token = %(token)s, lease_until = %(lease_until)s,
    possible_duplicates = possible_duplicates + (state = 'sending')::int
WHERE id IN (
    SELECT id FROM notifications_envelope
    WHERE (state = 'queued' AND next_attempt_at <= %(now)s AND (lease_until IS NULL OR lease_until < %(now)s)
           AND (not_after > %(now)s OR possible_duplicates > 0)
           OR state = 'sending' AND lease_until < %(now)s)
      AND NOT EXISTS (SELECT FROM notifications_hold WHERE released_at IS NULL)
    ORDER BY next_attempt_at, id
    LIMIT %(at_most)s
    FOR UPDATE SKIP LOCKED)
RETURNING id
