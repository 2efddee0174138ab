-- Owe each person the most pressing reminder of each thing; what is already written down stays as it is, also when
-- the rule has been superseded since. What was cancelled untold and holds again is owed again.
INSERT INTO notifications_obligation
    (subject_type, subject_id, subject_ref, recipient_id, audience, rule_id, due_on, occurrence, fire_on, state, reason)
SELECT DISTINCT ON (subject_type, subject_id, anchor, user_id)
    subject_type, subject_id, subject_ref, user_id, audience, rule_id, due_on, occurrence, fire_on, 'planned', ''
FROM addressed
WHERE NOT EXISTS (
    SELECT FROM notifications_obligation earlier JOIN notifications_reminderrule rule ON rule.id = earlier.rule_id
    WHERE earlier.subject_type = addressed.subject_type AND earlier.subject_id = addressed.subject_id
      AND earlier.recipient_id = addressed.user_id AND earlier.due_on = addressed.due_on
      AND earlier.occurrence = addressed.occurrence AND rule.code = addressed.rule_code AND rule.id <> addressed.rule_id)
ORDER BY subject_type, subject_id, anchor, user_id, occurrence DESC, rule_code, rank
ON CONFLICT ON CONSTRAINT obligation_once DO UPDATE
SET state = 'planned', reason = '', envelope_id = NULL
WHERE notifications_obligation.state = 'cancelled'
  AND notifications_obligation.reason IN ('inactive', 'reassigned', 'closed', 'rescheduled')
