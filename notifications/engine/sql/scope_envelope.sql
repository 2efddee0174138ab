-- What one e-mail is about to tell.
scope AS (
    SELECT * FROM notifications_obligation WHERE envelope_id = %(envelope)s AND state = 'bound'
)
