-- The next mail is being sent from here on, with this content, unless its lease was lost or sending is held.
begun AS (
    UPDATE notifications_envelope
    SET state = 'sending', attempts = attempts + 1, lease_until = %(lease_until)s, subject_line = %(subject_line)s,
        text = %(text)s, html = %(html)s, calendar = %(calendar)s, thread = %(thread)s, is_optional = %(is_optional)s,
        content_sha256 = %(content_sha256)s
    WHERE id = %(next)s AND lease_token = %(next_token)s AND state = 'queued'
    RETURNING id
)
