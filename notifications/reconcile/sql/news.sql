-- What the listening rules wanted of each event that was heard: when exactly it was heard nobody knows, so a person
-- had to be told who was concerned on every day and by every register from the event to the plan after it.
CREATE TEMP TABLE books_event ON COMMIT DROP AS
SELECT event.id, event.subject, event.subject_id, event.verb, event.number, event.happened_on, event.recorded_at, event.actor_id,
       (event.before ->> 'owner_id')::bigint AS former_owner_id,
       coalesce(next.at, books.opened_at) AS heard_by, coalesce(next.turned_on, %(last_day)s::date) AS heard_on
FROM books
JOIN tracker_event event ON event.recorded_at > books.since - %(slack)s::interval AND event.recorded_at < books.opened_at AND event.channel <> 'import'
LEFT JOIN LATERAL (SELECT at, turned_on FROM books_run WHERE at >= event.recorded_at ORDER BY at LIMIT 1) AS next ON true
WHERE EXISTS (SELECT FROM books_rule rule WHERE event.subject || '.' || event.verb = ANY (rule.verbs))
  AND (event.id <= (SELECT event_id FROM notifications_eventfloor)
       OR EXISTS (SELECT FROM notifications_handledevent handled WHERE handled.event_id = event.id));

CREATE TEMP TABLE books_planned ON COMMIT DROP AS  -- the lines, and the work in them, that a plan or an amendment tells of
SELECT event.id AS event_id, plan.number, item.id AS item_id, contribution.action_id
FROM books_event event
JOIN plans_plan plan ON event.subject = 'plan' AND plan.id = event.subject_id
JOIN plans_planitem item ON item.plan_id = plan.id
JOIN plans_contribution contribution ON contribution.item_id = item.id
UNION ALL
SELECT event.id, amendment.number, contribution.item_id, contribution.action_id
FROM books_event event
JOIN plans_amendment amendment ON event.subject = 'amendment' AND amendment.id = event.subject_id
JOIN plans_amendmentchange change ON change.amendment_id = amendment.id
JOIN plans_contribution contribution ON contribution.item_id = change.item_id OR contribution.action_id = change.action_id;

CREATE TEMP TABLE books_concern ON COMMIT DROP AS
SELECT event.id AS event_id, action.id AS thing_id, action.ref AS subject_ref, action.lead_unit_id AS unit_id, action.owner_id,
       action.from_at, action.until_at, event.verb NOT IN ('returned', 'reported') OR action.state = event.verb AS is_news
FROM books_event event
JOIN books_action action ON event.subject = 'action' AND action.id = event.subject_id AND action.until_at > event.recorded_at
UNION ALL
SELECT event.id, request.id, action.ref, action.lead_unit_id, action.owner_id, greatest(action.from_at, request.from_at),
       least(action.until_at, request.until_at), event.verb <> 'asked' OR request.state = 'pending'
FROM books_event event
JOIN books_request request ON event.subject = 'extensionrequest' AND request.id = event.subject_id AND request.until_at > event.recorded_at
JOIN books_action action ON action.id = request.action_id AND action.until_at > greatest(event.recorded_at, request.from_at)
 AND action.from_at < request.until_at
UNION ALL
SELECT event.id, submission.id, unit.abbreviation, submission.unit_id, NULL, '-infinity', 'infinity',
       event.verb <> 'accepted' OR NOT EXISTS (
    SELECT FROM tracker_event later WHERE later.subject = 'submission' AND later.subject_id = submission.id
     AND later.number > event.number AND later.verb = 'reconsidered' AND later.recorded_at <= event.heard_by)
FROM books_event event
JOIN plans_submission submission ON event.subject = 'submission' AND submission.id = event.subject_id
JOIN tracker_unit unit ON unit.id = submission.unit_id
UNION ALL
SELECT event.id, action.id, planned.number, action.lead_unit_id, action.owner_id, action.from_at, action.until_at,
       event.subject = 'amendment' OR action.state <> 'dropped'
FROM books_event event
JOIN books_planned planned ON planned.event_id = event.id
JOIN books_action action ON action.id = planned.action_id AND action.until_at > event.recorded_at
UNION ALL  -- whoever helps with the work, as it is now: where that changed after the issue nobody can be missed for certain
SELECT event.id, -2 * helping.id - 1, planned.number, helping.unit_id, NULL, action.from_at, action.until_at, action.state <> 'dropped' AND NOT EXISTS (
    SELECT FROM tracker_event moved WHERE moved.subject = 'action' AND moved.subject_id = action.id
     AND moved.verb IN ('coordination_moved', 'coordination_amended') AND moved.recorded_at > event.recorded_at)
