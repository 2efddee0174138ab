-- The facts of the chosen actions as they stand now, from the record itself; only what is tracked is counted.
facts AS MATERIALIZED (
    SELECT action.id AS action_id, chosen.plan_id, chosen.item_id, index.code AS index_key,
           coalesce(unit_group.code, '') AS group_key, unit.code AS unit_key, action.state, action.due_on,
           action.original_due_on, action.reported_on, coalesce(proof.expected, 0) AS proof_expected,
           coalesce(proof.given, 0) AS proof_given
    FROM chosen
    JOIN tracker_action action ON action.id = chosen.action_id AND action.accepted_on IS NOT NULL
    JOIN tracker_weakness weakness ON weakness.id = action.weakness_id
    JOIN tracker_index index ON index.id = weakness.index_id
    JOIN tracker_unit unit ON unit.id = action.lead_unit_id
    LEFT JOIN tracker_unitgroup unit_group ON unit_group.id = unit.group_id
    LEFT JOIN proof ON proof.action_id = action.id
)
