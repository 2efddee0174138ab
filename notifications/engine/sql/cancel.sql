-- Drop what no longer holds, with the reason: done, seen, moved, declined, given to somebody else, overtaken by the next
-- week, or the account is disabled.
UPDATE notifications_obligation obligation
SET state = 'cancelled', reason = CASE
    WHEN NOT recipient.is_active THEN 'inactive'
    WHEN EXISTS (SELECT FROM declined WHERE declined.rule_id = scope.rule_id AND declined.user_id = scope.recipient_id)
        THEN 'declined'
    WHEN EXISTS (SELECT FROM wanted WHERE wanted.obligation_id = scope.id) THEN 'reassigned'
    WHEN rule.anchor IN ('action_due', 'submission_due') AND EXISTS (
        SELECT FROM standing
        WHERE standing.subject_type = scope.subject_type AND standing.subject_id = scope.subject_id
          AND standing.anchor = rule.anchor) THEN 'rescheduled'
    WHEN rule.anchor = 'job' THEN 'seen'
    WHEN rule.anchor = 'week' AND scope.due_on < date_trunc('week', %(today)s::timestamp)::date THEN 'superseded'
    ELSE 'closed' END
FROM scope
JOIN tracker_user recipient ON recipient.id = scope.recipient_id
JOIN notifications_reminderrule rule ON rule.id = scope.rule_id
WHERE obligation.id = scope.id AND NOT EXISTS (
    SELECT FROM addressed WHERE addressed.obligation_id = scope.id AND addressed.user_id = scope.recipient_id)
