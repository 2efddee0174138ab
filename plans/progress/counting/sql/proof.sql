-- How many kinds of evidence are expected of the chosen actions, and how many of these are there.
live AS (
    SELECT DISTINCT evidence.expected_id
    FROM chosen JOIN tracker_evidence evidence ON evidence.action_id = chosen.action_id
    WHERE evidence.removed_at IS NULL AND evidence.expected_id IS NOT NULL
),
proof AS (
    SELECT chosen.action_id, count(*)::int AS expected, count(live.expected_id)::int AS given
    FROM chosen
    JOIN tracker_expectedevidence kind ON kind.action_id = chosen.action_id
    LEFT JOIN live ON live.expected_id = kind.id
    GROUP BY chosen.action_id
)