FROM books_event event
JOIN books_planned planned ON planned.event_id = event.id AND event.verb = 'issued'
JOIN books_action action ON action.id = planned.action_id AND action.until_at > event.recorded_at
JOIN tracker_action_coordinating_units helping ON helping.action_id = action.id
UNION ALL  -- whoever helps with amended work now, or helped before: told rightly, but nobody who had to be told
SELECT event.id, 0, planned.number, helping.unit_id, NULL, '-infinity', 'infinity', false
FROM books_event event
JOIN books_planned planned ON planned.event_id = event.id AND event.verb IN ('issued', 'amended')
CROSS JOIN LATERAL (
    SELECT unit_id FROM tracker_action_coordinating_units now WHERE now.action_id = planned.action_id AND event.verb = 'amended'
  UNION ALL
    SELECT unit.id
    FROM tracker_event moved JOIN tracker_unit unit ON moved.before -> 'coordinating' ? unit.code
    WHERE moved.subject = 'action' AND moved.subject_id = planned.action_id
      AND moved.verb IN ('coordination_moved', 'coordination_amended') AND moved.recorded_at > event.recorded_at) AS helping
UNION ALL  -- whom the issued lines name, and the amended ones before and after: all are frozen
SELECT event.id, -2 * unit.id, planned.number, unit.id, NULL, '-infinity', 'infinity', true
FROM books_event event
JOIN plans_planversion made ON event.subject = 'amendment' AND made.amendment_id = event.subject_id
                            OR event.subject = 'plan' AND event.verb = 'issued' AND made.plan_id = event.subject_id AND made.number = 1
JOIN plans_planversion version ON version.plan_id = made.plan_id AND version.number BETWEEN made.number - 1 AND made.number
CROSS JOIN LATERAL jsonb_array_elements(version.content) AS line
JOIN books_planned planned ON planned.event_id = event.id AND planned.item_id = (line ->> 'item')::bigint
JOIN tracker_unit unit ON line -> 'coordinating_codes' ? unit.code OR line ->> 'lead_unit_code' = unit.code
UNION ALL
SELECT event.id, submission.id, review.year::text, submission.unit_id, NULL, submission.from_at, submission.until_at,
       submission.state <> 'exempt'
FROM books_event event
JOIN tracker_review review ON event.subject = 'review' AND review.id = event.subject_id
JOIN books_submission submission ON submission.review_id = review.id AND submission.until_at > event.recorded_at
UNION ALL
SELECT event.id, question.id, question.ref, question.unit_id, NULL, question.from_at, question.until_at,
       event.verb = 'answered' OR question.answered_on IS NULL
FROM books_event event
JOIN books_question question ON event.subject = 'question' AND question.id = event.subject_id AND question.until_at > event.recorded_at
UNION ALL
SELECT event.id, chase.id, unit.abbreviation, chase.unit_id, NULL, '-infinity', 'infinity', true
FROM books_event event
JOIN notifications_chase chase ON event.subject = 'chase' AND chase.id = event.subject_id
JOIN tracker_unit unit ON unit.id = chase.unit_id
UNION ALL
SELECT event.id, person.id, left(person.full_name, 60), NULL, person.id, '-infinity', 'infinity', NOT EXISTS (
    SELECT FROM tracker_event later WHERE later.subject = 'user' AND later.subject_id = person.id AND later.number > event.number
     AND later.verb IN ('password_set', 'disabled') AND later.recorded_at <= event.heard_by)
FROM books_event event
JOIN tracker_user person ON event.subject = 'user' AND person.id = event.subject_id AND NOT person.is_sample;

INSERT INTO books_wanted
WITH steady AS (  -- nobody else became concerned before it was heard
    SELECT event_id, thing_id, min(subject_ref) AS subject_ref, min(unit_id) AS unit_id, min(owner_id) AS owner_id
    FROM books_concern concern JOIN books_event event ON event.id = concern.event_id AND concern.from_at <= event.heard_by
    GROUP BY event_id, thing_id
    HAVING bool_and(is_news) AND count(DISTINCT (unit_id, owner_id)) = 1
),
occasion AS (
    SELECT event.id AS event_id, day::date, epoch.epoch, row_number() OVER same AS moment, count(*) OVER (PARTITION BY event.id) AS moments
    FROM books_event event
    CROSS JOIN LATERAL generate_series(least(happened_on, heard_on), greatest(happened_on, heard_on), interval '1 day') AS day
    JOIN books_epoch epoch ON epoch.epoch <= event.heard_by AND epoch.until_at > event.recorded_at
    WHERE abs(heard_on - happened_on) <= %(patience)s::int
    WINDOW same AS (PARTITION BY event.id ORDER BY day, epoch.epoch)
)
SELECT 'news', event.id, occasion.moment, occasion.moments, occasion.day, occasion.epoch, event.recorded_at, event.heard_by,
       event.subject, event.subject_id, steady.subject_ref, rule.code, rule.id, rule.code, event.happened_on, event.number, audience,
       steady.unit_id, steady.owner_id, event.former_owner_id, CASE WHEN NOT rule.tells_the_doer THEN event.actor_id END
FROM books
JOIN books_event event ON event.recorded_at > books.since
JOIN steady ON steady.event_id = event.id
JOIN occasion ON occasion.event_id = event.id
JOIN books_rule rule ON event.subject || '.' || event.verb = ANY (rule.verbs) AND rule.from_at <= event.recorded_at
 AND rule.until_at > event.heard_by AND event.happened_on BETWEEN rule.valid_from AND coalesce(rule.valid_to, 'infinity')
CROSS JOIN LATERAL unnest(rule.audiences) AS audience
WHERE steady.thing_id > 0 OR audience = 'unit_head'
