-- Everything owed that is not yet in an e-mail.
scope AS (
    SELECT * FROM notifications_obligation WHERE state = 'planned'
)
