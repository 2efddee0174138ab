-- What these e-mails are about to tell.
scope AS (
    SELECT * FROM notifications_obligation WHERE envelope_id = ANY (%(envelopes)s) AND state = 'bound'
)
