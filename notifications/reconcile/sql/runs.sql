-- Since when the books are judged, the plans written since then, and for each moment of the ledger the days it may
-- have been written for. The plan of a day is taken as it had to be when it was written, and when the next one was.
CREATE TEMP TABLE books ON COMMIT DROP AS
SELECT statement_timestamp() AS opened_at, greatest(
    (SELECT max(written_at) FROM notifications_plannerrun WHERE business_date < %(first_day)s),
    (SELECT max(changed_at) FROM notifications_registerchange WHERE register = ''), '-infinity') AS since;

CREATE TEMP TABLE books_run ON COMMIT DROP AS
SELECT run.business_date AS day, run.written_at AS at,
       coalesce(lead(run.written_at) OVER (ORDER BY run.business_date), books.opened_at) AS next_at,
       (run.finished_at AT TIME ZONE %(zone)s)::date AS turned_on
FROM notifications_plannerrun run, books
WHERE run.business_date BETWEEN %(first_day)s AND %(last_day)s AND run.written_at > books.since;

CREATE TEMP TABLE books_day ON COMMIT DROP AS
SELECT written.at, meant.day
FROM (SELECT DISTINCT written_at AS at FROM notifications_obligation, books WHERE written_at > books.since) written
CROSS JOIN LATERAL (
    SELECT unnest(ARRAY[business_date, turned_on]) FROM (
        (SELECT business_date, (finished_at AT TIME ZONE %(zone)s)::date FROM notifications_plannerrun
         WHERE written_at <= written.at AND business_date >= %(first_day)s::date - 20 ORDER BY written_at DESC LIMIT 2)
      UNION ALL
        (SELECT business_date, (finished_at AT TIME ZONE %(zone)s)::date FROM notifications_plannerrun
         WHERE written_at >= written.at AND business_date >= %(first_day)s::date - 20 ORDER BY written_at LIMIT 1)
    ) AS near(business_date, turned_on)
  UNION
    SELECT %(last_day)s::date WHERE NOT EXISTS (SELECT FROM notifications_plannerrun WHERE written_at >= written.at)
) AS meant(day)
