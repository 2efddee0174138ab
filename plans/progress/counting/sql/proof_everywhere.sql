-- The same of all actions: where most of them are chosen this is quicker than choosing first.
live AS (
    SELECT DISTINCT expected_id FROM tracker_evidence WHERE removed_at IS NULL AND expected_id IS NOT NULL
),
proof AS (
    SELECT kind.action_id, count(*)::int AS expected, count(live.expected_id)::int AS given
    FROM tracker_expectedevidence kind LEFT JOIN live ON live.expected_id = kind.id
    GROUP BY kind.action_id
)
