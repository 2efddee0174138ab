-- What the counting rules wanted at each plan: for each thing and rule the furthest step that was reached.
-- Asked twice, for the moment the plan was written and for the next: what changed in between is left to the engine.
CREATE TEMP TABLE books_wanted (
    source text, round bigint, moment int, moments int, day date, epoch timestamptz, from_at timestamptz, until_at timestamptz,
    subject_type text, subject_id bigint, subject_ref text, topic text, rule_id bigint, rule_code text, due_on date, occurrence int,
    audience text, unit_id bigint, owner_id bigint, former_owner_id bigint, actor_id bigint
) ON COMMIT DROP;
INSERT INTO books_wanted
WITH asked AS (
    SELECT day, moment, asked.at FROM books_run run CROSS JOIN LATERAL (VALUES (1, run.at), (2, run.next_at)) AS asked(moment, at)
),
ahead AS (
    SELECT 45 - 2 * least(0, min(value)) AS days FROM books_rule, unnest(offsets) AS value
),
owing AS (
    SELECT asked.moment, asked.day, asked.at, subject_type, subject_id, subject_ref, anchor, due_on, unit_id, owner_id
    FROM ahead CROSS JOIN asked
    JOIN books_standing standing ON standing.from_at <= asked.at AND standing.until_at > asked.at AND standing.due_on <= asked.day + ahead.days
  UNION ALL  -- the overview of the week
    SELECT asked.moment, asked.day, asked.at, 'review', review.id, review.year::text, 'week', week.begins_on, NULL, NULL
    FROM asked JOIN books_review review ON review.state = 'monitoring' AND review.from_at <= asked.at AND review.until_at > asked.at
    CROSS JOIN LATERAL (
        SELECT min(day) AS begins_on FROM books_calendar calendar
        WHERE calendar.is_worked AND calendar.day BETWEEN date_trunc('week', asked.day)::date AND date_trunc('week', asked.day)::date + 60
          AND calendar.from_at <= asked.at AND calendar.until_at > asked.at) AS week
),
passed AS (
    SELECT owing.*, rule.id AS rule_id, rule.code, rule.offsets, rule.repeat_every, rule.in_working_days, rule.audiences,
           rule.valid_from, rule.valid_to, origin.version, origin.number AS origin, origin.day AS counts_from,
           CASE WHEN rule.in_working_days THEN today.number - origin.number ELSE today.day - origin.day END AS days
    FROM owing
    JOIN books_rule rule ON rule.anchor = owing.anchor AND rule.from_at <= owing.at AND rule.until_at > owing.at
    JOIN books_calendar today ON today.day = owing.day AND today.from_at <= owing.at AND today.until_at > owing.at
    JOIN books_calendar origin ON origin.version = today.version AND origin.day = greatest(owing.due_on, owing.day - %(longest)s::int)
),
reached AS (
    SELECT passed.*, step.value AS occurrence
    FROM passed CROSS JOIN LATERAL (
        SELECT max(value) FROM (
            SELECT unnest(offsets) UNION ALL
            SELECT generate_series((SELECT max(value)::int FROM unnest(offsets) AS value), days, repeat_every::int)) AS steps(value)
        WHERE value <= days) AS step(value)
    WHERE step.value IS NOT NULL
),
dated AS (
    SELECT reached.*, fire.day AS fire_on
    FROM reached
    LEFT JOIN books_calendar eve ON NOT in_working_days AND eve.version = reached.version AND eve.day = counts_from + occurrence - 1
    JOIN books_calendar fire ON fire.version = reached.version AND fire.is_worked
     AND fire.number = CASE WHEN in_working_days THEN origin + occurrence ELSE eve.number + 1 END
)
SELECT 'run', dated.day - date '2000-01-01', moment, 2, dated.day, epoch.epoch, dated.at, dated.at, subject_type, subject_id, subject_ref,
       anchor, rule_id, code, due_on, occurrence, audience, unit_id, owner_id, NULL, NULL
FROM dated
JOIN books_epoch epoch ON epoch.epoch <= dated.at AND epoch.until_at > dated.at
CROSS JOIN LATERAL unnest(audiences) AS audience
WHERE fire_on <= dated.day AND fire_on BETWEEN valid_from AND coalesce(valid_to, 'infinity')
