-- How every action of a plan stood at the end of a day: as it stands now, less what the history says happened since.
-- What an amendment added later was not in the plan yet; before the plan was drafted there was none.
WITH places AS (
    SELECT contribution.action_id, item.id AS item_id
    FROM plans_contribution contribution JOIN plans_planitem item ON item.id = contribution.item_id
    WHERE item.plan_id = %(plan)s
      AND NOT EXISTS (SELECT FROM tracker_event drafted
                      WHERE drafted.subject = 'plan' AND drafted.subject_id = %(plan)s AND drafted.number = 1
                        AND drafted.happened_on > %(on)s)
      AND NOT EXISTS (SELECT FROM plans_amendmentchange addition
                      JOIN plans_planversion made ON made.amendment_id = addition.amendment_id
                      WHERE addition.action_id = contribution.action_id AND addition.kind = 'add'
                        AND made.frozen_on > %(on)s)
),
undone AS (
    SELECT DISTINCT ON (places.action_id, field.key) places.action_id, field.key, field.value
    FROM places
    JOIN tracker_event event ON event.subject = 'action' AND event.subject_id = places.action_id
                            AND event.happened_on > %(on)s
    CROSS JOIN LATERAL jsonb_each_text(event.before) field
    WHERE field.key IN ('state', 'due_on', 'original_due_on', 'reported_on', 'accepted_on', 'lead_unit_id', 'expected_evidence')
    ORDER BY places.action_id, field.key, event.number
),
before AS (
    SELECT action_id, jsonb_object_agg(key, value) AS was FROM undone GROUP BY action_id
),
stood AS (
    SELECT action.id, places.item_id, action.weakness_id, coalesce(was ->> 'state', action.state) AS state,
           coalesce((was ->> 'due_on')::date, action.due_on) AS due_on,
           coalesce((was ->> 'original_due_on')::date, action.original_due_on) AS original_due_on,
           CASE WHEN was ? 'reported_on' THEN (was ->> 'reported_on')::date ELSE action.reported_on END AS reported_on,
           CASE WHEN was ? 'accepted_on' THEN (was ->> 'accepted_on')::date ELSE action.accepted_on END AS accepted_on,
           coalesce((was ->> 'lead_unit_id')::bigint, action.lead_unit_id) AS lead_unit_id,
           jsonb_array_length((was ->> 'expected_evidence')::jsonb) AS expected_then
    FROM places JOIN tracker_action action ON action.id = places.action_id
    LEFT JOIN before ON before.action_id = action.id
),
-- A piece of evidence came on the day of its line in the history: the first piece with the first line, and so on.
lines AS (
    SELECT event.subject_id AS action_id, event.verb, event.happened_on,
           row_number() OVER (PARTITION BY event.subject_id, event.verb ORDER BY event.number) AS place
    FROM places JOIN tracker_event event ON event.subject = 'action' AND event.subject_id = places.action_id
    WHERE event.verb IN ('evidence_added', 'evidence_removed')
),
pieces AS (
    SELECT piece.action_id, piece.expected_id, piece.added_at, piece.removed_at,
           row_number() OVER (PARTITION BY piece.action_id ORDER BY piece.id) AS added_place,
           row_number() OVER (PARTITION BY piece.action_id, piece.removed_at IS NULL
                              ORDER BY piece.removed_at, piece.id) AS removed_place
    FROM places JOIN tracker_evidence piece ON piece.action_id = places.action_id
),
given AS (
    SELECT pieces.action_id, count(DISTINCT pieces.expected_id)::int AS kinds
    FROM pieces
    LEFT JOIN lines added ON added.action_id = pieces.action_id AND added.verb = 'evidence_added'
                         AND added.place = pieces.added_place
    LEFT JOIN lines removed ON removed.action_id = pieces.action_id AND removed.verb = 'evidence_removed'
                           AND removed.place = pieces.removed_place AND pieces.removed_at IS NOT NULL
    WHERE coalesce(added.happened_on, (pieces.added_at AT TIME ZONE %(zone)s)::date) <= %(on)s
      AND (pieces.removed_at IS NULL
           OR coalesce(removed.happened_on, (pieces.removed_at AT TIME ZONE %(zone)s)::date) > %(on)s)
    GROUP BY pieces.action_id
),
expected AS (
    SELECT kind.action_id, count(*)::int AS kinds
    FROM places JOIN tracker_expectedevidence kind ON kind.action_id = places.action_id
    GROUP BY kind.action_id
)
SELECT stood.id, stood.item_id, index.code, coalesce(unit_group.code, ''), unit.code, stood.state, stood.due_on,
       stood.original_due_on, stood.reported_on, coalesce(stood.expected_then, expected.kinds, 0), coalesce(given.kinds, 0)
FROM stood
JOIN tracker_weakness weakness ON weakness.id = stood.weakness_id
JOIN tracker_index index ON index.id = weakness.index_id
JOIN tracker_unit unit ON unit.id = stood.lead_unit_id
LEFT JOIN tracker_unitgroup unit_group ON unit_group.id = unit.group_id
LEFT JOIN expected ON expected.action_id = stood.id
LEFT JOIN given ON given.action_id = stood.id
WHERE stood.accepted_on IS NOT NULL
ORDER BY stood.id
