-- Owe each person the most pressing reminder of each thing; what is already written down stays as it is.
INSERT INTO notifications_obligation
    (subject_type, subject_id, subject_ref, recipient_id, audience, rule_id, due_on, occurrence, fire_on, state, reason)
SELECT DISTINCT ON (subject_type, subject_id, anchor, user_id)
    subject_type, subject_id, subject_ref, user_id, audience, rule_id, due_on, occurrence, fire_on, 'planned', ''
FROM addressed
ORDER BY subject_type, subject_id, anchor, user_id, occurrence DESC, rank
ON CONFLICT DO NOTHING
