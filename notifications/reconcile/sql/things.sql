-- The things as they stood, from one moment to the next: walked backwards from the present by the lines of the history.
CREATE TEMP TABLE books_line ON COMMIT DROP AS
SELECT event.subject, event.subject_id, event.number, event.recorded_at, was.fields,
       lag(event.recorded_at, 1, '-infinity') OVER (PARTITION BY event.subject, event.subject_id ORDER BY event.number) AS since
FROM books
JOIN tracker_event event ON event.recorded_at > books.since - %(slack)s::interval
LEFT JOIN LATERAL (  -- of each field what the first later line says it was before
    SELECT jsonb_object_agg(key, value) AS fields FROM (
        SELECT DISTINCT ON (key) key, value
        FROM tracker_event later CROSS JOIN jsonb_each(later.before)
        WHERE later.subject = event.subject AND later.subject_id = event.subject_id AND later.number >= event.number
        ORDER BY key, later.number) AS told
) AS was ON event.number > 1
WHERE event.subject IN ('action', 'extensionrequest', 'submission', 'review', 'question') AND (event.number = 1 OR event.before <> '{}');

CREATE TEMP TABLE books_last ON COMMIT DROP AS
SELECT subject, subject_id, max(recorded_at) AS at FROM books_line GROUP BY subject, subject_id;

CREATE TEMP TABLE books_action ON COMMIT DROP AS
SELECT was.id, was.ref, was.state, was.due_on, was.owner_id, was.lead_unit_id, was.accepted_on, was.progress_on, was.starts_on,
       was.reported_on, line.since AS from_at, line.recorded_at AS until_at
FROM books_line line JOIN tracker_action thing ON line.subject = 'action' AND thing.id = line.subject_id
CROSS JOIN LATERAL jsonb_populate_record(thing, line.fields) AS was
WHERE line.number > 1
UNION ALL
SELECT thing.id, thing.ref, thing.state, thing.due_on, thing.owner_id, thing.lead_unit_id, thing.accepted_on, thing.progress_on,
       thing.starts_on, thing.reported_on, coalesce(last.at, '-infinity'), 'infinity'
FROM tracker_action thing LEFT JOIN books_last last ON last.subject = 'action' AND last.subject_id = thing.id;

CREATE TEMP TABLE books_request ON COMMIT DROP AS
SELECT was.id, was.action_id, was.state, was.asked_on, line.since AS from_at, line.recorded_at AS until_at
FROM books_line line JOIN tracker_extensionrequest thing ON line.subject = 'extensionrequest' AND thing.id = line.subject_id
CROSS JOIN LATERAL jsonb_populate_record(thing, line.fields) AS was
WHERE line.number > 1
UNION ALL
SELECT thing.id, thing.action_id, thing.state, thing.asked_on, coalesce(last.at, '-infinity'), 'infinity'
FROM tracker_extensionrequest thing
LEFT JOIN books_last last ON last.subject = 'extensionrequest' AND last.subject_id = thing.id;

CREATE TEMP TABLE books_submission ON COMMIT DROP AS
SELECT was.id, was.review_id, was.unit_id, was.state, was.due_on, was.submitted_on, line.since AS from_at, line.recorded_at AS until_at
FROM books_line line JOIN plans_submission thing ON line.subject = 'submission' AND thing.id = line.subject_id
CROSS JOIN LATERAL jsonb_populate_record(thing, line.fields) AS was
WHERE line.number > 1
UNION ALL
SELECT thing.id, thing.review_id, thing.unit_id, thing.state, thing.due_on, thing.submitted_on, coalesce(last.at, '-infinity'), 'infinity'
FROM plans_submission thing LEFT JOIN books_last last ON last.subject = 'submission' AND last.subject_id = thing.id;

CREATE TEMP TABLE books_review ON COMMIT DROP AS
SELECT was.id, was.year, was.state, was.submissions_due_on, line.since AS from_at, line.recorded_at AS until_at
FROM books_line line JOIN tracker_review thing ON line.subject = 'review' AND thing.id = line.subject_id
CROSS JOIN LATERAL jsonb_populate_record(thing, line.fields) AS was
WHERE line.number > 1
UNION ALL
SELECT thing.id, thing.year, thing.state, thing.submissions_due_on, coalesce(last.at, '-infinity'), 'infinity'
FROM tracker_review thing LEFT JOIN books_last last ON last.subject = 'review' AND last.subject_id = thing.id;

CREATE TEMP TABLE books_question ON COMMIT DROP AS
SELECT was.id, was.unit_id, was.asked_by_id, was.answered_on, coalesce(action.ref, weakness.ref) AS ref, was.from_at, was.until_at
FROM (
    SELECT was.*, line.since AS from_at, line.recorded_at AS until_at
    FROM books_line line JOIN tracker_question thing ON line.subject = 'question' AND thing.id = line.subject_id
    CROSS JOIN LATERAL jsonb_populate_record(thing, line.fields) AS was
    WHERE line.number > 1
    UNION ALL
    SELECT thing.*, coalesce(last.at, '-infinity'), 'infinity'
    FROM tracker_question thing LEFT JOIN books_last last ON last.subject = 'question' AND last.subject_id = thing.id
) AS was
LEFT JOIN tracker_action action ON action.id = was.action_id
LEFT JOIN tracker_weakness weakness ON weakness.id = was.weakness_id
