-- For each thing and rule the last offset that has been reached today, and the working day it fell on.
-- A date before the window counts as its first day: it is overdue beyond measure either way.
reached AS (
    SELECT standing.*, origin.day AS counts_from, origin.number AS origin_number,
           rule.id AS rule_id, rule.code AS rule_code, rule.audiences,
           rule.in_working_days, rule.offsets, rule.repeat_every, rule.valid_from, rule.valid_to,
           CASE WHEN rule.in_working_days THEN present_day.number - origin.number
                ELSE present_day.day - origin.day END AS passed
    FROM (SELECT * FROM standing UNION ALL SELECT * FROM this_week) AS standing
    JOIN notifications_reminderrule rule ON rule.anchor = standing.anchor
    JOIN calendar origin ON origin.day = greatest(standing.due_on, %(first_day)s::date)
    JOIN calendar present_day ON present_day.day = %(today)s
),
counted AS (
    SELECT reached.*, coalesce(
        CASE WHEN passed >= furthest.offset_value
             THEN furthest.offset_value + repeat_every * ((passed - furthest.offset_value) / repeat_every) END,
        (SELECT max(value) FROM unnest(offsets) AS value WHERE value <= passed)) AS occurrence
    FROM reached CROSS JOIN LATERAL (SELECT max(value) FROM unnest(offsets) AS value) AS furthest(offset_value)
),
fired AS (
    SELECT counted.*, working_day.day AS fire_on
    FROM counted
    LEFT JOIN calendar eve ON NOT in_working_days AND eve.day = counts_from + occurrence - 1
    JOIN working_day
      ON working_day.number = CASE WHEN in_working_days THEN origin_number + occurrence ELSE eve.number + 1 END
    WHERE occurrence IS NOT NULL AND working_day.day <= %(today)s
      AND working_day.day >= valid_from AND working_day.day <= coalesce(valid_to, 'infinity')
),
wanted AS (
    SELECT fired.*, NULL::bigint AS former_owner_id, NULL::bigint AS unreached_id, told.audience, told.rank
    FROM fired CROSS JOIN LATERAL unnest(fired.audiences) WITH ORDINALITY AS told(audience, rank)
)
