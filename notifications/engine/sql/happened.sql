-- The events just heard, with the units and owners they concern. Imports are not news to anybody, and a question
-- that has been answered meanwhile is none any more.
news AS NOT MATERIALIZED (
    SELECT event.id AS event_id, event.subject AS subject_type, event.subject_id, event.verb, event.happened_on AS due_on,
           event.number AS occurrence, event.actor_id,
           (event.before ->> 'owner_id')::bigint AS former_owner_id, NULL::bigint AS unreached_id, false AS only_helps
    FROM tracker_event event JOIN heard ON heard.event_id = event.id
    WHERE event.channel <> 'import'
),
happened AS (
    SELECT news.*, action.ref AS subject_ref, action.lead_unit_id AS unit_id, action.owner_id
    FROM news JOIN tracker_action action ON action.id = news.subject_id
    WHERE news.subject_type = 'action' AND (news.verb <> 'returned' OR action.state = 'returned')
      AND (news.verb <> 'reported' OR action.state = 'reported' AND NOT EXISTS (
            SELECT FROM tracker_event later WHERE later.subject = 'action' AND later.subject_id = action.id
             AND later.verb = 'reported' AND later.number > news.occurrence))
  UNION ALL
    SELECT news.*, action.ref, action.lead_unit_id, action.owner_id
    FROM news
    JOIN tracker_extensionrequest request ON request.id = news.subject_id
    JOIN tracker_action action ON action.id = request.action_id
    WHERE news.subject_type = 'extensionrequest' AND (news.verb <> 'asked' OR request.state = 'pending')
  UNION ALL
    SELECT news.*, unit.abbreviation, submission.unit_id, NULL
    FROM news
    JOIN plans_submission submission ON submission.id = news.subject_id
    JOIN tracker_unit unit ON unit.id = submission.unit_id
    WHERE news.subject_type = 'submission'
      AND (news.verb <> 'accepted' OR NOT EXISTS (  -- an acceptance that was taken back is none
            SELECT FROM tracker_event later WHERE later.subject = 'submission' AND later.subject_id = submission.id
             AND later.verb = 'reconsidered' AND later.number > news.occurrence))
  UNION ALL
    SELECT DISTINCT news.*, plan.number, action.lead_unit_id, action.owner_id
    FROM news
    JOIN plans_plan plan ON plan.id = news.subject_id
    JOIN plans_planitem item ON item.plan_id = plan.id
    JOIN plans_contribution contribution ON contribution.item_id = item.id
    JOIN tracker_action action ON action.id = contribution.action_id AND action.state <> 'dropped'
    WHERE news.subject_type = 'plan'
  UNION ALL  -- whoever answers for a line that was changed, added or withdrawn
    SELECT DISTINCT news.*, amendment.number, action.lead_unit_id, action.owner_id
    FROM news
    JOIN plans_amendment amendment ON amendment.id = news.subject_id
    JOIN plans_amendmentchange change ON change.amendment_id = amendment.id
    LEFT JOIN plans_contribution contribution ON contribution.item_id = change.item_id
    JOIN tracker_action action ON action.id = coalesce(change.action_id, contribution.action_id)
    WHERE news.subject_type = 'amendment'
  UNION ALL  -- units that only help with work of the plan: their heads are told what with
    SELECT DISTINCT news.event_id, news.subject_type, news.subject_id, news.verb, news.due_on, news.occurrence, news.actor_id,
           news.former_owner_id, news.unreached_id, true, plan.number, helping.unit_id, NULL::bigint
    FROM news
    JOIN plans_plan plan ON plan.id = news.subject_id
    JOIN plans_planitem item ON item.plan_id = plan.id
    JOIN plans_contribution contribution ON contribution.item_id = item.id
    JOIN tracker_action action ON action.id = contribution.action_id AND action.state <> 'dropped'
    JOIN tracker_action_coordinating_units helping ON helping.action_id = action.id
    WHERE news.subject_type = 'plan' AND news.verb = 'issued'
  UNION ALL  -- units that a frozen line names: each line that is issued; of an amendment those it touches, before it and with it
    SELECT DISTINCT news.event_id, news.subject_type, news.subject_id, news.verb, news.due_on, news.occurrence, news.actor_id,
           news.former_owner_id, news.unreached_id, true, coalesce(amendment.number, plan.number), unit.id, NULL::bigint
    FROM news
    JOIN plans_planversion made ON news.subject_type = 'amendment' AND made.amendment_id = news.subject_id
                                OR news.subject_type = 'plan' AND news.verb = 'issued' AND made.plan_id = news.subject_id AND made.number = 1
    JOIN plans_plan plan ON plan.id = made.plan_id
    LEFT JOIN plans_amendment amendment ON amendment.id = made.amendment_id
    JOIN plans_planversion version ON version.plan_id = made.plan_id AND version.number IN (made.number - 1, made.number)
    CROSS JOIN LATERAL jsonb_array_elements(version.content) AS line
    JOIN tracker_unit unit ON line -> 'coordinating_codes' ? unit.code OR line ->> 'lead_unit_code' = unit.code
    WHERE made.amendment_id IS NULL OR EXISTS (
        SELECT FROM plans_contribution contribution JOIN plans_amendmentchange change ON change.amendment_id = made.amendment_id
         AND (change.item_id = contribution.item_id OR change.action_id = contribution.action_id)
        WHERE contribution.item_id = (line ->> 'item')::bigint)
  UNION ALL  -- and units that help with the work an amendment touches: since units were merged others may stand in the line
    SELECT DISTINCT news.event_id, news.subject_type, news.subject_id, news.verb, news.due_on, news.occurrence, news.actor_id,
           news.former_owner_id, news.unreached_id, true, amendment.number, helping.unit_id, NULL::bigint
    FROM news
    JOIN plans_amendment amendment ON amendment.id = news.subject_id
    JOIN plans_amendmentchange change ON change.amendment_id = amendment.id
    LEFT JOIN plans_contribution contribution ON contribution.item_id = change.item_id
    JOIN tracker_action_coordinating_units helping ON helping.action_id = coalesce(change.action_id, contribution.action_id)
    WHERE news.subject_type = 'amendment'
  UNION ALL
    SELECT news.*, review.year::text, submission.unit_id, NULL
    FROM news
    JOIN tracker_review review ON review.id = news.subject_id
    JOIN plans_submission submission ON submission.review_id = review.id AND submission.state <> 'exempt'
    WHERE news.subject_type = 'review'
  UNION ALL
    SELECT news.*, coalesce(action.ref, weakness.ref), question.unit_id, NULL
    FROM news
    JOIN tracker_question question ON question.id = news.subject_id
    LEFT JOIN tracker_action action ON action.id = question.action_id
    LEFT JOIN tracker_weakness weakness ON weakness.id = question.weakness_id
    WHERE news.subject_type = 'question' AND (news.verb = 'answered' OR question.answered_on IS NULL)
  UNION ALL
    SELECT news.*, unit.abbreviation, chase.unit_id, NULL
    FROM news
    JOIN notifications_chase chase ON chase.id = news.subject_id
    JOIN tracker_unit unit ON unit.id = chase.unit_id
    WHERE news.subject_type = 'chase'
  UNION ALL  -- a link to one's account, until it has been used; accounts of the sample need none
    SELECT news.*, left(person.full_name, 60), NULL, person.id
    FROM news
    JOIN tracker_user person ON person.id = news.subject_id AND NOT person.is_sample
    WHERE news.subject_type = 'user' AND NOT EXISTS (
        SELECT FROM tracker_event later WHERE later.subject = 'user' AND later.subject_id = person.id
         AND later.verb IN ('password_set', 'disabled') AND later.number > news.occurrence)
)
