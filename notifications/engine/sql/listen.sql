-- Owe the news to everybody concerned, to the person who made it only as a receipt; of several of one kind the last one counts.
INSERT INTO notifications_obligation
    (subject_type, subject_id, subject_ref, recipient_id, audience, rule_id, event_id, due_on, occurrence, fire_on, state, reason)
SELECT DISTINCT ON (subject_type, subject_id, rule_id, user_id)
    subject_type, subject_id, subject_ref, user_id, audience, rule_id, event_id, due_on, occurrence, due_on, 'planned', ''
FROM addressed
WHERE user_id IS DISTINCT FROM actor_id OR tells_the_doer
ORDER BY subject_type, subject_id, rule_id, user_id, event_id DESC, rank
ON CONFLICT DO NOTHING
