-- What is found no more is settled.
UPDATE notifications_discrepancy open SET settled_at = statement_timestamp()
WHERE settled_at IS NULL AND NOT EXISTS (
    SELECT FROM books_found found
    WHERE (found.kind, found.subject_type, found.subject_id, found.recipient_id, found.rule_id, found.due_on, found.occurrence)
        = (open.kind, open.subject_type, open.subject_id, open.recipient_id, open.rule_id, open.due_on, open.occurrence))
