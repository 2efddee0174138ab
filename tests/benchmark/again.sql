-- Every mail is waiting to be sent once more, as of now.
UPDATE notifications_obligation SET state = 'bound' WHERE state = 'done';
UPDATE notifications_envelope
SET state = 'queued', reason = '', sent_at = NULL, server_reply = '', attempts = 0, lease_token = NULL, lease_until = NULL,
    not_before = now() - interval '1 minute', next_attempt_at = now() - interval '1 minute',
    not_after = now() + interval '1 day';
