-- What may justify each line of the ledger: the thing, the date and the step it names, as anything stood about the
-- time it was written, and those whom the rule names then.
CREATE TEMP TABLE books_row ON COMMIT DROP AS
SELECT obligation.id, obligation.subject_type, obligation.subject_id, obligation.subject_ref, obligation.recipient_id,
       obligation.rule_id, obligation.event_id, obligation.due_on, obligation.occurrence, obligation.fire_on, obligation.written_at,
       rule.anchor, rule.code, rule.offsets, rule.repeat_every, rule.in_working_days, rule.audiences, rule.verbs, rule.valid_from,
       coalesce(rule.valid_to, 'infinity') AS valid_to, rule.tells_the_doer,
       obligation.written_at - %(slack)s::interval AS from_at, obligation.written_at + %(slack)s::interval AS until_at
FROM books JOIN notifications_obligation obligation ON obligation.written_at > books.since AND obligation.written_at < books.opened_at
JOIN notifications_reminderrule rule ON rule.id = obligation.rule_id;

CREATE TEMP TABLE books_sight ON COMMIT DROP AS  -- the registers as they may have been seen: the last changes may not have been committed
SELECT written.at, seen.epoch
FROM (SELECT DISTINCT written_at AS at FROM books_row) AS written
CROSS JOIN LATERAL (
    (SELECT epoch FROM books_epoch WHERE epoch <= written.at ORDER BY epoch DESC LIMIT 5)
  UNION
    (SELECT epoch FROM books_epoch WHERE epoch <= written.at - %(slack)s::interval ORDER BY epoch DESC LIMIT 1)
) AS seen;
ANALYZE books_row, books_sight, books_event, books_concern;

INSERT INTO books_wanted
WITH due AS (  -- the step is one of the rule's, and falls on the day from which it is owed
    SELECT entry.*
    FROM books_row entry CROSS JOIN LATERAL (SELECT max(value) FROM unnest(offsets) AS value) AS furthest(step)
    WHERE (occurrence = ANY (offsets) OR occurrence > furthest.step AND mod(occurrence - furthest.step, repeat_every) = 0)
      AND fire_on BETWEEN valid_from AND valid_to AND (due_on < %(first_day)s::date - %(longest)s::int OR EXISTS (
        SELECT FROM books_calendar origin
        LEFT JOIN books_calendar eve ON NOT in_working_days AND eve.version = origin.version AND eve.day = origin.day + occurrence - 1
        JOIN books_calendar fire ON fire.version = origin.version AND fire.day = fire_on AND fire.is_worked
         AND fire.number = CASE WHEN in_working_days THEN origin.number + occurrence ELSE eve.number + 1 END
        WHERE origin.day = due_on AND origin.from_at <= entry.until_at AND origin.until_at > entry.from_at))
),
justified AS (
    SELECT due.*, day.day, standing.unit_id, standing.owner_id, NULL::bigint AS former_owner_id, NULL::bigint AS actor_id
    FROM due
    JOIN books_standing standing ON standing.subject_type = due.subject_type AND standing.subject_id = due.subject_id
     AND standing.anchor = due.anchor AND standing.due_on = due.due_on
     AND standing.from_at <= due.until_at AND standing.until_at > due.from_at
    JOIN books_day day ON day.at = due.written_at AND day.day >= due.fire_on
  UNION ALL
    SELECT due.*, day.day, NULL, NULL, NULL, NULL
    FROM due
    JOIN books_day day ON day.at = due.written_at AND date_trunc('week', day.day) = date_trunc('week', due.due_on)
    JOIN books_review review ON due.subject_type = 'review' AND review.id = due.subject_id AND review.state = 'monitoring'
     AND review.from_at <= due.until_at AND review.until_at > due.from_at
    WHERE due.anchor = 'week'
  UNION ALL
    SELECT entry.*, day.day, concern.unit_id, concern.owner_id, event.former_owner_id,
           CASE WHEN NOT entry.tells_the_doer THEN event.actor_id END
    FROM books_row entry
    JOIN books_event event ON event.id = entry.event_id AND event.subject = entry.subject_type AND event.subject_id = entry.subject_id
     AND event.happened_on = entry.due_on AND event.number = entry.occurrence AND event.subject || '.' || event.verb = ANY (entry.verbs)
    JOIN books_concern concern ON concern.event_id = event.id AND concern.from_at <= entry.until_at
    CROSS JOIN LATERAL (
        SELECT day.day FROM books_day day WHERE day.at = entry.written_at
      UNION
        SELECT generate_series(event.happened_on, event.happened_on + 1, interval '1 day')::date) AS day
    WHERE entry.anchor = 'event' AND event.happened_on BETWEEN entry.valid_from AND entry.valid_to
)
SELECT DISTINCT 'row', justified.id, 1, 1, justified.day, sight.epoch, justified.from_at, justified.until_at, subject_type, subject_id,
       subject_ref, code, rule_id, code, due_on, occurrence, audience, unit_id, owner_id, former_owner_id, actor_id
FROM justified
JOIN books_sight sight ON sight.at = justified.written_at
CROSS JOIN LATERAL unnest(audiences) AS audience
