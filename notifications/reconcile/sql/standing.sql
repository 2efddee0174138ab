-- What stood open, from when to when, and the date its reminders count from.
CREATE TEMP TABLE books_standing ON COMMIT DROP AS
SELECT 'action' AS subject_type, id AS subject_id, ref AS subject_ref, 'action_due' AS anchor, due_on, lead_unit_id AS unit_id,
       owner_id, from_at, until_at
FROM books_action WHERE accepted_on IS NOT NULL AND state IN ('todo', 'doing', 'returned')
UNION ALL
SELECT 'action', id, ref, 'action_progress', coalesce(greatest(progress_on, starts_on), accepted_on), lead_unit_id, owner_id,
       from_at, until_at
FROM books_action WHERE accepted_on IS NOT NULL AND state = 'doing'
UNION ALL
SELECT 'action', id, ref, 'decision', reported_on, lead_unit_id, owner_id, from_at, until_at
FROM books_action WHERE state = 'reported'
UNION ALL
SELECT 'extensionrequest', request.id, action.ref, 'decision', request.asked_on, action.lead_unit_id, action.owner_id,
       greatest(request.from_at, action.from_at), least(request.until_at, action.until_at)
FROM books_request request
JOIN books_action action ON action.id = request.action_id AND action.from_at < request.until_at AND action.until_at > request.from_at
WHERE request.state = 'pending'
UNION ALL
SELECT 'submission', submission.id, unit.abbreviation, 'submission_due', coalesce(submission.due_on, review.submissions_due_on),
       submission.unit_id, NULL, greatest(submission.from_at, review.from_at), least(submission.until_at, review.until_at)
FROM books_submission submission
JOIN books_review review ON review.id = submission.review_id
 AND review.from_at < submission.until_at AND review.until_at > submission.from_at
JOIN tracker_unit unit ON unit.id = submission.unit_id
WHERE review.state IN ('open', 'consolidating') AND submission.state IN ('not_started', 'draft', 'head_review', 'returned')
UNION ALL
SELECT 'submission', submission.id, unit.abbreviation, 'decision', submission.submitted_on, submission.unit_id, NULL,
       submission.from_at, submission.until_at
FROM books_submission submission JOIN tracker_unit unit ON unit.id = submission.unit_id
WHERE submission.state = 'submitted'
