-- The registers as they stood: rules, accounts, roles and absences, with the moments between which each row was known.
-- An epoch is a stretch in which nobody's account, role or absence was changed.
CREATE TEMP TABLE books_entry ON COMMIT DROP AS
SELECT register, row_id, before, changed_at AS until_at,
       lag(changed_at, 1, '-infinity') OVER (PARTITION BY register, row_id ORDER BY change.id) AS from_at
FROM notifications_registerchange change, books
WHERE register <> '' AND changed_at > books.since - %(slack)s::interval;

CREATE TEMP TABLE books_known ON COMMIT DROP AS
SELECT register, row_id, max(until_at) AS at FROM books_entry GROUP BY register, row_id;

CREATE TEMP TABLE books_rule ON COMMIT DROP AS
SELECT was.id, was.code, was.valid_from, was.valid_to, was.anchor, was.verbs, was.offsets, was.repeat_every, was.in_working_days,
       was.audiences, was.is_compulsory, was.tells_the_doer, entry.from_at, entry.until_at
FROM books_entry entry CROSS JOIN LATERAL jsonb_populate_record(NULL::notifications_reminderrule, before) AS was
WHERE register = 'notifications_reminderrule' AND before IS NOT NULL
UNION ALL
SELECT rule.id, rule.code, rule.valid_from, rule.valid_to, rule.anchor, rule.verbs, rule.offsets, rule.repeat_every,
       rule.in_working_days, rule.audiences, rule.is_compulsory, rule.tells_the_doer, coalesce(known.at, '-infinity'), 'infinity'
FROM notifications_reminderrule rule
LEFT JOIN books_known known ON known.register = 'notifications_reminderrule' AND known.row_id = rule.id;

CREATE TEMP TABLE books_account ON COMMIT DROP AS
SELECT row_id AS id, (before ->> 'is_active')::boolean AS is_active, from_at, until_at
FROM books_entry WHERE register = 'tracker_user' AND before IS NOT NULL
UNION ALL
SELECT person.id, person.is_active, coalesce(known.at, '-infinity'), 'infinity'
FROM tracker_user person LEFT JOIN books_known known ON known.register = 'tracker_user' AND known.row_id = person.id;

CREATE TEMP TABLE books_membership ON COMMIT DROP AS
SELECT was.user_id, was.unit_id, was.role, was.valid_from, was.valid_to, entry.from_at, entry.until_at
FROM books_entry entry CROSS JOIN LATERAL jsonb_populate_record(NULL::tracker_membership, before) AS was
WHERE register = 'tracker_membership' AND before IS NOT NULL
UNION ALL
SELECT held.user_id, held.unit_id, held.role, held.valid_from, held.valid_to, coalesce(known.at, '-infinity'), 'infinity'
FROM tracker_membership held LEFT JOIN books_known known ON known.register = 'tracker_membership' AND known.row_id = held.id;

CREATE TEMP TABLE books_delegation ON COMMIT DROP AS
SELECT was.id, was.absentee_id, was.stand_in_id, was.starts_on, was.ends_on, entry.from_at, entry.until_at
FROM books_entry entry CROSS JOIN LATERAL jsonb_populate_record(NULL::tracker_delegation, before) AS was
WHERE register = 'tracker_delegation' AND before IS NOT NULL
UNION ALL
SELECT absence.id, absence.absentee_id, absence.stand_in_id, absence.starts_on, absence.ends_on, coalesce(known.at, '-infinity'), 'infinity'
FROM tracker_delegation absence LEFT JOIN books_known known ON known.register = 'tracker_delegation' AND known.row_id = absence.id;

CREATE TEMP TABLE books_watch ON COMMIT DROP AS
SELECT was.user_id, was.action_id, entry.from_at, entry.until_at
FROM books_entry entry CROSS JOIN LATERAL jsonb_populate_record(NULL::tracker_watch, before) AS was
WHERE register = 'tracker_watch' AND before IS NOT NULL
UNION ALL
SELECT watch.user_id, watch.action_id, coalesce(known.at, '-infinity'), 'infinity'
FROM tracker_watch watch LEFT JOIN books_known known ON known.register = 'tracker_watch' AND known.row_id = watch.id;

CREATE TEMP TABLE books_epoch ON COMMIT DROP AS
SELECT at AS epoch, lead(at, 1, 'infinity') OVER (ORDER BY at) AS until_at
FROM (SELECT '-infinity'::timestamptz AS at UNION
      SELECT until_at FROM books_entry WHERE register IN ('tracker_user', 'tracker_membership', 'tracker_delegation')) AS changed;

CREATE TEMP TABLE books_calendar ON COMMIT DROP AS
SELECT version, day, number, coalesce(from_at, '-infinity') AS from_at, coalesce(until_at, 'infinity') AS until_at,
       number > lag(number, 1, 0) OVER (PARTITION BY version ORDER BY day) AS is_worked
FROM unnest(%(versions)s::int[], %(days)s::date[], %(numbers)s::int[]) AS counted(version, day, number)
JOIN unnest(%(known)s::int[], %(known_from)s::timestamptz[], %(known_until)s::timestamptz[]) AS known(version, from_at, until_at)
     USING (version);
CREATE INDEX ON books_calendar (day);
CREATE INDEX ON books_calendar (number);
ANALYZE books_line, books_action, books_standing, books_membership, books_calendar, books_epoch, books_day
