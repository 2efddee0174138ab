-- Of several reminders of one thing not yet sent to one person only the latest is sent.
UPDATE notifications_obligation older
SET state = 'suppressed', reason = 'superseded'
FROM notifications_reminderrule older_rule, notifications_obligation newer, notifications_reminderrule newer_rule
WHERE older.state = 'planned' AND older_rule.id = older.rule_id AND older_rule.anchor <> 'event'
  AND newer.subject_type = older.subject_type AND newer.subject_id = older.subject_id
  AND newer.recipient_id = older.recipient_id AND newer.due_on = older.due_on
  AND newer.occurrence > older.occurrence AND newer.state IN ('planned', 'bound', 'done')
  AND newer_rule.id = newer.rule_id AND newer_rule.anchor = older_rule.anchor
