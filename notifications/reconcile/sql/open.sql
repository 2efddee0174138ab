-- Each discrepancy is opened once, however often it is found.
INSERT INTO notifications_discrepancy (kind, subject_type, subject_id, subject_ref, recipient_id, rule_id, due_on, occurrence)
SELECT kind, subject_type, subject_id, subject_ref, recipient_id, rule_id, due_on, occurrence FROM books_found
ORDER BY kind, subject_type, subject_id, recipient_id, rule_id, due_on, occurrence
ON CONFLICT (kind, subject_type, subject_id, recipient_id, rule_id, due_on, occurrence) WHERE settled_at IS NULL DO NOTHING
