-- The yardstick: the same counts over the same joins by unit alone, as anybody would write it, nothing kept.
SELECT u.code,
       count(*) FILTER (WHERE a.state = 'todo'), count(*) FILTER (WHERE a.state = 'doing'),
       count(*) FILTER (WHERE a.state = 'reported'), count(*) FILTER (WHERE a.state = 'returned'),
       count(*) FILTER (WHERE a.state = 'done' AND a.reported_on <= a.due_on),
       count(*) FILTER (WHERE a.state = 'done' AND a.reported_on > a.due_on),
       count(*) FILTER (WHERE a.state = 'dropped'),
       count(*) FILTER (WHERE a.state IN ('todo', 'doing', 'returned') AND a.due_on < %(on)s),
       count(*) FILTER (WHERE a.state IN ('todo', 'doing', 'returned') AND a.due_on BETWEEN %(on)s AND %(on)s + 7),
       count(*) FILTER (WHERE a.state <> 'dropped' AND a.due_on > a.original_due_on),
       count(*) FILTER (WHERE a.state = 'done' AND a.reported_on <= a.original_due_on),
       count(*) FILTER (WHERE a.state IN ('todo', 'doing', 'returned') AND a.original_due_on < %(on)s),
       coalesce(sum(proof.expected) FILTER (WHERE a.state <> 'dropped'), 0),
       coalesce(sum(proof.given) FILTER (WHERE a.state <> 'dropped'), 0)
FROM plans_contribution c
JOIN plans_planitem item ON item.id = c.item_id
JOIN tracker_action a ON a.id = c.action_id AND a.accepted_on IS NOT NULL
JOIN tracker_weakness w ON w.id = a.weakness_id
JOIN tracker_index i ON i.id = w.index_id
JOIN tracker_unit u ON u.id = a.lead_unit_id
LEFT JOIN tracker_unitgroup g ON g.id = u.group_id
LEFT JOIN (SELECT x.action_id, count(*) AS expected, count(live.expected_id) AS given
           FROM tracker_expectedevidence x
           LEFT JOIN (SELECT DISTINCT expected_id FROM tracker_evidence WHERE removed_at IS NULL) live
                  ON live.expected_id = x.id
           GROUP BY x.action_id) proof ON proof.action_id = a.id
GROUP BY u.code ORDER BY u.code
