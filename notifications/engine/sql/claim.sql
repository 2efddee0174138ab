-- Take the next e-mails that are due, and those whose sender died with them; of the latter the ones that were
-- being sent may have arrived, so they are counted. While sending is held nothing is taken.
-- They are chosen once, before anything is written: as a subquery the choice may be made again for every row.
WITH due AS MATERIALIZED (
    SELECT id FROM notifications_envelope
    WHERE (state = 'queued' AND next_attempt_at <= %(now)s AND (lease_until IS NULL OR lease_until < %(now)s)
           AND (not_after > %(now)s OR possible_duplicates > 0)
           OR state = 'sending' AND lease_until < %(now)s)
      AND NOT EXISTS (SELECT FROM notifications_hold WHERE released_at IS NULL)
    ORDER BY next_attempt_at, id
    LIMIT %(at_most)s
    FOR UPDATE SKIP LOCKED
)
UPDATE notifications_envelope mail
SET state = 'queued', lease_token = %(token)s, lease_until = %(lease_until)s,
    possible_duplicates = mail.possible_duplicates + (mail.state = 'sending')::int
FROM due
WHERE mail.id = due.id
RETURNING mail.id
