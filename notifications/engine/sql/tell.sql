-- Owe the news of what stands so at this moment, once, to those it concerns: a failed mail, a job that is done.
INSERT INTO notifications_obligation
    (subject_type, subject_id, subject_ref, recipient_id, audience, rule_id, due_on, occurrence, fire_on, state, reason)
SELECT DISTINCT ON (subject_type, subject_id, rule_id, user_id)
    subject_type, subject_id, subject_ref, user_id, audience, rule_id, due_on, occurrence, %(today)s::date, 'planned', ''
FROM addressed
ORDER BY subject_type, subject_id, rule_id, user_id, rank
ON CONFLICT DO NOTHING
