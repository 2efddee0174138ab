-- What stands open at present, and the date from which its reminders count; of all things, or of these only.
standing AS NOT MATERIALIZED (
    SELECT 'action' AS subject_type, action.id AS subject_id, action.ref AS subject_ref, 'action_due' AS anchor,
           action.due_on, action.lead_unit_id AS unit_id, action.owner_id
    FROM tracker_action action
    WHERE action.accepted_on IS NOT NULL AND action.state IN ('todo', 'doing', 'returned')
      AND action.due_on <= %(horizon)s::date
      AND (%(only)s::bigint[] IS NULL OR action.id = ANY (%(only)s::bigint[]))
  UNION ALL
    SELECT 'action', action.id, action.ref, 'action_progress',
           coalesce(greatest(action.progress_on, action.starts_on), action.accepted_on), action.lead_unit_id, action.owner_id
    FROM tracker_action action
    WHERE action.accepted_on IS NOT NULL AND action.state = 'doing'
      AND (%(only)s::bigint[] IS NULL OR action.id = ANY (%(only)s::bigint[]))
  UNION ALL
    SELECT 'action', action.id, action.ref, 'decision', action.reported_on, action.lead_unit_id, action.owner_id
    FROM tracker_action action
    WHERE action.state = 'reported'
      AND (%(only)s::bigint[] IS NULL OR action.id = ANY (%(only)s::bigint[]))
  UNION ALL
    SELECT 'extensionrequest', request.id, action.ref, 'decision', request.asked_on, action.lead_unit_id, action.owner_id
    FROM tracker_extensionrequest request JOIN tracker_action action ON action.id = request.action_id
    WHERE request.state = 'pending'
      AND (%(only)s::bigint[] IS NULL OR request.id = ANY (%(only)s::bigint[]))
  UNION ALL
    SELECT 'submission', submission.id, unit.abbreviation, 'submission_due',
           coalesce(submission.due_on, review.submissions_due_on), submission.unit_id, NULL
    FROM plans_submission submission
    JOIN tracker_review review ON review.id = submission.review_id
    JOIN tracker_unit unit ON unit.id = submission.unit_id
    WHERE review.state IN ('open', 'consolidating') AND submission.state IN ('not_started', 'draft', 'head_review', 'returned')
      AND (%(only)s::bigint[] IS NULL OR submission.id = ANY (%(only)s::bigint[]))
  UNION ALL
    SELECT 'submission', submission.id, unit.abbreviation, 'decision', submission.submitted_on, submission.unit_id, NULL
    FROM plans_submission submission JOIN tracker_unit unit ON unit.id = submission.unit_id
    WHERE submission.state = 'submitted'
      AND (%(only)s::bigint[] IS NULL OR submission.id = ANY (%(only)s::bigint[]))
)
