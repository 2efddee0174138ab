-- Owe the news of each failed mail, once, to those who can put it right.
INSERT INTO notifications_obligation
    (subject_type, subject_id, subject_ref, recipient_id, audience, rule_id, due_on, occurrence, fire_on, state, reason)
SELECT DISTINCT ON (subject_id, rule_id, user_id)
    'envelope', subject_id, subject_ref, user_id, audience, rule_id, due_on, 0, %(today)s::date, 'planned', ''
FROM addressed
ORDER BY subject_id, rule_id, user_id, rank
ON CONFLICT DO NOTHING
