-- The places of these actions in the lines of plans; an action that stands in no plan has none.
chosen AS NOT MATERIALIZED (
    SELECT contribution.action_id, item.plan_id, item.id AS item_id
    FROM plans_contribution contribution JOIN plans_planitem item ON item.id = contribution.item_id
    WHERE contribution.action_id = ANY(%(actions)s)
)
