-- What had to be owed and is not in the ledger; what is in the ledger and nothing justifies.
CREATE TEMP TABLE books_owed ON COMMIT DROP AS
WITH pressing AS (  -- of the reminders of one thing each person is owed the most pressing
    SELECT DISTINCT ON (source, round, moment, subject_type, subject_id, topic, user_id) *
    FROM books_addressed addressed
    WHERE source <> 'row' AND NOT EXISTS (
        SELECT FROM notifications_optout declined JOIN books_rule rule ON rule.code = declined.kind AND NOT rule.is_compulsory
        WHERE rule.id = addressed.rule_id AND declined.user_id = addressed.user_id AND declined.declined_at <= addressed.until_at
          AND coalesce(declined.wanted_again_at, 'infinity') > addressed.from_at)
    ORDER BY source, round, moment, subject_type, subject_id, topic, user_id, occurrence DESC
)
SELECT source, round, topic, subject_type, subject_id, subject_ref, user_id, rule_id, rule_code, due_on, occurrence
FROM pressing
GROUP BY source, round, topic, subject_type, subject_id, subject_ref, user_id, rule_id, rule_code, due_on, occurrence
HAVING count(*) = max(moments);
ANALYZE books_owed;

CREATE TEMP TABLE books_found ON COMMIT DROP AS
SELECT DISTINCT 'missing' AS kind, subject_type, subject_id, subject_ref, user_id AS recipient_id, rule_id, due_on, occurrence
FROM books_owed owed
WHERE NOT EXISTS (
    SELECT FROM notifications_obligation written JOIN notifications_reminderrule rule ON rule.id = written.rule_id
    WHERE written.subject_type = owed.subject_type AND written.subject_id = owed.subject_id AND written.recipient_id = owed.user_id
      AND CASE source  -- of two rules with the same step either will do
        WHEN 'news' THEN rule.code = owed.topic AND written.event_id >= owed.round
        ELSE rule.anchor = owed.topic AND written.occurrence = owed.occurrence AND (
            written.due_on = owed.due_on OR topic = 'week' AND date_trunc('week', written.due_on) = date_trunc('week', owed.due_on)) END)
  AND NOT EXISTS (  -- news of it that is not heard yet may still change what is owed
    SELECT FROM tracker_event unheard
    WHERE unheard.subject = owed.subject_type AND unheard.subject_id = owed.subject_id
      AND unheard.id > (SELECT event_id FROM notifications_eventfloor)
      AND NOT EXISTS (SELECT FROM notifications_handledevent handled WHERE handled.event_id = unheard.id))
UNION
SELECT 'surplus', entry.subject_type, entry.subject_id, entry.subject_ref, entry.recipient_id, entry.rule_id, entry.due_on, entry.occurrence
FROM books_row entry
WHERE NOT EXISTS (
    SELECT FROM books_addressed addressed
    WHERE addressed.source = 'row' AND addressed.round = entry.id AND addressed.user_id = entry.recipient_id)
  AND NOT EXISTS (  -- a thing that was deleted cannot be judged any more
    SELECT FROM tracker_event known
    WHERE known.subject = entry.subject_type AND known.subject_id = entry.subject_id AND known.number = 1 AND NOT EXISTS (
        SELECT 1 FROM books_action WHERE entry.subject_type = 'action' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM books_request WHERE entry.subject_type = 'extensionrequest' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM books_submission WHERE entry.subject_type = 'submission' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM tracker_question WHERE entry.subject_type = 'question' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM notifications_chase WHERE entry.subject_type = 'chase' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM tracker_user WHERE entry.subject_type = 'user' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM tracker_review WHERE entry.subject_type = 'review' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM plans_amendment WHERE entry.subject_type = 'amendment' AND id = entry.subject_id
        UNION ALL SELECT 1 FROM plans_plan WHERE entry.subject_type = 'plan' AND id = entry.subject_id))
  AND NOT (entry.anchor = 'failure' AND EXISTS (
    SELECT FROM notifications_envelope failed
    WHERE entry.subject_type = 'envelope' AND failed.id = entry.subject_id AND failed.business_date = entry.due_on AND entry.occurrence = 0))
  AND NOT (entry.anchor = 'job' AND EXISTS (  -- whoever started it, whatever became of it since
    SELECT FROM plans_paperjob job WHERE entry.subject_type = 'paperjob' AND job.id = entry.subject_id AND job.asked_by_id = entry.recipient_id
    UNION ALL
    SELECT FROM plans_importjob job
    WHERE entry.subject_type = 'importjob' AND job.id = entry.subject_id AND entry.recipient_id IN (job.brought_by_id, job.imported_by_id)))
UNION  -- a job that was done long ago, of which whoever started it knows neither from its page nor from a mail
SELECT 'missing', job.subject_type, job.id, left(job.name, 60), job.starter_id, rule.id, (job.unseen_since AT TIME ZONE %(zone)s)::date, job.occurrence
FROM books
JOIN (
    SELECT 'paperjob', id, coalesce(nullif(file_name, ''), kind), asked_by_id, 0, unseen_since FROM plans_paperjob
    UNION ALL
    SELECT 'importjob', id, file_name, coalesce(imported_by_id, brought_by_id), version, unseen_since FROM plans_importjob
) AS job(subject_type, id, name, starter_id, occurrence, unseen_since)
  ON job.unseen_since > books.since AND job.unseen_since < books.opened_at - %(slack)s::interval
JOIN books_rule rule ON rule.anchor = 'job' AND rule.from_at <= job.unseen_since AND rule.until_at > books.opened_at
 AND (job.unseen_since AT TIME ZONE %(zone)s)::date BETWEEN rule.valid_from AND coalesce(rule.valid_to, 'infinity')
JOIN books_account person ON person.id = job.starter_id AND person.is_active AND person.from_at <= job.unseen_since AND person.until_at > books.opened_at
WHERE NOT EXISTS (
    SELECT FROM notifications_obligation written
    WHERE written.subject_type = job.subject_type AND written.subject_id = job.id AND written.occurrence = job.occurrence AND written.recipient_id = job.starter_id)
  AND (rule.is_compulsory OR NOT EXISTS (
    SELECT FROM notifications_optout declined WHERE declined.kind = rule.code AND declined.user_id = job.starter_id
     AND coalesce(declined.wanted_again_at, 'infinity') > job.unseen_since))
